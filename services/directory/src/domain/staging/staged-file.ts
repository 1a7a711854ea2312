import type { FieldError } from '@intervia/rules';
import type { LeaseFile } from '../property/lease.js';
import { EMPTY_FILES } from '../property/property-file.js';
import type { FileKind, PropertyFile } from '../property/property-file.js';

/** A new file, or fields of an existing one that are completed or replaced. */
export interface StagedFile {
  file: PropertyFile;
  /** Empty: a new file. Else names of the record's fields. */
  fields: readonly string[];
}

export interface FileFault extends FieldError {
  params?: Readonly<Record<string, string>>;
}

export const MOST_STAGED = 60;

export const isNew = ({ fields }: StagedFile): boolean => fields.length === 0;

/** Who a file is, and what only commands, the register or LSC may say. */
const LOCKED: Readonly<Record<FileKind, readonly string[]>> = {
  party: ['name'],
  account: ['kind', 'entityId', 'partyId', 'balanceCents'],
  building: ['syndic', 'gerance'],
  mandate: ['number', 'cardId', 'mention', 'accountId', 'partyId', 'signedOn'],
  unit: ['buildingId', 'tenantIds', 'withdrawn'],
  lease: [
    'unitId',
    'accountId',
    'partyId',
    'entityId',
    'cafNumber',
    'notices',
    'departures',
    'revisions',
    'leftOn',
  ],
  rentCall: Object.keys(EMPTY_FILES.rentCall),
};
const ALWAYS_LOCKED = ['id', 'version'];

/** Fields that a file does not have, or that may not be replaced. */
export function faultsOfFields({ file: { kind }, fields }: StagedFile, path: string): FileFault[] {
  return fields.flatMap((field) => {
    if (!(field in EMPTY_FILES[kind])) return [{ field: `${path}.${field}`, code: 'UNKNOWN_FIELD' }];
    const isLocked = ALWAYS_LOCKED.includes(field) || LOCKED[kind].includes(field);
    return isLocked ? [{ field: `${path}.${field}`, code: 'FIELD_LOCKED' }] : [];
  });
}

/** What a caisse, a departure or an entry has said of a sharer stays, whoever edits the list. */
function keepSharers(current: LeaseFile, edited: LeaseFile): LeaseFile {
  const known = new Map(current.sharers.map((sharer) => [sharer.id, sharer]));
  return {
    ...edited,
    sharers: edited.sharers.map((sharer) => {
      const before = known.get(sharer.id);
      const { cafNumber = '', leftOn = '', replacesSharerId = '' } = before ?? {};
      return { ...sharer, cafNumber, leftOn, replacesSharerId };
    }),
  };
}

/** The file with the fields of the patch. */
export function patched(current: PropertyFile, { file, fields }: StagedFile): PropertyFile {
  const entries = Object.entries(file.record).filter(([key]) => fields.includes(key));
  const record = { ...current.record, ...Object.fromEntries(entries) };
  const edited = { kind: current.kind, record } as PropertyFile;
  return edited.kind === 'lease' && current.kind === 'lease'
    ? { kind: 'lease', record: keepSharers(current.record, edited.record) }
    : edited;
}

/** What a new file may not say of itself. */
export function asNew({ kind, record }: PropertyFile): PropertyFile {
  const born = { ...record, version: 1 };
  if (kind === 'account') return { kind, record: { ...record, version: 1, balanceCents: 0 } };
  if (kind === 'unit') return { kind, record: { ...record, version: 1, tenantIds: [], withdrawn: false } };
  if (kind !== 'lease') return { kind, record: born } as PropertyFile;
  return {
    kind,
    record: {
      ...record,
      version: 1,
      cafNumber: '',
      notices: [],
      departures: [],
      revisions: [],
      leftOn: '',
      sharers: record.sharers.map((sharer) => ({
        ...sharer,
        cafNumber: '',
        leftOn: '',
        replacesSharerId: '',
      })),
    },
  };
}
