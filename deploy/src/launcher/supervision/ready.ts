import { connect } from 'node:net';
import { httpStatus } from './http-status.js';
import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 50;
const ANSWER_MS = 5_000;

async function until(signal: AbortSignal, probe: () => Promise<boolean>): Promise<void> {
  while (!(await probe())) await delay(RETRY_MS, undefined, { signal });
}

/** Resolves when something accepts connections on the loopback port. */
export function listening(port: number): (signal: AbortSignal) => Promise<void> {
  const probe = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
  return (signal) => until(signal, probe);
}

/** Resolves when the address answers 2xx. */
export function healthy(url: string): (signal: AbortSignal) => Promise<void> {
  const probe = async (): Promise<boolean> => {
    const status = await httpStatus(url, AbortSignal.timeout(ANSWER_MS)).catch(() => 0);
    return status === 200;
  };
  return (signal) => until(signal, probe);
}
