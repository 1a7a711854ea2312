import { RequestError, TimeoutError } from '@nats-io/transport-node';

const TRY_MS = 5_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

export interface Patience {
  /** How long an answer may take in all. */
  readonly deadlineMs: number;
  /** After so long without an answer it is asked once more, then after twice as long. */
  readonly tryMs?: number;
}

/** Nobody listens now, or the answer did not come: both pass when a service or the server is restarted. */
export const isAbsence = (error: unknown): boolean =>
  error instanceof TimeoutError || (error instanceof RequestError && error.isNoResponders());

/**
 * Asks, and asks again while there is no answer: whoever was asked may have died with the question. The first answer counts,
 * to whichever question: a service that is slow because it is busy would otherwise be asked for ever, and never heard.
 * @throws the last absence, once the deadline is over; whatever else is thrown, at once
 */
export function firstAnswer<T>(
  ask: (timeoutMs: number) => Promise<T>,
  { deadlineMs, tryMs = TRY_MS }: Patience,
): Promise<T> {
  const deadline = performance.now() + deadlineMs;
  let asked = 0;
  let isOver = false;
  let untilNextMs = tryMs;
  let pauseMs = FIRST_PAUSE_MS;
  let next: NodeJS.Timeout | undefined;
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      isOver = true;
      clearTimeout(next);
    };
    const askAgain = (ms: number): void => {
      clearTimeout(next);
      next = setTimeout(question, ms);
    };
    const onAbsence = (error: Error): void => {
      // Of a question that was asked besides the one that has its answer.
      if (isOver) return;
      if (performance.now() + pauseMs < deadline) {
        askAgain(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      } else if (asked === 0) {
        end();
        reject(error);
      }
    };
    const question = (): void => {
      const left = deadline - performance.now();
      if (left < 1 && asked > 0) return;
      asked += 1;
      askAgain(untilNextMs);
      untilNextMs *= 2;
      ask(Math.max(1, left)).then(
        (answer) => {
          end();
          resolve(answer);
        },
        (error: Error) => {
          asked -= 1;
          if (isAbsence(error)) return onAbsence(error);
          end();
          reject(error);
        },
      );
    };
    question();
  });
}
