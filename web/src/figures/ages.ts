/** Rows of the backlog, in days; 0: no end. As the server counts them. */
export const AGES = [
  { from: 0, until: 3 },
  { from: 4, until: 7 },
  { from: 8, until: 14 },
  { from: 15, until: 30 },
  { from: 31, until: 0 },
] as const;
