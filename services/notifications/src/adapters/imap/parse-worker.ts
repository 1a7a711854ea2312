/** Parses mails in a thread of its own: whoever sends one that takes for ever, or all memory, ends this thread only. */
import { parentPort } from 'node:worker_threads';
import { parseMail } from './parse-mail.js';

export interface ParseJob {
  readonly source: Uint8Array;
  readonly fallbackId: string;
  readonly receivedAt: Date;
}

parentPort?.on('message', ({ source, fallbackId, receivedAt }: ParseJob) => {
  parseMail(Buffer.from(source), fallbackId, receivedAt).then(
    (mail) => parentPort?.postMessage({ mail }),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) }),
  );
});
