import type { DescField, DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { timestampFromDate, TimestampSchema } from '@bufbuild/protobuf/wkt';
import type { FieldFault } from './problem.js';
import { INSTANT } from './fields.js';
import { enumNames, enumValue } from '../mapping/enums.js';
import { shownFields } from '../mapping/json.js';

type Json = Readonly<Record<string, unknown>>;

/** More than any form holds; each service has its own limits below. */
const MOST_ITEMS = 200;
const MOST_CHARACTERS = 10_000;
/** Of 32 bits. */
export const MOST_INTEGER = 2 ** 31 - 1;

/** What was read, and what is wrong with it; each fault names its field by a dotted path. */
export interface Reading<D extends DescMessage> {
  readonly message: MessageInitShape<D>;
  readonly faults: readonly FieldFault[];
}

/**
 * A message of the contracts of what a request says: the same names and enums that `toJson` writes. What is not there stays
 * empty; what the contract does not know is a fault.
 */
export function readMessage<D extends DescMessage>(desc: D, json: Json, path: string): Reading<D> {
  const reader = new Reader();
  const message = reader.message(desc, json, path);
  return { message: message as MessageInitShape<D>, faults: reader.faults };
}

class Reader {
  readonly faults: FieldFault[] = [];

  message(desc: DescMessage, json: Json, path: string): Record<string, unknown> {
    const known = new Map(shownFields(desc).map((field) => [field.localName, field]));
    const message: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(json)) {
      const at = `${path}.${name}`;
      const field = known.get(name);
      if (!field) {
        this.fault(at, 'UNKNOWN_FIELD');
        continue;
      }
      if (value === null || value === undefined) continue;
      const read = this.field(field, value, at);
      if (field.oneof) message[field.oneof.localName] = { case: name, value: read };
      else message[name] = read;
    }
    return message;
  }

  private field(field: DescField, value: unknown, path: string): unknown {
    switch (field.fieldKind) {
      case 'list':
        return this.list(field, value, path);
      case 'map':
        return this.texts(value, path);
      case 'scalar':
      case 'enum':
      case 'message':
        return this.value(field, value, path);
      default:
        return field satisfies never;
    }
  }

  private list(field: DescField, value: unknown, path: string): unknown[] {
    if (!Array.isArray(value)) return this.fault(path, 'INVALID_LIST') ?? [];
    if (value.length > MOST_ITEMS) return this.fault(path, 'TOO_MANY', { max: String(MOST_ITEMS) }) ?? [];
    return value.map((item, index) => this.value(field, item, `${path}.${index}`));
  }

  private texts(value: unknown, path: string): Record<string, string> {
    if (!isObject(value)) return this.fault(path, 'INVALID_OBJECT') ?? {};
    const texts = Object.entries(value).slice(0, MOST_ITEMS);
    return Object.fromEntries(texts.map(([name, text]) => [name, this.text(text, `${path}.${name}`)]));
  }

  private value(field: DescField, value: unknown, path: string): unknown {
    if (field.message?.typeName === TimestampSchema.typeName) return this.moment(value, path);
    if (field.message) {
      return isObject(value) ? this.message(field.message, value, path) : this.fault(path, 'INVALID_OBJECT');
    }
    if (field.enum) {
      const names = enumNames(field.enum);
      if (value === '') return 0;
      if (typeof value === 'string' && names.includes(value)) return enumValue(field.enum, value);
      return this.fault(path, 'INVALID_CHOICE', { values: names.join(', ') });
    }
    const read = this.scalars[field.scalar ?? ScalarType.BYTES];
    if (!read) throw new TypeError(`${field.toString()}: not read from requests`);
    return read(value, path);
  }

  private readonly scalars: Partial<Record<ScalarType, (value: unknown, path: string) => unknown>> = {
    [ScalarType.STRING]: (value, path) => this.text(value, path),
    [ScalarType.BOOL]: (value, path) =>
      typeof value === 'boolean' ? value : this.fault(path, 'INVALID_FLAG'),
    [ScalarType.INT32]: (value, path) => this.whole(value, path, -MOST_INTEGER),
    [ScalarType.UINT32]: (value, path) => this.whole(value, path, 0),
  };

  private text(value: unknown, path: string): string {
    if (typeof value !== 'string') return this.fault(path, 'INVALID_TEXT') ?? '';
    if (value.length > MOST_CHARACTERS)
      return this.fault(path, 'TOO_LONG', { max: String(MOST_CHARACTERS) }) ?? '';
    return value;
  }

  private moment(value: unknown, path: string) {
    const at = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : undefined;
    if (at && !Number.isNaN(at.getTime())) return timestampFromDate(at);
    return this.fault(path, 'INVALID_INSTANT');
  }

  private whole(value: unknown, path: string, min: number): number {
    const isWhole = Number.isInteger(value) && (value as number) >= min && (value as number) <= MOST_INTEGER;
    return isWhole
      ? (value as number)
      : (this.fault(path, 'INVALID_NUMBER', { min: String(min), max: String(MOST_INTEGER) }) ?? 0);
  }

  private fault(field: string, code: string, params?: Record<string, string>): undefined {
    this.faults.push({ field, code, params });
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
