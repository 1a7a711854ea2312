import type { LeaseFile } from '../property/lease.js';

/** When a lease takes up its unit; both days included, until the end of time when it has none. */
export interface Span {
  leaseId: string;
  from: string;
  until: string;
  /** A flat-share with one contract for each: others of its kind may stand beside it. */
  separate: boolean;
}

const END_OF_TIME = '9999-12-31';

/** A mobility lease ends when it says (loi 89-462, art. 25-14); others go on until somebody leaves. */
function spanEnd(lease: LeaseFile): string {
  if (lease.leftOn) return lease.leftOn;
  const ends = [
    ...lease.notices.filter(({ sharerId }) => sharerId === '').map(({ leavesOn }) => leavesOn),
    ...(lease.kind === 'mobility' && lease.endsOn ? [lease.endsOn] : []),
  ];
  return ends.toSorted()[0] ?? END_OF_TIME;
}

export const spanOf = (lease: LeaseFile): Span => ({
  leaseId: lease.id,
  from: lease.effectOn,
  until: spanEnd(lease),
  separate: lease.separateContracts,
});

/** The next tenant may enter on the day on which the one before leaves. */
const overlaps = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

/** The lease in whose time this one falls. */
export const inTheWay = (span: Span, others: readonly Span[]): Span | undefined =>
  others.find(
    (other) => other.leaseId !== span.leaseId && !(span.separate && other.separate) && overlaps(span, other),
  );
