import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_EVERY_MS = 15_000;
/** A collection stops everything for a fifth of a second: only where nobody waits. */
const IDLE_UTILIZATION = 0.05;
const WORTHWHILE_BYTES = 48 * 2 ** 20;

export interface Look {
  /** Of the event loop since the last look, 0 to 1. */
  utilization: number;
  heapBytes: number;
  /** Of the heap after the last collection; 0 before the first. */
  keptBytes: number;
}

/** Idle, and grown enough since the last time. */
export const isWorthwhile = ({ utilization, heapBytes, keptBytes }: Look): boolean =>
  utilization < IDLE_UTILIZATION && heapBytes - keptBytes >= WORTHWHILE_BYTES;

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back the memory that a boot or a busy time has left. V8 collects when it is asked for more, so that an idle process
 * would keep its garbage for ever; only a collection of last resort also returns the pages.
 */
export function giveBackWhenIdle(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  let keptBytes = 0;
  let before = performance.eventLoopUtilization();
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (!isWorthwhile({ utilization, heapBytes: process.memoryUsage().heapTotal, keptBytes })) return;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    keptBytes = process.memoryUsage().heapTotal;
  }, LOOK_EVERY_MS).unref();
}
