import { EventEmitter, once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Supervisor, type ProcessSpec } from './supervisor.js';

const node = (name: string, script: string): ProcessSpec => ({
  name,
  command: process.execPath,
  args: ['-e', script],
  env: {},
  ready: () => Promise.resolve(),
});

describe('Supervisor', () => {
  const heard = new EventEmitter();
  const pids: Record<string, number>[] = [];
  const supervisor = (): Supervisor =>
    new Supervisor({
      line: (name, text) => void heard.emit('line', name, text),
      restarted: (name, why) => void heard.emit('restarted', name, why),
      pids: (now) => pids.push(now),
    });
  let running: Supervisor;

  afterEach(() => running.stop());

  it('starts a killed process again, and says so', async () => {
    running = supervisor();
    const first = once(heard, 'line');
    await running.start(node('clerk', 'console.log("up"); setInterval(() => {}, 1000)'));
    await first;
    const pid = pids.at(-1)?.['clerk'];
    const [restarted, again] = [once(heard, 'restarted'), once(heard, 'line')];
    process.kill(pid!, 'SIGKILL');
    expect(await restarted).toEqual(['clerk', 'SIGKILL']);
    expect(await again).toEqual(['clerk', 'up']);
    expect(pids.at(-1)?.['clerk']).not.toBe(pid);
  });

  it('stops the last started first', async () => {
    running = supervisor();
    const order: string[] = [];
    heard.on('line', (name: string, text: string) => text === 'bye' && order.push(name));
    const polite =
      'process.on("SIGTERM", () => { console.log("bye"); process.exit() }); console.log("up"); setInterval(() => {}, 1000)';
    for (const name of ['cellar', 'house']) {
      const up = once(heard, 'line');
      await running.start(node(name, polite));
      await up;
    }
    await running.stop();
    expect(order).toEqual(['house', 'cellar']);
  });
});
