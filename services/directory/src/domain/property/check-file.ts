import type { FieldError } from '@intervia/rules';
import type { AccountFile } from './account.js';
import { presentSharers } from './lease.js';
import type { LeaseFile } from './lease.js';
import type { FileKind, FilesByKind, PropertyFile } from './property-file.js';
import { faultsOfShape } from './shape.js';

type Missing<T> = (record: T) => readonly string[];

/** Without these no file of its kind makes sense. */
const REQUIRED: { readonly [K in FileKind]: Missing<FilesByKind[K]> } = {
  party: ({ kind }) => ['id', 'code', 'kind', kind === 'company' ? 'companyName' : 'lastName'],
  account: () => ['id', 'kind', 'entityId', 'number', 'partyId'],
  building: () => ['id', 'code', 'name', 'address.line'],
  mandate: () => ['id', 'accountId', 'signedOn', 'effectOn'],
  unit: () => ['id', 'buildingId', 'physicalCode', 'managementCode'],
  lease: () => ['id', 'unitId', 'accountId', 'kind', 'effectOn'],
  rentCall: () => ['id', 'leaseId', 'month', 'dueOn'],
};

const at = (record: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record);

const isBlank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

/** Dates that must not come before others; either may be empty. */
const ORDERED: { readonly [K in FileKind]?: readonly (readonly [earlier: string, later: string])[] } = {
  mandate: [['effectOn', 'endedOn']],
  lease: [
    ['effectOn', 'endsOn'],
    ['effectOn', 'leftOn'],
    ['aid.from', 'aid.until'],
  ],
  unit: [['nonDecency.since', 'nonDecency.until']],
  rentCall: [['from', 'until']],
};

const disordered = (
  record: object,
  path: string,
  [earlier, later]: readonly [string, string],
): FieldError[] => {
  const [from, until] = [at(record, earlier), at(record, later)] as (string | undefined)[];
  return from && until && until < from ? [{ field: `${path}.${later}`, code: 'INVALID_PERIOD' }] : [];
};

/** Each has an id of its own among its like. */
const faultsOfIds = (items: readonly { id: string }[], path: string): FieldError[] => {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const field = `${path}.${String(index)}.id`;
    if (id === '') return [{ field, code: 'REQUIRED' }];
    return ids.indexOf(id) < index ? [{ field, code: 'DUPLICATE' }] : [];
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function faultsOfAccount(
  { jointOwners, ownShare, shareWhole, partyId }: AccountFile,
  path: string,
): FieldError[] {
  if (jointOwners.length === 0) return [];
  const shares = [ownShare, ...jointOwners.map(({ share }) => share)];
  const owners = [partyId, ...jointOwners.map((owner) => owner.partyId)];
  return [
    ...(shareWhole > 0 && shares.every((share) => share > 0) && sum(shares) === shareWhole
      ? []
      : [{ field: `${path}.shareWhole`, code: 'SHARES_NOT_WHOLE' }]),
    ...owners.flatMap((id, index) => {
      if (index === 0) return [];
      const field = `${path}.jointOwners.${String(index - 1)}.partyId`;
      if (id === '') return [{ field, code: 'REQUIRED' }];
      return owners.indexOf(id) < index ? [{ field, code: 'DUPLICATE' }] : [];
    }),
  ];
}

const WHOLE_BP = 10_000;

function faultsOfSharers(lease: LeaseFile, path: string): FieldError[] {
  const present = presentSharers(lease);
  // Shares may be left out altogether: the rent is then asked of all together.
  const shares = sum(present.map(({ shareBp }) => shareBp));
  return [
    ...faultsOfIds(lease.sharers, `${path}.sharers`),
    ...lease.sharers.flatMap((sharer, index) => [
      ...(sharer.partyId === ''
        ? [{ field: `${path}.sharers.${String(index)}.partyId`, code: 'REQUIRED' }]
        : []),
      ...disordered(sharer, `${path}.sharers.${String(index)}`, ['enteredOn', 'leftOn']),
    ]),
    ...(lease.leftOn === '' && shares !== 0 && shares !== WHOLE_BP
      ? [{ field: `${path}.sharers`, code: 'SHARES_NOT_WHOLE' }]
      : []),
  ];
}

function faultsOfLease(lease: LeaseFile, path: string): FieldError[] {
  const sharers = new Set(lease.sharers.map(({ id }) => id));
  return [
    ...faultsOfSharers(lease, path),
    ...faultsOfIds(lease.permanentLines, `${path}.permanentLines`),
    ...faultsOfIds(lease.temporaryLines, `${path}.temporaryLines`),
    ...faultsOfIds(lease.guarantors, `${path}.guarantors`),
    ...faultsOfIds(lease.alarms, `${path}.alarms`),
    ...lease.temporaryLines.flatMap((line, index) =>
      disordered(line, `${path}.temporaryLines.${String(index)}`, ['from', 'until']),
    ),
    ...lease.guarantors.flatMap(({ sharerId }, index) =>
      sharerId && !sharers.has(sharerId)
        ? [{ field: `${path}.guarantors.${String(index)}.sharerId`, code: 'UNKNOWN_RECORD' }]
        : [],
    ),
  ];
}

function faultsOfKind(file: PropertyFile, path: string): FieldError[] {
  switch (file.kind) {
    case 'account':
      return faultsOfAccount(file.record, path);
    case 'lease':
      return faultsOfLease(file.record, path);
    case 'rentCall': {
      const { lines, totalCents } = file.record;
      return lines.length === 0 || sum(lines.map(({ amountCents }) => amountCents)) === totalCents
        ? []
        : [{ field: `${path}.totalCents`, code: 'TOTAL_NOT_SUM' }];
    }
    case 'party':
    case 'building':
    case 'mandate':
    case 'unit':
      return [];
  }
}

/** Everything wrong with a file by itself; not what the law wants of it. */
export function checkFile(file: PropertyFile, path: string): FieldError[] {
  const { kind, record } = file;
  const required = (REQUIRED[kind] as Missing<object>)(record);
  return [
    ...required
      .filter((field) => isBlank(at(record, field)))
      .map((field) => ({ field: `${path}.${field}`, code: 'REQUIRED' })),
    ...faultsOfShape(record, path),
    ...(ORDERED[kind] ?? []).flatMap((pair) => disordered(record, path, pair)),
    ...faultsOfKind(file, path),
  ];
}
