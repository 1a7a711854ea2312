import { ANSWER_WITHIN_MONTHS } from '../legal/legal-rules.js';
import type { Tenancy } from '../selection/tenancy.js';
import { occupantsOn } from '../selection/rent.js';
import type { Day } from '../values/day.js';
import { addMonths, daysBetween } from '../values/day.js';

/** What a caisse must be told although there is no message for it: by post or on its site. */
export const ALERT_KINDS = [
  'SHARERS_CHANGED',
  'SOLD',
  'MANDATE_ENDED',
  'NOT_DECENT',
  'DIRECT_PAYMENT_OFFER',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Alert {
  kind: AlertKind;
  accountId: string;
  account: string;
  name: string;
  unitLabel: string;
  since: Day;
  /** By when somebody must act; empty where nothing is set. */
  deadline: Day;
  facts: Readonly<Record<string, string | number>>;
}

/** A caisse's offer to pay the landlord directly, as the agency noted it. */
export interface PaymentOffer {
  receivedOn: Day;
  answeredOn?: Day;
}

export interface AlertFacts {
  today: Day;
  /** Sharers as the last file told them; absent when none did. */
  sharersTold?: number;
  offer?: PaymentOffer;
}

type Source = (
  tenancy: Tenancy,
  facts: AlertFacts,
) => Pick<Alert, 'since' | 'deadline' | 'facts'> | undefined;

const SOURCES: Readonly<Record<AlertKind, Source>> = {
  SHARERS_CHANGED: (tenancy, { today, sharersTold }) => {
    const now = occupantsOn(tenancy, today).length;
    if (!tenancy.flatShare || sharersTold === undefined || sharersTold === now || now === 0) return undefined;
    return { since: today, deadline: '', facts: { told: sharersTold, now } };
  },
  SOLD: ({ soldOn }, { today }) =>
    soldOn && soldOn <= today ? { since: soldOn, deadline: '', facts: {} } : undefined,
  MANDATE_ENDED: ({ mandateEndedOn }, { today }) =>
    mandateEndedOn && mandateEndedOn <= today
      ? { since: mandateEndedOn, deadline: '', facts: {} }
      : undefined,
  NOT_DECENT: ({ nonDecentSince }) =>
    nonDecentSince ? { since: nonDecentSince, deadline: '', facts: {} } : undefined,
  DIRECT_PAYMENT_OFFER: (_tenancy, { today, offer }) => {
    if (!offer || offer.answeredOn) return undefined;
    const deadline = addMonths(offer.receivedOn, ANSWER_WITHIN_MONTHS);
    return { since: offer.receivedOn, deadline, facts: { daysLeft: daysBetween(today, deadline) } };
  },
};

export function alertsOf(tenancy: Tenancy, facts: AlertFacts): Alert[] {
  if (!tenancy.occupants.some(({ aid }) => aid)) return [];
  const [first] = tenancy.occupants;
  const name = first ? [first.firstName, first.lastName].filter(Boolean).join(' ') : '';
  const { accountId, account, unitLabel } = tenancy;
  return ALERT_KINDS.flatMap((kind) => {
    const found = SOURCES[kind](tenancy, facts);
    return found ? [{ kind, accountId, account, name, unitLabel, ...found }] : [];
  });
}
