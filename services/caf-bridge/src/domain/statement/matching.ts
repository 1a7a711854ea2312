import type { Occupant, Tenancy } from '../selection/tenancy.js';
import { nameKey } from '../values/transliterate.js';
import type { StatementLine } from './detail-record.js';

/** A person whom a line can be of. */
export interface Candidate {
  leaseId: string;
  /** Empty: the tenant, not a sharer. */
  sharerId: string;
  accountId: string;
  account: string;
  name: string;
  uniqueNumber: string;
}

/** How a line found its tenant; the order is that of trust (manual, "Réception des bordereaux"). */
export const MATCHED_BY = ['UNIQUE_NUMBER', 'ALLOCATAIRE', 'MEMORY', 'HAND'] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

/** What a person chose for a line like this one, for the next imports. */
export const memoryKey = ({ reference, allocataire, lastName, firstName }: MemoryFacts): string => {
  if (reference) return `R:${reference}`;
  return allocataire ? `A:${allocataire}` : `N:${nameKey(`${lastName} ${firstName}`)}`;
};

type MemoryFacts = Pick<StatementLine, 'reference' | 'allocataire' | 'lastName' | 'firstName'>;

export interface Found {
  byNumber: readonly Candidate[];
  byAllocataire: readonly Candidate[];
  remembered?: Candidate;
}

/** The one tenant of a line; nothing when none or several fit: a person decides then. */
export function match({
  byNumber,
  byAllocataire,
  remembered,
}: Found): { candidate: Candidate; by: MatchedBy } | undefined {
  if (byNumber.length === 1 && byNumber[0]) return { candidate: byNumber[0], by: 'UNIQUE_NUMBER' };
  if (byAllocataire.length === 1 && byAllocataire[0])
    return { candidate: byAllocataire[0], by: 'ALLOCATAIRE' };
  return remembered ? { candidate: remembered, by: 'MEMORY' } : undefined;
}

const LEAST_SCORE = 4;

/** How much an occupant looks like the one that the line names; 0 is not at all. */
export function likeness(
  line: Pick<StatementLine, 'lastName' | 'firstName' | 'amountCents'>,
  occupant: Occupant,
): number {
  const [last, first] = [nameKey(line.lastName), nameKey(line.firstName)];
  const [theirLast, theirFirst] = [nameKey(occupant.lastName), nameKey(occupant.firstName)];
  let score = 0;
  if (last !== '' && last === theirLast) score += 4;
  else if (last.length > 3 && (theirLast.startsWith(last) || last.startsWith(theirLast))) score += 2;
  // A married and a maiden name, in one order or the other.
  else if (
    last.length > 3 &&
    theirLast.split(' ').some((word) => word.length > 3 && last.split(' ').includes(word))
  )
    score += 2;
  if (first !== '' && first === theirFirst) score += 2;
  else if (first.length > 2 && theirFirst.startsWith(first.slice(0, 3))) score += 1;
  if (occupant.aid && occupant.aid.monthlyCents === line.amountCents) score += 2;
  return score >= LEAST_SCORE ? score : 0;
}

/** The sharer of an account that the line names, or the tenant alone. */
export function occupantOf(
  tenancy: Tenancy,
  line: Pick<StatementLine, 'lastName' | 'firstName' | 'amountCents'>,
): Occupant | undefined {
  if (tenancy.occupants.length === 1) return tenancy.occupants[0];
  const ranked = tenancy.occupants
    .map((occupant) => ({ occupant, score: likeness(line, occupant) }))
    .sort((a, b) => b.score - a.score);
  return (ranked[0]?.score ?? 0) > (ranked[1]?.score ?? 0) ? ranked[0]?.occupant : undefined;
}
