import { LayoutInvalid } from '../values/errors.js';

/** Digits, or characters. */
export type FieldType = 'N' | 'A';
export type Padding = 'zeros-left' | 'spaces-right';
/**
 * How a value becomes text. `upper` (default of A) writes upper-case ASCII; `name` does so and cuts what is too long;
 * `verbatim` changes nothing; `date` and `month` take YYYY-MM-DD; `yes-no` is O or N.
 */
export type Format = 'upper' | 'name' | 'verbatim' | 'number' | 'date' | 'month' | 'time' | 'yes-no';

export interface LayoutField {
  name: string;
  /** 1-based. */
  start: number;
  /** Characters. 0, in the last field of a record that is only read: up to the end of the line. */
  len: number;
  type: FieldType;
  pad: Padding;
  /** Name of a value of the record; `=text` is that text; empty is filler. */
  source: string;
  required: boolean;
  format: Format;
}

export const RECORD_KINDS = ['header', 'detail', 'subtotal', 'trailer'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface Layout {
  name: string;
  version: string;
  /** CAF12, CAF32, CAF42, or STATEMENT. */
  message: string;
  recordLength: number;
  /** Longer lines are taken when reading; never written. */
  openEnded: boolean;
  /** Values of a detail that the trailer's totals add up. */
  totals: readonly string[];
  fileName: string;
  records: Partial<Record<RecordKind, readonly LayoutField[]>>;
}

export const MESSAGES = ['CAF12', 'CAF32', 'CAF42'] as const;
export type Message = (typeof MESSAGES)[number];

const FORMATS = Object.keys({
  ...{ upper: 1, name: 1, verbatim: 1, number: 1, date: 1, month: 1, time: 1, 'yes-no': 1 },
} satisfies Record<Format, 1>);

/** Length that a format has, whatever the value. */
const FIXED: Partial<Record<Format, number>> = { date: 8, month: 6, time: 6, 'yes-no': 1 };

type Raw = Record<string, unknown>;

/**
 * Reads and checks a layout: fields in order, contiguous, without overlap, exactly as long as the record.
 * @throws LayoutInvalid with every problem
 */
export function readLayout(id: string, json: unknown, sources: Sources): Layout {
  const problems: string[] = [];
  const raw = isObject(json) ? json : {};
  const layout: Layout = {
    name: textOf(raw['name']),
    version: textOf(raw['version']),
    message: textOf(raw['message']),
    recordLength: Number(raw['recordLength']),
    openEnded: raw['openEnded'] === true,
    totals: Array.isArray(raw['totals']) ? raw['totals'].map(textOf) : [],
    fileName: textOf(raw['fileName']),
    records: {},
  };
  const known = sources[layout.message];
  if (!layout.name || !layout.version) problems.push('name and version are needed');
  if (!known) problems.push(`unknown message ${JSON.stringify(layout.message)}`);
  if (!Number.isInteger(layout.recordLength) || layout.recordLength < 1 || layout.recordLength > 4_000) {
    problems.push('recordLength is a number from 1 to 4000');
  }
  const records = isObject(raw['records']) ? raw['records'] : {};
  for (const kind of Object.keys(records)) {
    if (!isRecordKind(kind)) {
      problems.push(`unknown record ${kind}`);
      continue;
    }
    const fields = Array.isArray(records[kind]) ? records[kind].map(readField) : [];
    layout.records[kind] = fields;
    problems.push(...problemsOf(kind, fields, layout, known?.[kind] ?? []));
  }
  for (const kind of ['header', 'detail', 'trailer'] as const) {
    if (!layout.records[kind]) problems.push(`no record ${kind}`);
  }
  if (problems.length > 0) throw new LayoutInvalid(id, problems);
  return layout;
}

/** Names of the values that each record of a message can be given. */
export type Sources = Readonly<Record<string, Partial<Record<RecordKind, readonly string[]>>>>;

function problemsOf(
  kind: RecordKind,
  fields: readonly LayoutField[],
  layout: Layout,
  known: readonly string[],
) {
  const problems: string[] = [];
  const names = new Set<string>();
  let next = 1;
  fields.forEach((field, index) => {
    const at = `${kind}.${field.name || index}`;
    const open = layout.openEnded && index === fields.length - 1 && field.len === 0;
    if (!field.name) problems.push(`${at}: no name`);
    if (names.has(field.name)) problems.push(`${at}: name used twice`);
    names.add(field.name);
    if (!open && !(Number.isInteger(field.len) && field.len > 0)) problems.push(`${at}: len is above 0`);
    if (field.start < next) problems.push(`${at}: starts at ${field.start}, inside the field before it`);
    if (field.start > next) problems.push(`${at}: starts at ${field.start}, ${next} was expected`);
    next = field.start + field.len;
    problems.push(...valueProblems(at, field, known));
  });
  const end = next - 1;
  const ends = fields.at(-1)?.len === 0 && layout.openEnded;
  if (!ends && end !== layout.recordLength) {
    problems.push(`${kind}: ${end} characters, the record has ${layout.recordLength}`);
  }
  return problems;
}

function valueProblems(at: string, field: LayoutField, known: readonly string[]): string[] {
  const problems: string[] = [];
  if (field.type !== 'N' && field.type !== 'A') problems.push(`${at}: type is N or A`);
  if (field.pad !== 'zeros-left' && field.pad !== 'spaces-right') {
    problems.push(`${at}: pad is zeros-left or spaces-right`);
  }
  if (!FORMATS.includes(field.format)) problems.push(`${at}: unknown format ${field.format}`);
  const fixed = FIXED[field.format];
  if (fixed !== undefined && fixed !== field.len)
    problems.push(`${at}: ${field.format} takes ${fixed} characters`);
  if (field.source.startsWith('=')) {
    if (field.source.length - 1 > field.len) problems.push(`${at}: ${field.source} is longer than the field`);
  } else if (field.source !== '' && !known.includes(field.source)) {
    problems.push(`${at}: no value is called ${field.source}`);
  }
  return problems;
}

function readField(json: unknown): LayoutField {
  const raw = isObject(json) ? json : {};
  const type = textOf(raw['type']) as FieldType;
  return {
    name: textOf(raw['name']),
    start: Number(raw['start']),
    len: Number(raw['len']),
    type,
    pad: (textOf(raw['pad']) || (type === 'N' ? 'zeros-left' : 'spaces-right')) as Padding,
    source: textOf(raw['source']),
    required: raw['required'] === true,
    format: (textOf(raw['format']) || (type === 'N' ? 'number' : 'upper')) as Format,
  };
}

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRecordKind = (kind: string): kind is RecordKind => (RECORD_KINDS as readonly string[]).includes(kind);
