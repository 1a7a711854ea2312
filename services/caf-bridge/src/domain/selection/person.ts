import type { Organisme } from '../settings/settings.js';
import type { Values } from '../layout/put.js';
import type { Day } from '../values/day.js';
import type { Fault } from '../values/fault.js';
import { AID_CODES } from './tenancy.js';
import type { Occupant, Tenancy } from './tenancy.js';

/** Why a person is not in a file; the first that holds is told. */
export const EXCLUSIONS = [
  'NO_CAISSE',
  'MSA',
  'OTHER_ORGANISME',
  'GONE',
  'NOT_THERE_YET',
  'NO_UNIQUE_NUMBER',
  'NO_ARREARS',
  'ARREARS_TOO_RECENT',
  'BELOW_LEGAL_THRESHOLD',
  'NO_DEPARTURE',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** A person who may be in a file: the tenant, or one flat-sharer. */
export interface Person {
  tenancy: Tenancy;
  occupant: Occupant;
}

export interface EntryDate {
  day?: Day;
  from: 'SHARER' | 'FIRST_RENT_CALL' | 'MISSING';
}

/** Manual, "Cas des colocataires": date of entry in the flat-share, else the first rent call, else the file is blocked. */
export function entryDateOf({ tenancy, occupant }: Person): EntryDate {
  if (occupant.entryDate) return { day: occupant.entryDate, from: 'SHARER' };
  if (tenancy.firstRentCallOn) return { day: tenancy.firstRentCallOn, from: 'FIRST_RENT_CALL' };
  return { from: 'MISSING' };
}

export const personsOf = (tenancy: Tenancy): Person[] =>
  tenancy.occupants.map((occupant) => ({ tenancy, occupant }));

/** Whether this caisse pays the person an aid at all. */
export function attachment({ occupant: { aid } }: Person, organisme: Organisme): Exclusion | undefined {
  if (!aid) return 'NO_CAISSE';
  if (aid.scheme === 'MSA') return 'MSA';
  return aid.organisme === organisme.organisme ? undefined : 'OTHER_ORGANISME';
}

/** Whether the person lives there on that day. */
export function presence(person: Person, day: Day): Exclusion | undefined {
  const { tenancy, occupant } = person;
  if (tenancy.departedOn && tenancy.departedOn <= day) return 'GONE';
  if (occupant.leftOn && occupant.leftOn <= day) return 'GONE';
  const { day: entered } = entryDateOf(person);
  return entered && entered > day ? 'NOT_THERE_YET' : undefined;
}

export const numberMissing = ({ occupant: { aid } }: Person): Exclusion | undefined =>
  aid?.uniqueNumber ? undefined : 'NO_UNIQUE_NUMBER';

/** For people and for faults. */
export const nameOf = ({ lastName, firstName }: Occupant): string =>
  [firstName, lastName].filter(Boolean).join(' ');

export const faultOf = (person: Person, fault: Partial<Fault> & Pick<Fault, 'code' | 'field'>): Fault => ({
  value: '',
  limit: 0,
  ...fault,
  accountId: person.tenancy.accountId,
  leaseId: person.tenancy.leaseId,
  account: person.tenancy.account,
  name: nameOf(person.occupant),
});

/** What every detail says of the person, whatever the message, and what the message says of its own. */
export function detailValues(person: Person, organisme: Organisme, sharers: number, own: Values): Values {
  const { tenancy, occupant } = person;
  const common = {
    organisme: organisme.organisme,
    bailleur: organisme.codeBailleur,
    aidType: AID_CODES[occupant.aid?.type ?? 'AL'],
    uniqueNumber: occupant.aid?.uniqueNumber ?? '',
    allocataire: occupant.aid?.allocataire ?? '',
    lastName: occupant.lastName,
    firstName: occupant.firstName,
    entryDate: entryDateOf(person).day ?? '',
    account: tenancy.account,
    flatShare: tenancy.flatShare,
    sharers: tenancy.flatShare ? sharers : 1,
    postcode: tenancy.postcode,
    furnished: tenancy.furnished,
  };
  // Assigned, not spread: three times as fast, a hundred thousand times.
  return Object.assign(common, own);
}
