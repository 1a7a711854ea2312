import { ownMoment } from '@intervia/testing/moment';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CafEnv } from '../caf.env.js';

const PROGRAM = join(import.meta.dirname, '../../dist/main.js');

/** The bridge as it runs: the built program in a process of its own, which can be killed as an operating system kills. */
export class BridgeProcess {
  private constructor(private readonly child: ChildProcess) {}

  static start(env: CafEnv, changes: Record<string, string> = {}): BridgeProcess {
    const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
    const child = spawn(process.execPath, [PROGRAM], {
      env: { ...variables, ...changes, ...ownMoment() },
      stdio: 'inherit',
    });
    return new BridgeProcess(child);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
