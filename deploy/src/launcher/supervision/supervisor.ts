import { ownMoment } from '@intervia/testing/moment';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { type Child, killGroup, startOf } from './children.js';
import type { Pulse } from './heartbeat.js';

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  /** Resolves when the process can be used; rejects or never resolves otherwise. */
  ready: (signal: AbortSignal) => Promise<void>;
  /** Asked every few seconds; one that does not answer is ended and started again. */
  pulse?: Pulse;
}

export interface SupervisorListener {
  line(name: string, text: string): void;
  restarted(name: string, why: string): void;
  /** A process has a new pid, or none any more. */
  children(children: Record<string, Child>): void;
}

export interface Patience {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** After so long without an end, the next restart is quick again. */
  readonly steadyMs: number;
  readonly beatMs: number;
  /** So long may one answer take. */
  readonly answerMs: number;
  /** So many answers may be missing. */
  readonly missed: number;
}

const PATIENCE: Patience = {
  firstDelayMs: 200,
  longestDelayMs: 5_000,
  steadyMs: 30_000,
  beatMs: 3_000,
  answerMs: 5_000,
  missed: 3,
};
const READY_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 15_000;
/** A program ends so when another start would change nothing, such as over a damaged database. */
const EXIT_FOR_GOOD = 3;
/** So often may a program end before it was ever ready. */
const MAX_FALSE_STARTS = 5;
const LAST_LINES = 5;

interface Running {
  readonly spec: ProcessSpec;
  child: ChildProcess | undefined;
  identity: Child | undefined;
  delayMs: number;
  startedAt: number;
  isReady: boolean;
  falseStarts: number;
  readonly said: string[];
  giveUp: (reason: Error) => void;
}

/** Starts processes in order, starts again those that die or hang, stops them in the reverse order. */
export class Supervisor {
  readonly #running = new Map<string, Running>();
  readonly #patience: Patience;
  #stopping = false;

  constructor(
    private readonly listener: SupervisorListener,
    patience: Partial<Patience> = {},
  ) {
    this.#patience = { ...PATIENCE, ...patience };
  }

  /**
   * Starts one process and waits until it is ready.
   * @throws when it is not in time, or ends before it ever was, with what it said last
   */
  async start(spec: ProcessSpec): Promise<void> {
    const hopeless = Promise.withResolvers<never>();
    const running: Running = {
      spec,
      child: undefined,
      identity: undefined,
      delayMs: this.#patience.firstDelayMs,
      startedAt: 0,
      isReady: false,
      falseStarts: 0,
      said: [],
      giveUp: hopeless.reject,
    };
    this.#running.set(spec.name, running);
    this.#spawn(running);
    const ready = spec.ready(AbortSignal.timeout(READY_DEADLINE_MS)).catch((cause: unknown) => {
      throw new Error(`${spec.name} was not ready within ${READY_DEADLINE_MS / 1000} s`, { cause });
    });
    await Promise.race([ready, hopeless.promise]);
    running.isReady = true;
    if (spec.pulse) void this.#watch(running, spec.pulse);
  }

  /** Ends one process; it is started again at once. */
  restart(name: string, why: string): void {
    const { child } = this.#running.get(name) ?? {};
    if (!child?.pid) return;
    this.listener.line(name, `ended by the launcher: ${why}`);
    killGroup(child.pid, 'SIGKILL');
  }

  #spawn(running: Running): void {
    const { spec } = running;
    const child = spawn(spec.command, spec.args, {
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '/',
        ...ownMoment(),
        ...spec.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches the launcher alone: it decides the order in which the others stop. Each leads its own group.
      detached: true,
    });
    running.child = child;
    running.startedAt = performance.now();
    running.identity = child.pid ? { pid: child.pid, started: startOf(child.pid) ?? '' } : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (text) => {
        running.said.push(text);
        if (running.said.length > LAST_LINES) running.said.shift();
        this.listener.line(spec.name, text);
      });
    }
    child.once('error', (error) => running.said.push(error.message));
    child.once('close', (code, signal) => this.#closed(running, code, signal));
    this.#tell();
  }

  #closed(running: Running, code: number | null, signal: NodeJS.Signals | null): void {
    const { spec } = running;
    const why = signal ?? `exit ${code}`;
    running.child = undefined;
    running.identity = undefined;
    this.#tell();
    if (this.#stopping) return;
    if (!running.isReady) {
      running.falseStarts += 1;
      if (code === EXIT_FOR_GOOD || running.falseStarts >= MAX_FALSE_STARTS) {
        const said = running.said.join('\n') || 'It said nothing.';
        running.giveUp(new Error(`${spec.name} ended before it was ready (${why}):\n${said}`));
        return;
      }
    }
    this.listener.restarted(spec.name, why);
    const { firstDelayMs, longestDelayMs, steadyMs } = this.#patience;
    if (performance.now() - running.startedAt > steadyMs) running.delayMs = firstDelayMs;
    const delay = running.delayMs;
    running.delayMs = Math.min(delay * 2, longestDelayMs);
    setTimeout(() => {
      if (!this.#stopping) this.#spawn(running);
    }, delay);
  }

  /** A process that was just started again has its time to come up: its misses count from its first answer on. */
  async #watch(running: Running, pulse: Pulse): Promise<void> {
    const { beatMs, answerMs, missed } = this.#patience;
    let watched = running.child;
    let misses = 0;
    // It was ready just now.
    let answered = true;
    while (!this.#stopping) {
      await new Promise((resolve) => setTimeout(resolve, beatMs).unref());
      if (running.child !== watched) {
        watched = running.child;
        misses = 0;
        answered = false;
      }
      if (!watched || this.#stopping) continue;
      const isAlive = await pulse(AbortSignal.timeout(answerMs)).then(
        () => true,
        () => false,
      );
      if (running.child !== watched) continue;
      answered ||= isAlive;
      const hasHadTime = performance.now() - running.startedAt > READY_DEADLINE_MS / 2;
      misses = isAlive || !(answered || hasHadTime) ? 0 : misses + 1;
      if (misses >= missed) this.restart(running.spec.name, `no answer to ${misses} questions`);
    }
  }

  #tell(): void {
    const children = [...this.#running.values()].flatMap(({ spec, identity }) =>
      identity ? [[spec.name, identity] as const] : [],
    );
    this.listener.children(Object.fromEntries(children));
  }

  /** Stops every process, last started first; one that ignores SIGTERM is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { child } of [...this.#running.values()].toReversed()) {
      if (!child?.pid) continue;
      const { pid } = child;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const killer = setTimeout(() => killGroup(pid, 'SIGKILL'), STOP_DEADLINE_MS);
      await closed;
      clearTimeout(killer);
    }
  }
}
