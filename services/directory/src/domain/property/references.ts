import { STAFF_FIELDS } from '../staff.js';
import type { Staffed } from '../staff.js';
import type { FileKind, PropertyFile } from './property-file.js';
import type { SaleFile } from './sale.js';

/** What a file may name: other files, and records that only LSC publishes. */
export type NamedKind = Exclude<FileKind, 'rentCall'> | 'entity' | 'card' | 'user';

export interface FileReference {
  path: string;
  kind: NamedKind;
  id: string;
}

type Named = readonly [field: string, kind: NamedKind, id: string];

const staff = (record: Staffed): Named[] => STAFF_FIELDS.map((field) => [field, 'user', record[field]]);

function namedBy(file: PropertyFile): Named[] {
  const { kind, record } = file;
  switch (kind) {
    case 'party':
      return [];
    case 'account':
      return [
        ['entityId', 'entity', record.entityId],
        ['partyId', 'party', record.partyId],
        ...record.jointOwners.map(({ partyId }, at): Named => [
          `jointOwners.${String(at)}.partyId`,
          'party',
          partyId,
        ]),
        ...staff(record),
      ];
    case 'building':
      return [['caretakerId', 'party', record.caretakerId], ...staff(record)];
    case 'mandate':
      return [
        ['cardId', 'card', record.cardId],
        ['accountId', 'account', record.accountId],
      ];
    case 'unit':
      return [
        ['buildingId', 'building', record.buildingId],
        ['mandateId', 'mandate', record.mandateId],
        ['ownerId', 'party', record.ownerId],
        ...record.tenantIds.map((id, at): Named => [`tenantIds.${String(at)}`, 'party', id]),
        ...staff(record),
      ];
    case 'lease':
      return [
        ['unitId', 'unit', record.unitId],
        ['accountId', 'account', record.accountId],
        ...record.sharers.map(({ partyId }, at): Named => [
          `sharers.${String(at)}.partyId`,
          'party',
          partyId,
        ]),
        ...record.guarantors.map(({ partyId }, at): Named => [
          `guarantors.${String(at)}.partyId`,
          'party',
          partyId,
        ]),
      ];
    case 'rentCall':
      return [['leaseId', 'lease', record.leaseId]];
  }
}

/** Every record that a file names. */
export const fileReferences = (file: PropertyFile, path: string): FileReference[] =>
  namedBy(file)
    .filter(([, , id]) => id !== '')
    .map(([field, kind, id]) => ({ path: `${path}.${field}`, kind, id }));

/** Every record that a sale names. */
export const saleReferences = ({ entityId, unitId }: SaleFile, at: number): FileReference[] => [
  { path: `sales.${String(at)}.entityId`, kind: 'entity', id: entityId },
  { path: `sales.${String(at)}.unitId`, kind: 'unit', id: unitId },
];
