// Assistants v1 with Azure's own client: the file of the assistant, its picture, functions, and the links to files.
import { readFile } from 'node:fs/promises';
import { AssistantsClient, AzureKeyCredential, OpenAIKeyCredential } from '@azure/openai-assistants';
import { check, savePicture } from './check.mjs';

const [address, service] = process.argv.slice(2);
const client = service === 'azure'
  ? new AssistantsClient(address, new AzureKeyCredential('caller-key'), { allowInsecureConnection: true })
  : new AssistantsClient(new OpenAIKeyCredential('caller-key'), { baseUrl: `${address}/v1`, endpoint: `${address}/v1`, allowInsecureConnection: true });

async function finish(threadId, run) {
  while (['queued', 'in_progress'].includes(run.status)) run = await client.getRun(threadId, run.id);
  return run;
}

const csv = await readFile(new URL('companies.csv', import.meta.url));
const file = await client.uploadFile(csv, 'assistants', { filename: 'companies.csv' });
const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
  },
};
const assistant = await client.createAssistant({
  model: 'gpt-4-1106-preview',
  name: 'Analyst',
  instructions: 'You are an AI assistant that can write code to help answer math questions.',
  tools: [{ type: 'code_interpreter' }, { type: 'retrieval' }, weather],
  fileIds: [file.id],
});
check(assistant.fileIds.join() === file.id, `files ${assistant.fileIds}`);
check(assistant.tools.map(tool => tool.type).join() === 'code_interpreter,retrieval,function', 'tools');
check((await client.listAssistantFiles(assistant.id)).data[0].assistantId === assistant.id, 'assistant file');

const thread = await client.createThread();
await client.createMessage(thread.id, 'user', 'I need to solve the equation `3x + 11 = 14`. Can you help me?', { fileIds: [file.id] });
let run = await finish(thread.id, await client.createRun(thread.id, { assistantId: assistant.id }));
check(run.status === 'completed', `run ${run.status} ${JSON.stringify(run.lastError)}`);
check(run.fileIds.join() === file.id, 'files of the run');
let messages = await client.listMessages(thread.id);
check(/x = 1\b/.test(messages.data[0].content[0].text.value), JSON.stringify(messages.data[0].content));
check((await client.listMessageFiles(thread.id, messages.data[1].id)).data[0].id === file.id, 'message file');

await client.createMessage(thread.id, 'user', 'Could you please create a bar chart of the operating profit in the TRANSPORTATION sector?');
run = await finish(thread.id, await client.createRun(thread.id, { assistantId: assistant.id }));
check(run.status === 'completed', `run ${run.status} ${JSON.stringify(run.lastError)}`);
messages = await client.listMessages(thread.id, { limit: 1 });
const image = messages.data[0].content.find(part => part.type === 'image_file');
check(image, JSON.stringify(messages.data[0].content));
const steps = await client.listRunSteps(thread.id, run.id);
check(steps.data.some(step => step.type === 'tool_calls' && step.stepDetails.toolCalls[0].type === 'code_interpreter'), 'steps');
check(steps.data.every(step => step.completedAt instanceof Date && !Number.isNaN(step.completedAt.getTime())), 'step times');

// This client reads no contents of files: its users take the URL.
const prefix = service === 'azure' ? '/openai' : '/v1';
const query = service === 'azure' ? '?api-version=2024-02-15-preview' : '';
const picture = await savePicture(await fetch(`${address}${prefix}/files/${image.imageFile.file_id ?? image.imageFile.fileId}/content${query}`, { headers: { 'api-key': 'caller-key' } }));

await client.createMessage(thread.id, 'user', 'What is the weather in Oslo');
run = await finish(thread.id, await client.createRun(thread.id, { assistantId: assistant.id }));
check(run.status === 'requires_action', `run ${run.status}`);
const call = run.requiredAction.submitToolOutputs.toolCalls[0];
check(JSON.parse(call.function.arguments).location === 'Oslo', call.function.arguments);
run = await client.submitToolOutputsToRun(thread.id, run.id, [{ toolCallId: call.id, output: 'snow' }]);
run = await finish(thread.id, run);
check(run.status === 'completed' && /snow/.test((await client.listMessages(thread.id)).data[0].content[0].text.value), 'function');

const refused = await client.getThread('thread_unknown').catch(error => error);
check(/No thread found with id 'thread_unknown'/.test(refused.message), refused);
await client.deleteAssistantFile(assistant.id, file.id);
check((await client.getAssistant(assistant.id)).fileIds.length === 0, 'file taken away');
await client.deleteThread(thread.id);
await client.deleteAssistant(assistant.id);
await client.deleteFile(file.id);
console.log(JSON.stringify({ picture }));
