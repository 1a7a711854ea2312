import { spawn } from 'node:child_process';
import process from 'node:process';

/** Runs the program that an npm script is for, and ends as it does. */
export function handOver(command, args, env = {}) {
  const program = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  // Ctrl-C reaches the whole process group; the program decides how to stop and this one waits for it.
  process.on('SIGINT', () => undefined);
  // Who ends npm reaches this process alone.
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  program.on('exit', (status, signal) => (process.exitCode = signal ? 1 : (status ?? 1)));
}
