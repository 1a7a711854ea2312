import type { DescField, DescMessage, MessageShape } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { TimestampSchema, timestampDate } from '@bufbuild/protobuf/wkt';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { enumName } from './enums.js';

type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

type Write = (value: unknown) => Json | undefined;
type Fields = Record<string, unknown>;
/** The name of the oneof comes last, for a field of one. */
type Planned = readonly [name: string, write: Write, oneof: string | undefined];

/** Never leave the gateway, whatever message they are in. */
const HIDDEN_FIELDS: ReadonlySet<string> = new Set([
  'intervia.directory.v1.User.password',
  'intervia.notifications.v1.MailAccount.password',
  'intervia.notifications.v1.DkimKey.private_key',
  'intervia.notifications.v1.SmsAccount.app_secret',
  'intervia.notifications.v1.SmsAccount.consumer_key',
]);

const LONGS: ReadonlySet<ScalarType> = new Set([
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64,
]);

/** Fields of a message that the API shows. */
export function shownFields(desc: DescMessage): DescField[] {
  return desc.fields.filter((field) => !HIDDEN_FIELDS.has(`${desc.typeName}.${field.name}`));
}

/** Plans depend on the contract alone: made once per message type. */
const plans = new WeakMap<DescMessage, readonly Planned[]>();

/**
 * A message as the API shows it: names of the proto in camelCase, enums without prefix, timestamps in ISO 8601 UTC.
 * Scalars and lists are always there; messages and enums that are not set are left out.
 */
export function toJson<D extends DescMessage>(desc: D, message: MessageShape<D>): JsonObject {
  return writeMessage(desc, message);
}

function writeMessage(desc: DescMessage, message: Fields): JsonObject {
  const json: JsonObject = {};
  for (const [name, write, oneof] of planOf(desc)) {
    const value = write(oneof === undefined ? message[name] : chosen(message[oneof], name));
    if (value !== undefined) json[name] = value;
  }
  return json;
}

/** Of the fields of a oneof, the one that is there. */
function chosen(oneof: unknown, name: string): unknown {
  const { case: there, value } = oneof as { case?: string; value?: unknown };
  return there === name ? value : undefined;
}

function planOf(desc: DescMessage): readonly Planned[] {
  let plan = plans.get(desc);
  if (!plan) {
    plan = shownFields(desc).map(
      (field) => [field.localName, writerOf(field), field.oneof?.localName] as const,
    );
    plans.set(desc, plan);
  }
  return plan;
}

function writerOf(field: DescField): Write {
  switch (field.fieldKind) {
    case 'scalar':
      return scalarWriter(field.scalar);
    case 'enum':
      return (value) => enumName(field.enum, value as number);
    case 'message':
      return optional(messageWriter(field.message));
    case 'list':
      return listOf(itemWriter(field));
    case 'map':
      if (field.mapKind !== 'scalar')
        throw new TypeError(`${field.toString()}: only maps of texts are part of the API`);
      return (value) => ({ ...(value as JsonObject) });
    default:
      return field satisfies never;
  }
}

function itemWriter(field: DescField & { fieldKind: 'list' }): Write {
  switch (field.listKind) {
    case 'scalar':
      return scalarWriter(field.scalar);
    case 'enum':
      return (value) => enumName(field.enum, value as number);
    case 'message':
      return messageWriter(field.message);
    default:
      return field satisfies never;
  }
}

function scalarWriter(type: ScalarType): Write {
  return LONGS.has(type) ? (value) => String(value) : (value) => value as Json;
}

function messageWriter(desc: DescMessage): Write {
  return desc.typeName === TimestampSchema.typeName
    ? (value) => timestampDate(value as Timestamp).toISOString()
    : (value) => writeMessage(desc, value as Fields);
}

function optional(write: Write): Write {
  return (value) => (value === undefined ? undefined : write(value));
}

function listOf(write: Write): Write {
  return (value) => (value as unknown[]).map(write).filter((item) => item !== undefined);
}
