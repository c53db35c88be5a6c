// The connection-string era of Agents: a file, a picture, a stream, functions.
import { createReadStream } from 'node:fs';
import { AIProjectsClient, MessageStreamEvent, RunStreamEvent, ToolUtility } from '@azure/ai-projects';
import { check, saveBytes } from './check.mjs';

const address = new URL(process.argv[2]);
const credential = { getToken: async () => ({ token: 'caller-key', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const client = AIProjectsClient.fromConnectionString(`${address.host};subscription;group;project`, credential);
const agents = client.agents;

const file = await agents.uploadFile(createReadStream(new URL('companies.csv', import.meta.url)), 'assistants', { fileName: 'companies.csv' });
check(file.id, 'file');
const tool = ToolUtility.createCodeInterpreterTool([file.id]);
const agent = await agents.createAgent('gpt-4o-mini', {
  name: 'my-agent',
  instructions: 'You are a helpful agent',
  tools: [tool.definition],
  toolResources: tool.resources,
});
check(agent.toolResources.codeInterpreter.fileIds.join() === file.id, JSON.stringify(agent.toolResources));

const thread = await agents.createThread();
await agents.createMessage(thread.id, { role: 'user', content: 'I need to solve the equation `3x + 11 = 14`. Can you help me?' });
const events = [];
let text = '';
for await (const event of await agents.createRun(thread.id, agent.id).stream()) {
  events.push(event.event);
  if (event.event === MessageStreamEvent.ThreadMessageDelta)
    for (const part of event.data.delta.content) text += part.text?.value ?? '';
}
check(events[0] === RunStreamEvent.ThreadRunCreated && events.includes(RunStreamEvent.ThreadRunCompleted), `events ${events}`);
check(/x = 1\b/.test(text), `streamed ${text}`);

// An attachment, which this client misspells, and a picture.
await agents.createMessage(thread.id, {
  role: 'user',
  content: 'Could you please create bar chart in the TRANSPORTATION sector for the operating profit from the uploaded csv file and provide file to me?',
  attachments: [{ fileId: file.id, tools: [{ type: 'code_interpreter' }] }],
});
let run = await agents.createRun(thread.id, agent.id);
while (['queued', 'in_progress'].includes(run.status)) run = await agents.getRun(thread.id, run.id);
check(run.status === 'completed', `run ${run.status} ${JSON.stringify(run.lastError)}`);
const messages = await agents.listMessages(thread.id);
const image = messages.data[0].content.find(part => part.type === 'image_file');
check(image, JSON.stringify(messages.data[0].content));
const oldest = await agents.listMessages(thread.id, { order: 'asc' });
check(oldest.data[0].content[0].text.value.startsWith('I need to solve'), 'order');
check((await agents.getFile(image.imageFile.fileId)).filename, 'file name');
const chunks = [];
for await (const chunk of (await agents.getFileContent(image.imageFile.fileId).asNodeStream()).body) chunks.push(Buffer.from(chunk));
const picture = await saveBytes(Buffer.concat(chunks));

const weather = ToolUtility.createFunctionTool({
  name: 'get_weather',
  description: 'The weather.',
  parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
});
const forecaster = await agents.createAgent('gpt-4o-mini', { tools: [weather.definition] });
await agents.createMessage(thread.id, { role: 'user', content: 'What is the weather in Oslo' });
run = await agents.createRun(thread.id, forecaster.id);
while (['queued', 'in_progress'].includes(run.status)) run = await agents.getRun(thread.id, run.id);
check(run.status === 'requires_action', `run ${run.status}`);
const call = run.requiredAction.submitToolOutputs.toolCalls[0];
run = await agents.submitToolOutputsToRun(thread.id, run.id, [{ toolCallId: call.id, output: 'snow' }]);
while (['queued', 'in_progress'].includes(run.status)) run = await agents.getRun(thread.id, run.id);
check(run.status === 'completed', `answered run ${run.status}`);

const refused = await agents.getThread('thread_unknown').catch(error => error);
check(/No thread found with id 'thread_unknown'/.test(refused.message), refused);
await agents.deleteFile(file.id);
await agents.deleteThread(thread.id);
await agents.deleteAgent(agent.id);
await agents.deleteAgent(forecaster.id);
console.log(JSON.stringify({ picture, events: events.length }));
