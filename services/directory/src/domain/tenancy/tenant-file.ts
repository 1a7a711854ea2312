import type { AccountFile } from '../property/account.js';
import type { BuildingFile } from '../property/building.js';
import type { LeaseFile } from '../property/lease.js';
import type { PartyFile } from '../property/party.js';
import type { RentCall } from '../property/rent-call.js';
import type { UnitFile } from '../property/unit.js';

/** A tenant with all that others act upon. */
export interface TenantFile {
  lease: LeaseFile;
  account: AccountFile | undefined;
  party: PartyFile | undefined;
  sharerParties: PartyFile[];
  unit: UnitFile | undefined;
  building: BuildingFile | undefined;
  /** Due and not paid in full, the oldest first. */
  unpaid: RentCall[];
  lastCall: RentCall | undefined;
  firstDefaultOn: string;
  debtCents: number;
  mandateEndedOn: string;
  ownerAccount: AccountFile | undefined;
}

const partOf = <T extends object, K extends keyof T>(record: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>;
const partIfAny = <T extends object, K extends keyof T>(record: T | undefined, keys: readonly K[]) =>
  record && partOf(record, keys);

const LEASE = [
  ...(['id', 'accountId', 'entityId', 'effectOn', 'leftOn', 'calledFrom', 'cafNumber', 'aid'] as const),
  ...(['permanentLines', 'temporaryLines', 'sharers', 'repaymentPlan', 'recoveryStartedOn'] as const),
] as const;
const PARTY = ['id', 'companyName', 'lastName', 'firstName'] as const;
const CALL = ['id', 'month', 'dueOn', 'totalCents', 'paidCents', 'withheldCents'] as const;

/** What a caisse is told of a tenant: a page of hundreds fits one answer of the bus. */
export const toldToCaf = (tenant: TenantFile) => ({
  lease: partOf(tenant.lease, LEASE),
  account: partIfAny(tenant.account, ['id', 'number', 'entityId', 'balanceCents']),
  party: partIfAny(tenant.party, PARTY),
  sharerParties: tenant.sharerParties.map((party) => partOf(party, PARTY)),
  unit: partIfAny(tenant.unit, ['id', 'label', 'furnished', 'nonDecency', 'soldOn']),
  building: partIfAny(tenant.building, ['id', 'name', 'address']),
  unpaid: tenant.unpaid.map((call) => partOf(call, CALL)),
  lastCall: partIfAny(tenant.lastCall, CALL),
  mandateEndedOn: tenant.mandateEndedOn,
});
export type CafTenant = ReturnType<typeof toldToCaf>;
