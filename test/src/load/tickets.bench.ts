import autocannon from 'autocannon';
import { freePort } from '@intervia/testing';
import { ApiClient } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';
import { spawnNode, type NodeChild } from './child.js';
import { compare, type Measure } from './measure.js';
import { aTicketDraft } from './ticket-draft.js';

const CONNECTIONS = 32;
const ROUND_S = 3;
const ROUNDS = 5;

type Request = autocannon.Request;

/** Requests a second; a run with any answer but 2xx is no measure. */
async function requestsPerSecond(url: string, request: Request): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: ROUND_S, requests: [request] });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers that are not 2xx, ${result.errors} errors`);
  }
  return result.requests.average;
}

async function startBareChain({ run }: OwnPlatform, port: number): Promise<NodeChild[]> {
  const env = {
    NATS_URL: run.nats.url,
    NATS_USER: run.nats.user,
    NATS_PASSWORD: run.nats.password,
    MONGODB_URI: run.mongo,
    PORT: String(port),
  };
  const file = new URL('./bare-chain.js', import.meta.url);
  return [await spawnNode(file, { ...env, ROLE: 'store' }), await spawnNode(file, { ...env, ROLE: 'door' })];
}

/**
 * Reading and creating a ticket through the gateway (session, rights, validation, contracts, history, events)
 * against the bare chain, on the same NATS and the same database, each service in a process of its own.
 */
export async function* benchTickets(): AsyncIterable<Measure> {
  const platform = await OwnPlatform.start('--split');
  const port = await freePort();
  const bareUrl = `http://127.0.0.1:${port}`;
  const bare = await startBareChain(platform, port);
  try {
    const api = await ApiClient.signIn(platform.run.gateway);
    const draft = await aTicketDraft(api);
    const ticket = await api.post<{ id: string }>('/api/tickets', draft);
    const stored = await api.get<object>(`/api/tickets/${ticket.id}`);
    const json = { 'content-type': 'application/json' };
    await fetch(`${bareUrl}/tickets`, { method: 'POST', headers: json, body: JSON.stringify(stored) });

    const ourRead: Request = { path: `/api/tickets/${ticket.id}`, headers: api.headers() };
    const bareRead: Request = { path: `/tickets/${ticket.id}` };
    yield await compare(
      'read a ticket',
      'req/s',
      ROUNDS,
      () => requestsPerSecond(platform.run.gateway, ourRead),
      () => requestsPerSecond(bareUrl, bareRead),
    );

    const body = JSON.stringify(draft);
    const ourCreate: Request = {
      method: 'POST',
      path: '/api/tickets',
      // A key of its own for each request: the same one twice would create nothing.
      setupRequest: (request) => ({ ...request, headers: { ...json, ...api.headers('command') }, body }),
    };
    const bareCreate: Request = { method: 'POST', path: '/tickets', headers: json, body };
    yield await compare(
      'create a ticket',
      'req/s',
      ROUNDS,
      () => requestsPerSecond(platform.run.gateway, ourCreate),
      () => requestsPerSecond(bareUrl, bareCreate),
    );
  } finally {
    await Promise.all(bare.map((child) => child.stop()));
    await platform.stop();
  }
}
