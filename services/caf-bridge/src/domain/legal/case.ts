import type { Debt } from '../selection/debt.js';
import type { Tenancy } from '../selection/tenancy.js';
import type { DocumentRef } from '../file/records.js';
import type { Day } from '../values/day.js';
import type { Constituted } from './constitution.js';

/** A debt from its first default until it is paid. */
export interface LegalCase {
  id: string;
  agencyId: string;
  leaseId: string;
  entityId: string;
  account: string;
  name: string;
  unit: string;
  scheme: 'CAF' | 'MSA';
  organisme: string;
  /** Stored when first seen; cleared, with the case, when the debt is paid. */
  firstDefaultOn: Day;
  /** Absent while no rule of the law is met. Once met it stays: later payments change neither rule nor day. */
  constituted?: Constituted;
  debtCents: number;
  withheldCents: number;
  firstMonth: string;
  lastMonth: string;
  months: number;
  plan: boolean;
  /** Whether the manual's filter takes it as well. */
  inCaf32: boolean;
  reported?: { on: Day; by: string; how: string; proof?: DocumentRef; fileId: string };
  clearedOn?: Day;
}

export interface Seen {
  tenancy: Tenancy;
  debt: Debt;
  constituted?: Constituted;
  inCaf32: boolean;
}

/** What a look at the tenant makes of the open case; nothing where there is no debt and no case. */
export function lookAt(
  agencyId: string,
  open: LegalCase | undefined,
  seen: Seen,
  today: Day,
): LegalCase | undefined {
  const { tenancy, debt, constituted, inCaf32 } = seen;
  if (debt.cents <= 0) return open ? { ...open, debtCents: 0, clearedOn: today } : undefined;
  const payer = tenancy.occupants.find(({ aid }) => aid);
  if (!payer?.aid) return undefined;
  const firstDefaultOn = open?.firstDefaultOn ?? debt.firstDueOn ?? today;
  return {
    // Leases of two agencies may have one id: each LSC counts for itself.
    id: open?.id ?? `${agencyId}.${tenancy.leaseId}:${firstDefaultOn}`,
    agencyId,
    leaseId: tenancy.leaseId,
    entityId: tenancy.entityId,
    account: tenancy.account,
    name: [payer.firstName, payer.lastName].filter(Boolean).join(' '),
    unit: tenancy.unitLabel,
    scheme: payer.aid.scheme,
    organisme: payer.aid.organisme,
    firstDefaultOn,
    constituted: open?.constituted ?? constituted,
    debtCents: debt.cents,
    withheldCents: debt.withheldCents,
    firstMonth: debt.firstMonth ?? '',
    lastMonth: debt.lastMonth ?? '',
    months: debt.months.length,
    plan: tenancy.planSince !== undefined,
    inCaf32,
    reported: open?.reported,
  };
}
