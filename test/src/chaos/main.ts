import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@intervia/testing';
import { Desk } from '../lives/desk.js';
import { findScene } from '../lives/people.js';
import type { OwnPlatform } from '../platform/platform.js';
import { audit } from './audit.js';
import { FAULTS, type Fault } from './faults.js';
import { Ground } from './ground.js';
import { Load } from './load.js';
import { faultsTold } from './told.js';

const MINUTE_MS = 60_000;
const CALM_MS = 3_000;
const RECOVERY_MS = 180_000;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!Number.isFinite(minutes) || minutes <= 0) throw new Error('npm run chaos [-- --minutes 10]');

const say = (line: string): void => console.log(line);
const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const isUp = async (ground: Ground): Promise<boolean> => {
  const answer = await fetch(`${ground.platform.gateway}/health`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true;
};

/** @returns how long after the fault ended a command was taken again and all was up, in ms */
async function recovery(ground: Ground, load: Load): Promise<number> {
  const since = performance.now();
  await eventually(async () => ((await isUp(ground)) && load.lastSuccess > since ? true : undefined), {
    timeoutMs: RECOVERY_MS,
    intervalMs: 100,
    what: 'the platform to be up again',
  });
  return performance.now() - since;
}

async function inflict(fault: Fault, ground: Ground, load: Load): Promise<void> {
  await fault.inflict(ground);
  const ms = await recovery(ground, load);
  say(`${fault.name.padEnd(36)} up again alone ${seconds(ms).padStart(6)} s after it`);
}

async function placeOf(ground: Ground): Promise<object> {
  const { platform: run, dataDir } = ground;
  const desk = await Desk.at({ run, dataDir } as OwnPlatform);
  try {
    return (await findScene(desk, 'GERANCE')).place;
  } finally {
    await desk.close();
  }
}

const ground = await Ground.open();
say(
  `Chaos for ${minutes} min in ${ground.dataDir}${ground.isOwnDisk ? ', a disk of its own' : '; no disk of its own: it will not be filled'}`,
);
let failure: unknown;
try {
  const load = new Load(ground, await placeOf(ground));
  const running = load.run().catch((error: unknown) => {
    failure = error;
    console.error(error);
  });
  const end = performance.now() + minutes * MINUTE_MS;
  for (let n = 0; performance.now() < end && !failure; n++) {
    await delay(CALM_MS);
    await inflict(FAULTS[n % FAULTS.length]!, ground, load);
  }
  load.stop();
  await running;
  if (failure) throw new Error('the load failed', { cause: failure });
  const { findings, looked } = await audit(ground, load.acknowledged);
  say(`refused and sent again: ${JSON.stringify(Object.fromEntries(load.refusals))}`);
  for (const fault of load.faults) say(`answered 500: ${fault}`);
  for (const fault of await faultsTold(ground.dataDir)) say(`told as a fault: ${fault}`);
  say(`looked at: ${JSON.stringify(looked)}`);
  for (const { ticket, what } of findings) say(`WRONG ticket ${ticket}: ${what}`);
  say(
    findings.length === 0
      ? 'Nothing lost, nothing twice, everything up again alone.'
      : `${findings.length} findings`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await ground.close();
}
