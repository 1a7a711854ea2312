import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pino's number for `error`: what a service takes for a fault of its own, not for an outage. */
const ERROR = 50;
const CAUSES = 4;

interface Thrown {
  readonly type?: string;
  readonly message?: string;
  readonly code?: string | number;
  readonly cause?: Thrown;
}

interface Line {
  readonly level?: number;
  readonly time?: number;
  readonly msg?: string;
  readonly subject?: string;
  readonly detail?: string;
  readonly err?: Thrown;
}

const clock = (time: number): string => new Date(time).toISOString().slice(11, 23);

function causesOf(err: Thrown | undefined): string {
  const said: string[] = [];
  for (let one = err, depth = 0; one && depth < CAUSES; one = one.cause, depth++)
    said.push([one.type, one.code, one.message].filter((part) => part !== undefined).join(' '));
  return said.join(' < ');
}

function read(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return {};
  }
}

/** What the services took for faults of their own, with its cause: an answer 500 stands among them. */
export async function faultsTold(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'logs');
  const told: { time: number; text: string }[] = [];
  for (const file of await readdir(folder)) {
    for (const row of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const { level = 0, time = 0, msg, subject, detail, err } = read(row);
      if (level < ERROR) continue;
      const why = causesOf(err) || detail?.split('\n', 2).join(' ');
      told.push({
        time,
        text: [clock(time), file, msg, subject, why].filter(Boolean).join(' | '),
      });
    }
  }
  return told.sort((one, other) => one.time - other.time).map(({ text }) => text);
}
