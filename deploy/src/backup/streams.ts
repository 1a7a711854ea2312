import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import type { ConsumerConfig, JetStreamManager } from '@nats-io/jetstream';
import { createInbox } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';

const CHUNK_BYTES = 128 * 1024;
const PATIENCE = { timeout: 60_000 };
const NOTHING = new Uint8Array();

/** How far a durable has come. */
interface Mark {
  readonly stream: string;
  readonly config: ConsumerConfig;
  /** The last fact that it and all before it are done with. */
  readonly done: number;
}

interface Answer {
  readonly error?: { readonly description?: string };
}

function answerOf<T>(message: Msg, what: string): T {
  const answer = message.json<T & Answer>();
  if (answer.error) throw new Error(`${what}: ${answer.error.description ?? 'refused'}`);
  return answer;
}

async function streamsOf(manager: JetStreamManager): Promise<string[]> {
  const names: string[] = [];
  for await (const { config } of manager.streams.list()) names.push(config.name);
  return names;
}

/** Taken before the databases are read: what is done after that is delivered again, and known by the inbox. */
export async function markDurables(connection: NatsConnection): Promise<Mark[]> {
  const manager = await jetstreamManager(connection);
  const marks: Mark[] = [];
  for (const stream of await streamsOf(manager)) {
    for await (const { config, ack_floor } of manager.consumers.list(stream)) {
      if (config.durable_name) marks.push({ stream, config, done: ack_floor.stream_seq });
    }
  }
  return marks;
}

/** Every stream as the server's own snapshot, with its sequences and times (NATS, "JetStream API": STREAM.SNAPSHOT). */
export async function dumpStreams(
  connection: NatsConnection,
  marks: readonly Mark[],
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = await streamsOf(await jetstreamManager(connection));
  for (const name of names) await dumpStream(connection, name, folder);
  await writeFile(join(folder, 'durables.json'), JSON.stringify(marks, undefined, 2));
  return names;
}

async function dumpStream(connection: NatsConnection, name: string, folder: string): Promise<void> {
  const deliver = createInbox();
  const pieces = connection.subscribe(deliver);
  const file = await open(join(folder, `${name}.snapshot`), 'w');
  try {
    const asked = { deliver_subject: deliver, no_consumers: true, chunk_size: CHUNK_BYTES };
    const begun = await connection.request(
      `$JS.API.STREAM.SNAPSHOT.${name}`,
      JSON.stringify(asked),
      PATIENCE,
    );
    const { config, state } = answerOf<{ config: object; state: object }>(begun, `snapshot of ${name}`);
    for await (const piece of pieces) {
      if (piece.headers?.hasError) throw new Error(`snapshot of ${name}: ${piece.headers.description}`);
      if (piece.data.length === 0) break;
      await file.write(piece.data);
      piece.respond();
    }
    await writeFile(join(folder, `${name}.json`), JSON.stringify({ config, state }, undefined, 2));
  } finally {
    pieces.unsubscribe();
    await file.close();
  }
}

/** On a server that has none of them; durables go on from where they were marked. */
export async function restoreStreams(connection: NatsConnection, folder: string): Promise<string[]> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.snapshot'))
    .map((file) => file.slice(0, -'.snapshot'.length));
  for (const name of names) await restoreStream(connection, name, folder);
  const { consumers } = await jetstreamManager(connection);
  const marks = JSON.parse(await readFile(join(folder, 'durables.json'), 'utf8')) as Mark[];
  for (const { stream, config, done } of marks)
    await consumers.add(stream, {
      ...config,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: done + 1,
    });
  return names;
}

async function restoreStream(connection: NatsConnection, name: string, folder: string): Promise<void> {
  const description = await readFile(join(folder, `${name}.json`));
  const begun = await connection.request(`$JS.API.STREAM.RESTORE.${name}`, description, PATIENCE);
  const { deliver_subject: to } = answerOf<{ deliver_subject: string }>(begun, `restoring ${name}`);
  const pieces = createReadStream(join(folder, `${name}.snapshot`), { highWaterMark: CHUNK_BYTES });
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    const taken = await connection.request(to, piece, PATIENCE);
    if (taken.data.length > 0) answerOf(taken, `restoring ${name}`);
  }
  answerOf(await connection.request(to, NOTHING, PATIENCE), `restoring ${name}`);
}
