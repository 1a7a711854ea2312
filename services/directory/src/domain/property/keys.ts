import type { PropertyFile } from './property-file.js';

export const KEY_KINDS = [
  'party-code',
  'account-number',
  'building-code',
  'physical-code',
  'management-code',
  'mandate-number',
  'sepa-mandate',
  // A unit is under one mandate at a time; the mandate holds it.
  'unit-mandate',
] as const;
export type KeyKind = (typeof KEY_KINDS)[number] | '';

/** A code or number that two files of an agency must not have. */
export interface FileKey {
  kind: KeyKind;
  /** The entity of an account number, card and mention of a mandate number; else empty. */
  scope: string;
  value: string;
}

/** The key, whose it is, and where it stands in the file. */
export interface KeyClaim {
  key: FileKey;
  holderId: string;
  path: string;
}

export const mandateScope = (cardId: string, mention: string): string => `${cardId}/${mention}`;

type Held = readonly [field: string, kind: KeyKind, value: string, scope?: string, holderId?: string];

function heldBy(file: PropertyFile): Held[] {
  const { kind, record } = file;
  switch (kind) {
    case 'party':
      return [['code', 'party-code', record.code]];
    case 'account':
      return [
        ['number', 'account-number', record.number, record.entityId],
        ...record.jointOwners.map(({ accountNumber }, at): Held => [
          `jointOwners.${String(at)}.accountNumber`,
          'account-number',
          accountNumber,
          record.entityId,
        ]),
      ];
    case 'building':
      return [['code', 'building-code', record.code]];
    case 'mandate':
      return [['number', 'mandate-number', record.number, mandateScope(record.cardId, record.mention)]];
    case 'unit':
      return [
        ['physicalCode', 'physical-code', record.physicalCode],
        ['managementCode', 'management-code', record.managementCode],
        ...(record.mandateId
          ? [['mandateId', 'unit-mandate', record.id, '', record.mandateId] as const]
          : []),
      ];
    case 'lease':
      return [
        ['debit.rum', 'sepa-mandate', record.debit?.rum ?? ''],
        ...record.sharers.map(({ accountNumber }, at): Held => [
          `sharers.${String(at)}.accountNumber`,
          'account-number',
          accountNumber,
          record.entityId,
        ]),
      ];
    case 'rentCall':
      return [];
  }
}

/** Everything unique in a file. */
export const keyClaims = (file: PropertyFile, path: string): KeyClaim[] =>
  heldBy(file)
    .filter(([, , value]) => value !== '')
    .map(([field, kind, value, scope = '', holderId = file.record.id]) => ({
      key: { kind, scope, value },
      holderId,
      path: `${path}.${field}`,
    }));

/** Two people type the same code with other capitals. */
export const keyText = ({ kind, scope, value }: FileKey): string => `${kind}/${scope}/${value.toLowerCase()}`;
