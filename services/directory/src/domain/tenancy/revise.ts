import { InvalidRequest, RentFrozen, RevisionTooEarly, TenantLeft } from '../property-errors.js';
import type { LeaseFile, RentRevision } from '../property/lease.js';
import { monthlyRent } from '../property/lease.js';
import { addMonths } from './days.js';

export interface AskedRevision {
  revision: RentRevision;
  /** Permanent lines of the rent, with their new amounts. */
  lines: readonly { lineId: string; amountCents: number }[];
  nextRevisionOn: string;
}

/** How many are kept on the file; older ones are in the events. */
const KEPT = 40;

const refuse = (field: string, code: string): never => {
  throw new InvalidRequest([{ field, code }]);
};

/**
 * The rent as its caller computed it. Once a year, from the asking on and never back (loi 89-462, art. 17-1), and not
 * at all for a dwelling of class F or G.
 */
export function reviseRent(
  lease: LeaseFile,
  { revision, lines, nextRevisionOn }: AskedRevision,
): { lease: LeaseFile; revision: RentRevision } {
  if (lease.leftOn) throw new TenantLeft();
  if (lease.revision?.frozen) throw new RentFrozen();
  if (!revision.askedOn) refuse('revision.askedOn', 'REQUIRED');
  if (!revision.effectOn) refuse('revision.effectOn', 'REQUIRED');
  if (revision.effectOn < revision.askedOn) refuse('revision.effectOn', 'INVALID_PERIOD');
  const last = lease.revisions.at(-1);
  const earliestOn = addMonths(last?.effectOn ?? lease.effectOn, 12);
  if (revision.effectOn < earliestOn) throw new RevisionTooEarly(earliestOn);
  const amounts = new Map(lines.map(({ lineId, amountCents }) => [lineId, amountCents]));
  if (amounts.size === 0) refuse('lines', 'REQUIRED');
  lines.forEach(({ lineId, amountCents }, at) => {
    const line = lease.permanentLines.find(({ id }) => id === lineId);
    if (line?.kind !== 'rent') refuse(`lines.${String(at)}.lineId`, 'UNKNOWN_RECORD');
    if (amountCents <= 0) refuse(`lines.${String(at)}.amountCents`, 'OUT_OF_RANGE');
  });
  const permanentLines = lease.permanentLines.map((line) => ({
    ...line,
    amountCents: amounts.get(line.id) ?? line.amountCents,
  }));
  const done: RentRevision = {
    ...revision,
    oldRentCents: monthlyRent(lease),
    newRentCents: monthlyRent({ permanentLines }),
  };
  return {
    revision: done,
    lease: {
      ...lease,
      permanentLines,
      revisions: [...lease.revisions, done].slice(-KEPT),
      revision: {
        index: revision.index,
        referenceQuarter: revision.quarter,
        referenceValue: revision.value,
        nextOn: nextRevisionOn || addMonths(revision.effectOn, 12),
        frozen: false,
      },
    },
  };
}
