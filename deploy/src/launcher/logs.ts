import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** Programs that are not ours: what they say is kept, not shown. */
const QUIET = new Set(['nats', 'redis', 'mongo', 'mail', 'sms']);

/** Keeps what each process says in a file of its own, and shows what ours say. */
export function openLogs(folder: string): (name: string, text: string) => void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  return (name, text) => {
    const file = files.get(name) ?? createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    files.set(name, file);
    file.write(`${text}\n`);
    if (!QUIET.has(name)) console.log(`${name.padEnd(17)} ${text}`);
  };
}
