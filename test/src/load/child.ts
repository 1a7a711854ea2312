import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface NodeChild {
  /** What it sent when it was ready. */
  readonly ready: unknown;
  stop(): Promise<void>;
}

/** A Node process of its own, ready once it has sent a message. */
export async function spawnNode(file: URL, env: Record<string, string>): Promise<NodeChild> {
  const child = fork(file, { env: { ...process.env, ...env } });
  const [ready] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file.pathname} ended with ${code}`))),
  ])) as unknown[];
  return { ready, stop: () => endNode(child, 'SIGTERM') };
}

export async function endNode(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
