import type { Day } from '../values/day.js';

/** P: notice given, the person is still there. D: gone. A: the notice was withdrawn. */
export const NATURES = ['P', 'D', 'A'] as const;
export type Nature = (typeof NATURES)[number];

/** 1 tenant's notice … 7 a flat-sharer leaves; the numbers of the record. */
export type Reason = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface NewAddress {
  line: string;
  postcode: string;
  town: string;
}

/** What a CAF42 says of a person who leaves. */
export interface Leaving {
  leaseId: string;
  /** Whose; empty for all who live there. */
  sharerId: string;
  noticeId: string;
  reason: Reason;
  noticeDate?: Day;
  noticeEnd?: Day;
  departedOn?: Day;
  lastMonthPaid: boolean;
  balanceCents: number;
  newAddress: NewAddress;
  sharersLeft: number;
}

/** Where the radiation of a person stands: what was told of it so far. */
export type RadiationState = 'NONE' | 'P' | 'A' | 'D';

export type RadiationFact = 'NOTICE_GIVEN' | 'NOTICE_WITHDRAWN' | 'DEPARTED';

/**
 * What a fact sends. Without the option, a departure sends D and nothing else. With it, a notice sends P, its withdrawal
 * A, and the departure D, which corrects P. Once D was sent nothing follows: the person is gone.
 */
const SENT: Readonly<Record<RadiationFact, Readonly<Record<RadiationState, Nature | undefined>>>> = {
  NOTICE_GIVEN: { NONE: 'P', A: 'P', P: undefined, D: undefined },
  // Only what was told can be taken back.
  NOTICE_WITHDRAWN: { NONE: undefined, P: 'A', A: undefined, D: undefined },
  DEPARTED: { NONE: 'D', P: 'D', A: 'D', D: undefined },
};

export function natureFor(
  fact: RadiationFact,
  told: RadiationState,
  noticeSendsP: boolean,
): Nature | undefined {
  const nature = SENT[fact][told];
  return nature === 'P' && !noticeSendsP ? undefined : nature;
}
