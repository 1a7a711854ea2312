import type { HousingAid, LeaseFile } from '../../../../domain/property/lease.js';
import { EMPTY_LEASE } from '../../../../domain/property/lease.js';
import { allocataireKey } from '../../../../domain/tenancy/allocataire.js';
import { openAlarms } from '../../../../domain/tenancy/keep-up.js';
import type { LeaseDocument } from './lease.schema.js';
import { plainOf } from '../record.schema.js';

const filled = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => Boolean(text))),
];

const aids = ({ aid, sharers }: LeaseFile): (HousingAid | undefined)[] => [
  aid,
  ...sharers.map((sharer) => sharer.aid),
];

export const leaseKeys = (lease: LeaseFile) => ({
  record: plainOf(lease),
  unitId: lease.unitId,
  accountId: lease.accountId,
  entityId: lease.entityId,
  partyIds: filled([lease.partyId, ...lease.sharers.map(({ partyId }) => partyId)]),
  present: lease.leftOn === '',
  funds: filled(aids(lease).map((aid) => aid?.fund)),
  cafNumbers: filled([lease.cafNumber, ...lease.sharers.map(({ cafNumber }) => cafNumber)]),
  allocataires: filled(aids(lease).map((aid) => aid && allocataireKey(aid.allocataireNumber))),
  sharerAccounts: filled(lease.sharers.map(({ accountNumber }) => accountNumber)),
  // Nobody is reminded of a tenant who is gone.
  nextAlarmOn: lease.leftOn
    ? ''
    : (openAlarms(lease)
        .map(({ dueOn }) => dueOn)
        .toSorted()[0] ?? ''),
  // The newest first would need a second order; people look for a tenant by name.
  sortKey: `${lease.effectOn} ${lease.id}`,
});

export const toLease = ({ record, id, version }: LeaseDocument): LeaseFile => ({
  ...EMPTY_LEASE,
  ...record,
  id,
  version,
});
