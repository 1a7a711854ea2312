import type { Day, Month } from '../values/day.js';
import type { Scheme } from '../settings/settings.js';

export type AidType = 'APL' | 'AL';

/** A person's housing aid and the caisse that pays it. */
export interface Aid {
  scheme: Scheme;
  /** Three digits of the caisse. */
  organisme: string;
  type: AidType;
  allocataire: string;
  /** Given by an import alone; empty until then. */
  uniqueNumber: string;
  monthlyCents: number;
  /** Paid to the landlord (tiers payant), else to the tenant. */
  toLandlord: boolean;
}

/** The tenant, or one of several flat-sharers. */
export interface Occupant {
  /** Of the sharer; that of the account for a tenant alone. */
  id: string;
  lastName: string;
  firstName: string;
  entryDate?: Day;
  leftOn?: Day;
  /** Share of the rent, in ten-thousandths; 0 where nobody said: equal shares then. */
  share: number;
  aid?: Aid;
}

export interface CallLine {
  label: string;
  fiscalCode: string;
  /** What LSC calls it when the settings name no codes. */
  nature: 'RENT' | 'CHARGES' | 'OTHER';
  cents: number;
  from?: Day;
  until?: Day;
}

/** A month called and how much of it is not paid. */
export interface CalledMonth {
  month: Month;
  dueOn: Day;
  totalCents: number;
  unpaidCents: number;
  /** Of what is unpaid: aid that the caisse holds back because the dwelling is not decent. */
  withheldCents: number;
}

export interface Tenancy {
  accountId: string;
  account: string;
  entityId: string;
  leaseId: string;
  /** For people. */
  unitLabel: string;
  address: string;
  postcode: string;
  furnished: boolean;
  /** Several people who share, each with an aid of their own. */
  flatShare: boolean;
  occupants: readonly Occupant[];
  firstRentCallOn?: Day;
  departedOn?: Day;
  lines: readonly CallLine[];
  calls: readonly CalledMonth[];
  balanceCents: number;
  planSince?: Day;
  recoveryStarted: boolean;
  nonDecentSince?: Day;
  mandateEndedOn?: Day;
  soldOn?: Day;
}

/** Code of an aid in the records. */
export const AID_CODES: Readonly<Record<AidType, string>> = { APL: '900', AL: '999' };
