const DUPLICATE_KEY = 11000;

interface WriteFailure {
  code?: number;
  writeErrors?: { code?: number; err?: { code?: number } }[];
}

export const isDuplicateKey = (error: unknown): boolean => (error as WriteFailure).code === DUPLICATE_KEY;

/** Of many documents inserted together, those that failed were all known already. */
export function isOnlyDuplicates(error: unknown): boolean {
  const { writeErrors } = error as WriteFailure;
  if (!writeErrors || writeErrors.length === 0) return isDuplicateKey(error);
  return writeErrors.every((failed) => (failed.code ?? failed.err?.code) === DUPLICATE_KEY);
}
