// Agents (classic) in its last form: a file, a picture, streams, functions, lists.
import { createReadStream } from 'node:fs';
import { AgentsClient, DoneEvent, MessageStreamEvent, RunStreamEvent, ToolUtility } from '@azure/ai-agents';
import { check, saveBytes } from './check.mjs';

const credential = { getToken: async () => ({ token: 'caller-key', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const client = new AgentsClient(`${process.argv[2]}/api/projects/project`, credential);

const file = await client.files.upload(createReadStream(new URL('companies.csv', import.meta.url)), 'assistants', { fileName: 'companies.csv' });
const tool = ToolUtility.createCodeInterpreterTool([file.id]);
const weather = ToolUtility.createFunctionTool({
  name: 'get_weather',
  description: 'The weather.',
  parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
});
const agent = await client.createAgent('gpt-4o', {
  name: 'my-agent',
  instructions: 'You are a helpful agent',
  tools: [tool.definition, weather.definition],
  toolResources: tool.resources,
});
check(agent.tools.length === 2 && agent.toolResources.codeInterpreter.fileIds.join() === file.id, JSON.stringify(agent));

const thread = await client.threads.create();
await client.messages.create(thread.id, 'user', 'Could you please create bar chart in the TRANSPORTATION sector for the operating profit from the uploaded csv file?');
let run = await client.runs.createAndPoll(thread.id, agent.id, { pollingOptions: { intervalInMs: 50 } });
check(run.status === 'completed', `run ${run.status} ${JSON.stringify(run.lastError)}`);
const messages = [];
for await (const message of client.messages.list(thread.id)) messages.push(message);
const image = messages[0].content.find(part => part.type === 'image_file');
check(image, JSON.stringify(messages[0].content));
const chunks = [];
for await (const chunk of (await client.files.getContent(image.imageFile.fileId).asNodeStream()).body) chunks.push(Buffer.from(chunk));
const picture = await saveBytes(Buffer.concat(chunks));
const steps = [];
for await (const step of client.runSteps.list(thread.id, run.id)) steps.push(step);
check(steps.some(step => step.stepDetails.type === 'tool_calls'), 'steps');

await client.messages.create(thread.id, 'user', 'What is the weather in Oslo');
const events = [];
for await (const event of await client.runs.create(thread.id, agent.id).stream()) {
  events.push(event.event);
  if (event.event === RunStreamEvent.ThreadRunRequiresAction) run = event.data;
}
check(events.at(-1) === DoneEvent.Done && run.status === 'requires_action', `events ${events}`);
const call = run.requiredAction.submitToolOutputs.toolCalls[0];
let text = '';
for await (const event of await client.runs.submitToolOutputs(thread.id, run.id, [{ toolCallId: call.id, output: 'snow' }]).stream()) {
  if (event.event === MessageStreamEvent.ThreadMessageDelta)
    for (const part of event.data.delta.content) text += part.text?.value ?? '';
}
check(/snow/.test(text), `streamed ${text}`);

const threads = [];
for await (const other of client.threads.list()) threads.push(other.id);
check(threads.includes(thread.id), `threads ${threads}`);
const refused = await client.threads.get('thread_unknown').catch(error => error);
check(refused.statusCode === 404 && /No thread found with id 'thread_unknown'/.test(refused.message), refused);
await client.files.delete(file.id);
await client.threads.delete(thread.id);
await client.deleteAgent(agent.id);
console.log(JSON.stringify({ picture, events: events.length }));
