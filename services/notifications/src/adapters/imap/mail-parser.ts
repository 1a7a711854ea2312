import { Worker } from 'node:worker_threads';
import type { ReceivedMail } from '../../domain/received-mail.js';
import type { ParseJob } from './parse-worker.js';

/** Ten times what the largest mail that we take needs. */
const PARSE_MS = 20_000;
const MEMORY_MB = 384;
/** Threads run what was built, also beside tests that run the sources. */
const PROGRAM = new URL('./parse-worker.js', import.meta.url.replace('/src/adapters/', '/dist/adapters/'));

/** The mail cannot be read: it is broken, takes too long or too much. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
}

type Answer = { readonly mail: ReceivedMail } | { readonly fault: string };

/** One mail at a time, in a thread that can be ended and is begun again. */
export class MailParser {
  private worker?: Worker;

  /** @throws UnreadableMail */
  async parse(job: ParseJob, withinMs = PARSE_MS): Promise<ReceivedMail> {
    const worker = (this.worker ??= new Worker(PROGRAM, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    }));
    try {
      const answer = await answerOf(worker, job, withinMs);
      if ('mail' in answer) return answer.mail;
      throw new UnreadableMail(answer.fault);
    } catch (error) {
      await this.close();
      throw error instanceof UnreadableMail ? error : new UnreadableMail(String(error));
    }
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}

function answerOf(worker: Worker, job: ParseJob, withinMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(new UnreadableMail(`not parsed within ${withinMs} ms`)), withinMs);
    const onExit = (code: number) => end(new UnreadableMail(`thread ended with ${code}`));
    const end = (result: Answer | Error) => {
      clearTimeout(timer);
      worker.off('message', end).off('error', end).off('exit', onExit);
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    worker.once('message', end).once('error', end).once('exit', onExit);
    worker.postMessage(job);
  });
}
