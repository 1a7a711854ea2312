import { mkdirSync } from 'node:fs';
import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs that are not ours: what they say is kept, not shown. */
const QUIET = new Set(['nats', 'redis', 'mongo', 'mail', 'sms', 'jestimo']);

const MAX_BYTES = 5 * 1024 * 1024;
/** `x.log.1` is the newest of the older ones. */
const KEPT = 3;
/** What a full disk keeps from being written is dropped beyond so much. */
const MAX_WAITING = 256 * 1024;

/** A file that is appended to, set aside when it has grown, and never the end of whoever writes to it. */
class LogFile {
  private waiting = '';
  private dropped = 0;
  private size: number | undefined;
  private writing: Promise<void> | undefined;

  constructor(private readonly path: string) {}

  write(text: string): void {
    if (this.waiting.length > MAX_WAITING) this.dropped += 1;
    else this.waiting += `${text}\n`;
    this.writing ??= this.flush().finally(() => (this.writing = undefined));
  }

  /** Once all that was said is written, or could not be. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private async flush(): Promise<void> {
    while (this.waiting !== '') {
      const text = this.waiting;
      try {
        await this.rotate(text.length);
        await appendFile(this.path, this.dropped > 0 ? `(${this.dropped} lines lost)\n${text}` : text, {
          mode: 0o600,
        });
        this.size = (this.size ?? 0) + Buffer.byteLength(text);
        this.dropped = 0;
        this.waiting = this.waiting.slice(text.length);
      } catch {
        // A full disk, most likely: it stays in memory until the next line tries again.
        return;
      }
    }
  }

  private async rotate(bytes: number): Promise<void> {
    this.size ??= await stat(this.path).then(
      ({ size }) => size,
      () => 0,
    );
    if (this.size === 0 || this.size + bytes <= MAX_BYTES) return;
    for (let number = KEPT; number > 0; number--) {
      const from = number === 1 ? this.path : `${this.path}.${number - 1}`;
      await rename(from, `${this.path}.${number}`).catch(() => undefined);
    }
    this.size = 0;
  }
}

export interface Logs {
  line(name: string, text: string): void;
  settled(): Promise<void>;
}

/** Keeps what each process says in a file of its own, and shows what ours say. */
export function openLogs(folder: string): Logs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, LogFile>();
  return {
    line: (name, text) => {
      const file = files.get(name) ?? new LogFile(join(folder, `${name}.log`));
      files.set(name, file);
      file.write(text);
      if (!QUIET.has(name)) console.log(`${name.padEnd(17)} ${text}`);
    },
    settled: async () => {
      await Promise.all([...files.values()].map((file) => file.settled()));
    },
  };
}
