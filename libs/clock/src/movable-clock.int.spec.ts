import type { RunningServer } from '@intervia/testing';
import { eventually, startNats } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import { MovableClock } from './movable-clock.js';
import { SystemClock } from './system-clock.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

const DAY = 24 * 3600_000;

let nats: RunningServer;
const open: { connection: NatsConnection; clock: MovableClock }[] = [];

/** As another process of the house has it. */
async function aClock(): Promise<MovableClock> {
  const connection = await connect({ servers: nats.url, maxReconnectAttempts: -1 });
  const clock = await MovableClock.connect(connection);
  open.push({ connection, clock });
  return clock;
}

const system = new SystemClock();
const offset = (clock: MovableClock) =>
  Math.round((clock.now().getTime() - system.now().getTime()) / 1_000) * 1_000;
const reaches = (clock: MovableClock, ms: number, timeoutMs = 10_000) =>
  eventually(() => (offset(clock) === ms ? true : undefined), { what: `an offset of ${ms}`, timeoutMs });

beforeAll(async () => {
  nats = await startNats();
});

afterAll(() => nats.stop());

afterEach(async () => {
  const [first] = open;
  await first?.clock.move(-offset(first.clock));
  for (const { clock, connection } of open.splice(0)) {
    await clock.close();
    await connection.close();
  }
});

describe('MovableClock', () => {
  it('moves every process and tells its listeners', async () => {
    const [one, two] = [await aClock(), await aClock()];
    const told = new Promise<void>((resolve) => void two.onMoved(resolve));
    await one.move(3 * DAY);
    expect(offset(one)).toBe(3 * DAY);
    await told;
    expect(offset(two)).toBe(3 * DAY);
  });

  it('is picked up by a process that starts later', async () => {
    await (await aClock()).move(DAY);
    expect(offset(await aClock())).toBe(DAY);
  });

  it('adds up moves made at the same time', async () => {
    const clocks = [await aClock(), await aClock(), await aClock()];
    await Promise.all(clocks.map((clock) => clock.move(DAY)));
    await Promise.all(clocks.map((clock) => reaches(clock, 3 * DAY)));
  });

  it('tells nobody after an unsubscribe', async () => {
    const clock = await aClock();
    let calls = 0;
    const unsubscribe = clock.onMoved(() => (calls += 1));
    await clock.move(DAY);
    unsubscribe();
    await clock.move(DAY);
    expect(calls).toBe(1);
  });

  it('follows on after a restart of NATS', async () => {
    const [one, two] = [await aClock(), await aClock()];
    await one.move(DAY);
    await nats.kill();
    await nats.restart();
    await eventually(() => one.move(DAY).then(() => true), { timeoutMs: 20_000 });
    await reaches(two, offset(one), 40_000);
  });
});
