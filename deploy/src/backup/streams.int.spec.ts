import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '@intervia/testing';
import { startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { dumpStreams, markDurables, restoreStreams } from './streams.js';

const [STREAM, DURABLE] = ['FACTS', 'follower'];

describe('a snapshot of the streams', () => {
  let folder: string;
  const servers: RunningServer[] = [];
  const connections: NatsConnection[] = [];

  const aBus = async (): Promise<NatsConnection> => {
    const server = await startNats();
    const connection = await connect({ servers: server.url });
    servers.push(server);
    connections.push(connection);
    return connection;
  };
  const follower = async (bus: NatsConnection) => jetstream(bus).consumers.get(STREAM, DURABLE);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intervia-streams-'));
  });
  afterAll(async () => {
    await Promise.all(connections.map((one) => one.close()));
    await Promise.all(servers.map((one) => one.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps numbers, words and headers, and delivers again what was done after the mark', async () => {
    const [from, to] = [await aBus(), await aBus()];
    const manager = await jetstreamManager(from);
    await manager.streams.add({ name: STREAM, subjects: ['facts.>'] });
    await manager.consumers.add(STREAM, { durable_name: DURABLE, ack_policy: AckPolicy.Explicit });
    const told = headers();
    told.set('intervia-event', 'é1');
    for (const text of ['gone', 'done', 'done since', 'waiting'])
      await jetstream(from).publish('facts.one', text.padEnd(200_000, '.'), { headers: told });
    await manager.streams.deleteMessage(STREAM, 1);
    const first = await (await follower(from)).next();
    await first?.ackAck();
    const marks = await markDurables(from);
    await (await (await follower(from)).next())?.ackAck();
    expect(await dumpStreams(from, marks, folder)).toEqual([STREAM]);

    expect(await restoreStreams(to, folder)).toEqual([STREAM]);
    const { state } = await (await jetstreamManager(to)).streams.info(STREAM);
    expect([state.messages, state.first_seq, state.last_seq]).toEqual([3, 2, 4]);
    const again = await (await follower(to)).next();
    expect([again?.seq, again?.string().slice(0, 11), again?.headers?.get('intervia-event')]).toEqual([
      3,
      'done since.',
      'é1',
    ]);
  });
});
