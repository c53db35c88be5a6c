// The client, as an app makes it: nothing but the base URL tells of the gateway.
import OpenAI, { AzureOpenAI } from 'openai';

const [address, service] = process.argv.slice(2);

export const client = service === 'azure'
  ? new AzureOpenAI({ endpoint: address, apiKey: 'caller-key', apiVersion: '2024-05-01-preview', maxRetries: 0 })
  : new OpenAI({ baseURL: `${address}/v1`, apiKey: 'caller-key', maxRetries: 0 });

export { check } from './check.mjs';
