import { setTimeout as delay } from 'node:timers/promises';

const DEADLINE_MS = 90_000;
const PAUSE_MS = 500;

/** Does again what failed, as a person would whose page did not load, until it works or patience ends. */
export async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(PAUSE_MS);
    }
  }
}
