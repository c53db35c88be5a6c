// A math tutor with code interpreter, as the Assistants quickstarts have it. Only OPENAI_BASE_URL is new.
import OpenAI from 'openai';

const client = new OpenAI(); // reads OPENAI_API_KEY and OPENAI_BASE_URL

const assistant = await client.beta.assistants.create({
  name: 'Math Tutor',
  instructions: 'You are a personal math tutor. Write and run code to answer math questions.',
  tools: [{ type: 'code_interpreter' }],
  model: 'gpt-4o',
});
const thread = await client.beta.threads.create();
await client.beta.threads.messages.create(thread.id, {
  role: 'user',
  content: 'I need to solve the equation `3x + 11 = 14`. Can you help me?',
});
const run = await client.beta.threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id }, { pollIntervalMs: 200 });
console.log(run.status);
const messages = await client.beta.threads.messages.list(thread.id);
for (const message of messages.data.reverse()) {
  console.log(`${message.role} > ${message.content.map(part => part.text?.value ?? `[${part.type}]`).join(' ')}`);
}
