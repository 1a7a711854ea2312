import { DUPLICATE_KEY, isDuplicateKey } from '@intervia/mongo';

interface WriteFailure {
  writeErrors?: { code?: number; err?: { code?: number } }[];
}

/** Of many documents inserted together, those that failed were all known already. */
export function isOnlyDuplicates(error: unknown): boolean {
  const { writeErrors } = error as WriteFailure;
  if (!writeErrors || writeErrors.length === 0) return isDuplicateKey(error);
  return writeErrors.every((failed) => (failed.code ?? failed.err?.code) === DUPLICATE_KEY);
}
