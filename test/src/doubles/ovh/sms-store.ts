import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** One SMS to one receiver, in the words of OVH's `/sms/{service}/outgoing/{id}`. */
export interface OutgoingSms {
  id: number;
  tag: string;
  receiver: string;
  sender: string;
  message: string;
  credits: number;
  numberOfSms: number;
  creationDatetime: string;
  /** 4: delivered. */
  ptt: number;
  deliveryReceipt: number;
}

/** What was accepted, one line a job, on the disk before the answer leaves: a killed double forgets nothing. */
export class SmsStore {
  private constructor(
    private readonly file: FileHandle,
    private readonly accepted: OutgoingSms[],
  ) {}

  static async open(dataDir: string): Promise<SmsStore> {
    mkdirSync(dataDir, { recursive: true });
    const path = join(dataDir, 'sms.jsonl');
    const accepted = existsSync(path) ? load(path) : [];
    return new SmsStore(await open(path, 'a'), accepted);
  }

  async add(job: readonly Omit<OutgoingSms, 'id'>[]): Promise<OutgoingSms[]> {
    const first = (this.accepted.at(-1)?.id ?? 0) + 1;
    const added = job.map((sms, index) => ({ ...sms, id: first + index }));
    this.accepted.push(...added);
    await this.file.appendFile(`${JSON.stringify(added)}\n`);
    await this.file.datasync();
    return added;
  }

  all(): readonly OutgoingSms[] {
    return this.accepted;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

function load(path: string): OutgoingSms[] {
  const text = readFileSync(path, 'utf8');
  // A kill in the middle of a write leaves half a line, which nobody was told of.
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  if (complete.length < text.length) truncateSync(path, Buffer.byteLength(complete));
  return complete
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => JSON.parse(line) as OutgoingSms[]);
}
