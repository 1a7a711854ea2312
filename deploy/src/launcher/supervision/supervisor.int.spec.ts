import { EventEmitter, once } from 'node:events';
import { eventually } from '@intervia/testing';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type Child, endLeftovers, isRunning, startOf } from './children.js';
import { http } from './heartbeat.js';
import { type Patience, type ProcessSpec, Supervisor } from './supervisor.js';

// Processes on a busy machine.
jest.setTimeout(60_000);

const PATIENCE: Partial<Patience> = {
  firstDelayMs: 20,
  longestDelayMs: 40,
  beatMs: 30,
  answerMs: 200,
  missed: 2,
};

const node = (name: string, script: string): ProcessSpec => ({
  name,
  command: process.execPath,
  args: ['-e', script],
  env: {},
  ready: () => Promise.resolve(),
});

describe('Supervisor', () => {
  const heard = new EventEmitter();
  const children: Record<string, Child>[] = [];
  const supervisor = (patience = PATIENCE): Supervisor =>
    new Supervisor(
      {
        line: (name, text) => void heard.emit('line', name, text),
        restarted: (name, why) => void heard.emit('restarted', name, why),
        children: (now) => children.push(now),
      },
      patience,
    );
  let running: Supervisor;

  afterEach(() => running.stop());

  it('starts a killed process again, and says so', async () => {
    running = supervisor();
    const first = once(heard, 'line');
    await running.start(node('clerk', 'console.log("up"); setInterval(() => {}, 1000)'));
    await first;
    const pid = children.at(-1)?.['clerk']?.pid;
    const [restarted, again] = [once(heard, 'restarted'), once(heard, 'line')];
    process.kill(pid!, 'SIGKILL');
    expect(await restarted).toEqual(['clerk', 'SIGKILL']);
    expect(await again).toEqual(['clerk', 'up']);
    expect(children.at(-1)?.['clerk']?.pid).not.toBe(pid);
  });

  it('ends a process that hangs, and starts it again', async () => {
    running = supervisor();
    const server = `require("http").createServer((_, r) => r.end()).listen(0, "127.0.0.1", function () { console.log(this.address().port) })`;
    const first = once(heard, 'line') as Promise<[string, string]>;
    let port = '';
    const clerk = node('clerk', server);
    clerk.pulse = (signal) => http(`http://127.0.0.1:${port}/`)(signal);
    const started = running.start(clerk);
    [, port] = await first;
    await started;
    const pid = children.at(-1)!['clerk']!.pid;
    const again = once(heard, 'restarted');
    process.kill(pid, 'SIGSTOP');
    expect(await again).toEqual(['clerk', 'SIGKILL']);
  });

  it('is quick again with one that had been up for long, however often that comes to pass', async () => {
    // Whatever was up at all counts as long. Without the return to the first delay the ninth start is ten minutes off.
    running = supervisor({ ...PATIENCE, steadyMs: 0, firstDelayMs: 1_000, longestDelayMs: 600_000 });
    let ends = 0;
    heard.on('restarted', () => (ends += 1));
    await running.start(node('clerk', 'process.exit(1)'));
    await eventually(() => ends > 8 || undefined, { what: 'nine ends', timeoutMs: 50_000 });
  });

  it('gives up on what ends for good before it was ever ready, and says what it said', async () => {
    running = supervisor();
    const never: ProcessSpec = {
      ...node('mongo', 'console.error("The database is damaged"); process.exit(3)'),
      ready: () => new Promise(() => undefined),
    };
    await expect(running.start(never)).rejects.toThrow(
      /mongo ended before it was ready .*\nThe database is damaged/s,
    );
  });

  it('gives up on what crashes each time before it was ever ready', async () => {
    running = supervisor();
    const never: ProcessSpec = {
      ...node('mongo', 'process.kill(process.pid, "SIGSEGV")'),
      ready: () => new Promise(() => undefined),
    };
    await expect(running.start(never)).rejects.toThrow(/SIGSEGV/);
  });

  it('knows and ends what a killed launcher left, with what that started, and nobody else', async () => {
    running = supervisor();
    const parent =
      'const c = require("child_process").spawn("sleep", ["600"]); console.log(c.pid); setInterval(() => {}, 1000)';
    const said = once(heard, 'line') as Promise<[string, string]>;
    await running.start(node('redis', parent));
    const [, grandchild] = await said;
    const redis = children.at(-1)!['redis']!;
    const reused: Child = { pid: process.pid, started: redis.started };
    expect(await endLeftovers({ reused })).toEqual([]);
    const closed = once(heard, 'restarted');
    expect(await endLeftovers({ redis, reused })).toEqual(['redis']);
    await closed;
    expect(isRunning(redis)).toBe(false);
    expect(startOf(Number(grandchild))).toBeUndefined();
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
