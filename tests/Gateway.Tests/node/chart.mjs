// An ordinary Assistants program: a file, an assistant that draws, its picture, and a stream.
import { readFile } from 'node:fs/promises';
import OpenAI, { toFile } from 'openai';
import { client, check } from './client.mjs';

const csv = await readFile(new URL('companies.csv', import.meta.url));
const file = await client.files.create({ file: await toFile(csv, 'companies.csv'), purpose: 'assistants' });
check(file.status === 'processed' && file.bytes === csv.length, 'file');

const assistant = await client.beta.assistants.create({
  model: 'gpt-4o',
  name: 'Analyst',
  instructions: 'You draw charts.',
  tools: [{ type: 'code_interpreter' }],
  tool_resources: { code_interpreter: { file_ids: [file.id] } },
});
check((await client.beta.assistants.retrieve(assistant.id)).name === 'Analyst', 'assistant');

const thread = await client.beta.threads.create();
await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'Make a bar chart of the revenue per company in the ENERGY sector.' });
const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id }, { pollIntervalMs: 50 });
check(run.status === 'completed', `run ${run.status} ${JSON.stringify(run.last_error)}`);

const messages = [];
for await (const message of client.beta.threads.messages.list(thread.id, { limit: 1 })) messages.push(message);
check(messages.map(message => message.role).join() === 'assistant,user', 'messages');

const steps = await client.beta.threads.runs.steps.list(thread.id, run.id);
check(steps.data.some(step => step.type === 'tool_calls'), 'steps');

const image = messages[0].content.find(part => part.type === 'image_file');
check(image, `image in ${JSON.stringify(messages[0].content)}`);
const bytes = Buffer.from(await (await client.files.content(image.image_file.file_id)).arrayBuffer());
check(bytes.subarray(1, 4).toString() === 'PNG', 'image');

await client.beta.threads.messages.create(thread.id, { role: 'user', content: 'Thank you.' });
const events = [];
for await (const event of client.beta.threads.runs.stream(thread.id, { assistant_id: assistant.id })) events.push(event.event);
check(events[0] === 'thread.run.created' && events.at(-1) === 'thread.run.completed', `events ${events}`);

try {
  await client.beta.threads.retrieve('thread_unknown');
  check(false, 'unknown thread');
} catch (error) {
  check(error instanceof OpenAI.NotFoundError && /No thread found with id 'thread_unknown'/.test(error.message), error);
  check(error.request_id?.startsWith('req_') ?? error.headers['x-request-id'].startsWith('req_'), 'request id');
}

await client.files.del(file.id);
await client.beta.threads.del(thread.id);
await client.beta.assistants.del(assistant.id);
console.log(JSON.stringify({ image: bytes.length, events: events.length }));
