import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface NodeChild {
  stop(): Promise<void>;
}

/** A Node process of its own, ready once it has sent a message. */
export async function spawnNode(file: URL, env: Record<string, string>): Promise<NodeChild> {
  const child = fork(file, { env: { ...process.env, ...env } });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file.pathname} ended with ${code}`))),
  ]);
  return {
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
