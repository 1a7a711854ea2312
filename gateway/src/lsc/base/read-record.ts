import type { DescField, MessageInitShape } from '@bufbuild/protobuf';
import { PublishRequestSchema } from '@intervia/contracts';
import type { FieldFault } from '../../http/problem.js';
import { readMessage } from '../../http/read-message.js';
import { unsoundField } from '../../http/sound-input.js';

interface LineInit {
  type: string;
  id: string;
  version: bigint;
  record: MessageInitShape<typeof PublishRequestSchema>;
}

/** What of a line could be read, and what is wrong with it. */
export interface ReadLine {
  readonly type: string;
  readonly id: string;
  readonly line?: LineInit;
  readonly faults: readonly FieldFault[];
}

/** How a line names a kind of record, and the list of a publication that it stands in. */
const LISTS = {
  user: 'users',
  party: 'parties',
  contractor: 'contractors',
  building: 'buildings',
  unit: 'units',
  client: 'clients',
  entity: 'entities',
  card: 'cards',
  partyFile: 'partyFiles',
  account: 'accounts',
  buildingFile: 'buildingFiles',
  unitFile: 'unitFiles',
  mandate: 'mandates',
  lease: 'leases',
  rentCall: 'rentCalls',
  sale: 'sales',
} as const;
export const RECORD_TYPES = ['agency', ...Object.keys(LISTS)] as readonly string[];

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const MOST_TYPE = 40;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MOST_TYPE) : '');

/** `{op, type, id, version, data}` of one line. */
export function readRecord(bytes: Buffer): ReadLine {
  const json = parse(bytes);
  if (typeof json === 'string') return refused('', '', { field: '', code: json });
  const { op = 'upsert', type, id, version, data, ...more } = json;
  const named = { type: textOf(type), id: textOf(id) };
  const [unknown] = Object.keys(more);
  const faults: FieldFault[] = [
    ...(op === 'upsert' ? [] : [{ field: 'op', code: 'OP_UNKNOWN' }]),
    ...(RECORD_TYPES.includes(named.type)
      ? []
      : [{ field: 'type', code: 'INVALID_CHOICE', params: { values: RECORD_TYPES.join(', ') } }]),
    ...(typeof id === 'string' && ID.test(id) ? [] : [{ field: 'id', code: 'INVALID_ID' }]),
    ...(Number.isSafeInteger(version) && (version as number) > 0
      ? []
      : [{ field: 'version', code: 'VERSION_EXPECTED' }]),
    ...(isObject(data) ? [] : [{ field: 'data', code: 'INVALID_OBJECT' }]),
    ...(unknown === undefined ? [] : [{ field: unknown.slice(0, MOST_TYPE), code: 'UNKNOWN_FIELD' }]),
  ];
  if (faults.length > 0 || !isObject(data)) return { ...named, faults };
  const unsound = unsoundField(data);
  if (unsound !== undefined)
    return refused(named.type, named.id, { field: `data.${unsound}`, code: 'INVALID_CHARACTER' });
  return readData(named, version as number, data);
}

function readData({ type, id }: { type: string; id: string }, version: number, data: Json): ReadLine {
  const field = fieldOf(type);
  const idField = type === 'client' ? 'partyId' : 'id';
  if (data[idField] !== undefined && data[idField] !== id)
    return refused(type, id, { field: `data.${idField}`, code: 'ID_DIFFERS' });
  // Never answered, and so no field of the API; here it is set.
  const { password, ...shown } = data;
  const hasPassword = type === 'user' && password !== undefined;
  if (hasPassword && typeof password !== 'string')
    return refused(type, id, { field: 'data.password', code: 'INVALID_TEXT' });
  const { message, faults } = readMessage(
    field.message!,
    { ...(hasPassword ? shown : data), [idField]: id },
    'data',
  );
  if (faults.length > 0) return { type, id, faults };
  const record = hasPassword ? { ...message, password } : message;
  const value = field.fieldKind === 'list' ? [record] : record;
  return {
    type,
    id,
    line: { type, id, version: BigInt(version), record: { [field.localName]: value } },
    faults,
  };
}

function fieldOf(type: string): DescField {
  const name = type === 'agency' ? 'agency' : LISTS[type as keyof typeof LISTS];
  return PublishRequestSchema.field[name];
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @returns the code of what is wrong instead of the object */
function parse(bytes: Buffer): Json | string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return 'NOT_UTF8';
  }
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : 'INVALID_OBJECT';
  } catch {
    return 'MALFORMED_JSON';
  }
}

const refused = (type: string, id: string, fault: FieldFault): ReadLine => ({ type, id, faults: [fault] });
