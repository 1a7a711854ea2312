import { constitutedBy } from '../legal/constitution.js';
import type { Constituted } from '../legal/constitution.js';
import type { EntitySettings, Organisme } from '../settings/settings.js';
import type { Day } from '../values/day.js';
import { addMonths, monthOf } from '../values/day.js';
import type { Debt } from './debt.js';
import { debtOn } from './debt.js';
import type { Exclusion, Person } from './person.js';
import { attachment, detailValues, entryDateOf, faultOf, numberMissing, presence } from './person.js';
import type { Rent } from './rent.js';
import { occupantsOn, rentOf, shareOf } from './rent.js';
import type { Row } from './row.js';

export interface Caf32Request {
  settings: EntitySettings;
  organisme: Organisme;
  today: Day;
  /** As stored: the first default of a debt that was never wholly paid since. */
  firstDefaultOn?: Day;
  /** As stored when the debt was constituted: what follows changes neither the rule nor the day. */
  constituted?: Constituted;
}

/** Manual, "Export CAF impayés": more than three months in arrears. */
const MANUAL_MONTHS = 3;
/** Code of the manual's filter in the record. */
const MANUAL_RULE = 3;

export interface Arrears {
  debt: Debt;
  rent: Rent;
  /** By the law; nothing while no rule is met. */
  legal?: Constituted;
  /** The day on which the manual's three months were over. */
  manualOn?: Day;
}

/** What a tenant owes, and by which rules that is to be told. The dwelling's: sharers answer for it together. */
export function arrearsOf(person: Person, request: Omit<Caf32Request, 'organisme'>): Arrears {
  const { tenancy, occupant } = person;
  const { settings, today, firstDefaultOn, constituted } = request;
  const debt = debtOn(tenancy, today);
  const rent = rentOf(tenancy, monthOf(today), settings);
  const manualOn = debt.firstDueOn ? addMonths(debt.firstDueOn, MANUAL_MONTHS) : undefined;
  const aid = occupant.aid;
  const facts = {
    rentCents: rent.rentCents,
    chargesCents: rent.chargesCents,
    aidCents: aidOfDwelling(person, today),
    toLandlord: aid?.toLandlord ?? false,
  };
  const legal =
    debt.cents > 0 ? (constituted ?? constitutedBy(debt, facts, firstDefaultOn, today)) : undefined;
  return { debt, rent, legal, ...(manualOn && manualOn < today ? { manualOn } : {}) };
}

/** What the landlord gets from the caisses: rent, charges and debt are the dwelling's as well. */
const aidOfDwelling = ({ tenancy }: Person, today: Day): number =>
  occupantsOn(tenancy, today).reduce((sum, { aid }) => sum + (aid?.toLandlord ? aid.monthlyCents : 0), 0);

export function caf32Row(person: Person, request: Caf32Request): Row {
  const { settings, organisme, today } = request;
  const { tenancy, occupant } = person;
  const { debt, rent, legal, manualOn } = arrearsOf(person, request);
  const entry = entryDateOf(person);
  const sharers = occupantsOn(tenancy, today);
  const exclusion =
    attachment(person, organisme) ??
    presence(person, today) ??
    numberMissing(person) ??
    inArrears(settings, debt, legal, manualOn);
  const part = (cents: number) => shareOf(sharers, occupant.id, cents);
  return {
    person,
    exclusion,
    rent,
    entryFrom: entry.from,
    faults:
      exclusion || entry.day ? [] : [faultOf(person, { code: 'ENTRY_DATE_MISSING', field: 'entryDate' })],
    values: detailValues(person, organisme, sharers.length, {
      rule: legal?.rule ?? MANUAL_RULE,
      constitutedOn: legal?.on ?? manualOn ?? today,
      firstUnpaid: debt.firstMonth ?? '',
      lastUnpaid: debt.lastMonth ?? '',
      unpaidMonths: Math.min(99, debt.months.length),
      debt: part(debt.cents),
      rent: part(rent.rentCents),
      charges: part(rent.chargesCents),
      aid: occupant.aid?.monthlyCents ?? 0,
      threshold: part(legal?.thresholdCents ?? 0),
      paidToLandlord: occupant.aid?.toLandlord ?? false,
      plan: tenancy.planSince !== undefined,
      planDate: tenancy.planSince ?? '',
      recovery: tenancy.recoveryStarted,
    }),
    facts: {
      debtCents: debt.cents,
      withheldCents: debt.withheldCents,
      months: debt.months.length,
      firstDueOn: debt.firstDueOn ?? '',
      rule: legal?.rule ?? 0,
      constitutedOn: legal?.on ?? '',
      thresholdCents: legal?.thresholdCents ?? 0,
    },
  };
}

function inArrears(
  settings: EntitySettings,
  debt: Debt,
  legal: Constituted | undefined,
  manualOn: Day | undefined,
): Exclusion | undefined {
  if (debt.cents === 0) return 'NO_ARREARS';
  if (settings.arrearsFilter === 'LEGAL') return legal ? undefined : 'BELOW_LEGAL_THRESHOLD';
  return manualOn ? undefined : 'ARREARS_TOO_RECENT';
}
