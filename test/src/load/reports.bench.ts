import { startNats } from '@intervia/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { spawnNode } from './child.js';
import type { Measure } from './measure.js';
import { measureOf } from './measure.js';

interface Told {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number;
  readonly details: Readonly<Record<string, number>>;
}

/** Closed ones of a year, stored without a rebuild. */
const STORED_TICKETS = 100_000;

const PROGRAM = new URL('../../../services/reporting/dist/testing/bench/main.js', import.meta.url);

/** What a phase has measured in a process of its own. */
async function phase(name: string, ...options: readonly string[]): Promise<Measure[]> {
  const child = fork(PROGRAM, [name, ...options], { execArgv: [] });
  const told: Told[] = [];
  child.on('message', (message) => told.push(message as Told));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`reports: ${name} ended with ${code}`);
  return told.map(({ name: what, unit, value, baseline, details }) => ({
    ...measureOf(`reports: ${what}`, unit, value, baseline),
    ...Object.fromEntries(Object.entries(details).map(([key, one]) => [key, Number(one.toPrecision(4))])),
  }));
}

/**
 * A rebuild of the read model beside a read of the same events, a dashboard over as many closed tickets, and over 100,000 that
 * are stored straight, beside a bare count by index; a report with 500 photos beside the same photos written by the bare PDF library; and what 5,000 photos take of memory,
 * beside what the process held before them.
 */
export async function* benchReports(tickets: number): AsyncIterable<Measure> {
  const nats = await startNats();
  const server = await spawnNode(new URL('./database.js', import.meta.url), {});
  try {
    yield* await phase('read-model', String(tickets), nats.url, server.ready as string);
    yield* await phase('dashboard', String(STORED_TICKETS), nats.url, server.ready as string);
  } finally {
    await server.stop();
    await nats.stop();
  }
  yield* await phase('report');
  yield* await phase('photos');
}
