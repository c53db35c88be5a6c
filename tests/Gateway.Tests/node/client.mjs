// The client, as an app makes it: nothing but the base URL tells of the gateway.
import OpenAI, { AzureOpenAI } from 'openai';

const [address, service] = process.argv.slice(2);

const clients = {
  openai: () => new OpenAI({ baseURL: `${address}/v1`, apiKey: 'caller-key', maxRetries: 0 }),
  azure: () => new AzureOpenAI({ endpoint: address, apiKey: 'caller-key', apiVersion: '2024-05-01-preview', maxRetries: 0 }),
  entra: () => new AzureOpenAI({
    endpoint: address, azureADTokenProvider: async () => 'caller-key', apiVersion: '2025-03-01-preview', maxRetries: 0,
  }),
};

export const client = (clients[service] ?? clients.openai)();

export { check } from './check.mjs';
