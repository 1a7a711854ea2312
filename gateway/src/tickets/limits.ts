/** What the tickets service takes at most, so that /docs promises no more and a refusal tells the number. */
export const LIMITS = {
  subject: 200,
  text: 10_000,
  comment: 2_000,
  note: 50_000,
  contractors: 20,
  people: 500,
  attachments: 20,
  quotes: 10,
  cents: 1_000_000_000,
} as const;
