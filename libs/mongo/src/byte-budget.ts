import { AppError } from '@intervia/messaging';

/** The largest document that one aggregate may become, in bytes of JSON: an answer on the bus holds it easily. */
export const AGGREGATE_BYTES = 128 * 1024;

/** A document would outgrow its budget. Thrown before the write: nothing was changed. */
export class BeyondBudget extends AppError {
  /** @param code names the aggregate, e.g. `TICKET_FULL`: the gateway has a sentence for it. */
  constructor(code: string, bytes: number, budget: number) {
    super(code, 'conflict', { bytes: String(bytes), budget: String(budget) });
  }
}

/** In UTF-8, written as JSON: near what MongoDB stores, and above what the bus carries. */
export function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/**
 * One that was stored too large before the budget was may still shrink, or stay as it is.
 * @throws BeyondBudget
 */
export function assertFits(
  code: string,
  after: unknown,
  { before, budget = AGGREGATE_BYTES }: FitOptions = {},
): void {
  const bytes = byteLength(after);
  if (bytes > budget && (before === undefined || bytes > byteLength(before))) {
    throw new BeyondBudget(code, bytes, budget);
  }
}

interface FitOptions {
  readonly before?: unknown;
  readonly budget?: number;
}
