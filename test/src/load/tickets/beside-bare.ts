import autocannon from 'autocannon';
import { freePort } from '@intervia/testing';
import { connect } from '@nats-io/transport-node';
import { MongoClient } from 'mongodb';
import { ApiClient } from '../../platform/api-client.js';
import { OwnPlatform } from '../../platform/platform.js';
import { spawnNode, type NodeChild } from '../child.js';
import { BARE, takeFootprint } from '../footprint.js';
import { compare, type Measure } from '../measure.js';
import { aTicketDraft } from './ticket-draft.js';

const ROUND_S = 2;
const ROUNDS = 8;

type Request = autocannon.Request;

/** The platform, each service in a process of its own, and the bare chain on the same NATS and the same database. */
export interface Stage {
  readonly api: ApiClient;
  /** What the creation form sends. */
  readonly draft: object;
  readonly ticketId: string;
  /** Requests a second, in turns. */
  readonly compare: (name: string, connections: number, ours: Request, bare: Request) => Promise<Measure>;
}

/** Requests a second; a run with any answer but 2xx is no measure. */
async function requestsPerSecond(url: string, connections: number, request: Request): Promise<number> {
  const result = await autocannon({ url, connections, duration: ROUND_S, requests: [request] });
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
  const start = (ROLE: string) => spawnNode(file, { ...env, ROLE });
  return [await start('listener'), await start('store'), await start('door')];
}

/** Prepares what the bare chain writes and answers: exactly what the platform has just written and answered. */
async function rehearse({ run }: OwnPlatform): Promise<Pick<Stage, 'api' | 'draft' | 'ticketId'>> {
  const { url: servers, user, password: pass } = run.nats;
  const nats = await connect({ servers, user, pass });
  const mongo = await MongoClient.connect(run.mongo);
  try {
    const api = await ApiClient.signIn(run.gateway);
    const draft = await aTicketDraft(api);
    const ticketId = await takeFootprint(mongo, nats, () => api.post('/api/tickets', draft));
    const answer = await api.get<object>(`/api/tickets/${ticketId}`);
    const answers = mongo.db(BARE).collection<{ _id: string }>('answers');
    await answers.insertOne({ ...answer, _id: ticketId });
    return { api, draft, ticketId };
  } finally {
    await mongo.close();
    await nats.close();
  }
}

export async function* besideBare(play: (stage: Stage) => AsyncIterable<Measure>): AsyncIterable<Measure> {
  const platform = await OwnPlatform.start('--split');
  const bare: NodeChild[] = [];
  try {
    const rehearsed = await rehearse(platform);
    const port = await freePort();
    bare.push(...(await startBareChain(platform, port)));
    yield* play({
      ...rehearsed,
      compare: (name, connections, ourRequest, bareRequest) =>
        compare(
          name,
          'req/s',
          ROUNDS,
          () => requestsPerSecond(platform.run.gateway, connections, ourRequest),
          () => requestsPerSecond(`http://127.0.0.1:${port}`, connections, bareRequest),
        ),
    });
  } finally {
    await Promise.all(bare.map((child) => child.stop()));
    await platform.stop();
  }
}
