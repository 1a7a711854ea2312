const DEFAULT_LIMIT = 20;
const MOST = 100;

/** The contract's "At most 100, default 20". */
export const effectiveLimit = (asked: number): number => Math.min(asked || DEFAULT_LIMIT, MOST);
