// Functions of the app's own, polled and streamed, and a search through a vector store.
import { toFile } from 'openai';
import { client, check } from './client.mjs';

const weather = {
  type: 'function',
  function: {
    name: 'get_weather',
    parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
  },
};
const assistant = await client.beta.assistants.create({ model: 'gpt-4o', tools: [weather, { type: 'file_search' }] });

async function ask(content, extra = {}) {
  const thread = await client.beta.threads.create({ messages: [{ role: 'user', content }], ...extra });
  return thread.id;
}

function outputs(run) {
  const calls = run.required_action.submit_tool_outputs.tool_calls;
  check(JSON.parse(calls[0].function.arguments).location === 'Oslo', calls[0].function.arguments);
  return { tool_outputs: calls.map(call => ({ tool_call_id: call.id, output: 'snow' })) };
}

async function lastText(threadId) {
  const page = await client.beta.threads.messages.list(threadId);
  return page.data[0].content[0].text;
}

// Polled.
let thread = await ask('What is the weather in Oslo');
let run = await client.beta.threads.runs.createAndPoll(thread, { assistant_id: assistant.id }, { pollIntervalMs: 50 });
check(run.status === 'requires_action', `run ${run.status}`);
run = await client.beta.threads.runs.submitToolOutputsAndPoll(thread, run.id, outputs(run), { pollIntervalMs: 50 });
check(run.status === 'completed', `run ${run.status}`);
check(/snow/.test((await lastText(thread)).value), 'answer');

// Streamed.
thread = await ask('What is the weather in Oslo');
const first = client.beta.threads.runs.stream(thread, { assistant_id: assistant.id });
run = await first.finalRun();
check(run.status === 'requires_action', `streamed run ${run.status}`);
let text = '';
const second = client.beta.threads.runs.submitToolOutputsStream(thread, run.id, outputs(run));
second.on('textDelta', delta => { text += delta.value; });
check((await second.finalRun()).status === 'completed', 'streamed end');
check(text === (await lastText(thread)).value && /snow/.test(text), `streamed text ${text}`);

// Cancelled, and refused while it waits.
thread = await ask('What is the weather in Oslo');
run = await client.beta.threads.runs.createAndPoll(thread, { assistant_id: assistant.id }, { pollIntervalMs: 50 });
const refused = await client.beta.threads.messages.create(thread, { role: 'user', content: 'Hm' }).catch(error => error);
check(refused.status === 400 && /while a run run_\w+ is active/.test(refused.message), refused);
await client.beta.threads.runs.cancel(thread, run.id);
run = await client.beta.threads.runs.poll(thread, run.id, { pollIntervalMs: 50 });
check(run.status === 'cancelled', `cancelled run ${run.status}`);

// Searched.
const stores = client.vectorStores;
const store = await stores.create({ name: 'Notes' });
const note = await toFile(Buffer.from('The launch code word is heliotrope.'), 'note.txt');
const file = await stores.files.uploadAndPoll(store.id, note, { pollIntervalMs: 50 });
check(file.status === 'completed', `stored file ${file.status}`);
thread = await ask('What is the launch code word?', { tool_resources: { file_search: { vector_store_ids: [store.id] } } });
run = await client.beta.threads.runs.createAndPoll(thread, { assistant_id: assistant.id }, { pollIntervalMs: 50 });
check(run.status === 'completed', `search ${run.status}`);
const answer = await lastText(thread);
check(/heliotrope/.test(answer.value) && answer.annotations[0]?.file_citation?.file_id === file.id, JSON.stringify(answer));

console.log(JSON.stringify({ text, answer: answer.value }));
