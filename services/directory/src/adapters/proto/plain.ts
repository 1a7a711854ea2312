import type {
  DescEnum,
  DescField,
  DescMessage,
  Message,
  MessageInitShape,
  MessageShape,
} from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { TimestampSchema, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';

/**
 * Between a message of the contract and the record of the domain that has its fields: enums are kebab-case words there,
 * an unspecified one is empty, timestamps are dates. `plain.spec.ts` holds the two to the same names and words.
 */

type Plain = Record<string, unknown>;

const word = (desc: DescEnum, value: number): string => {
  const name = desc.value[value]?.name.slice((desc.sharedPrefix ?? '').length).toLowerCase() ?? '';
  // An unknown number, from a newer caller, says nothing.
  return value === 0 ? '' : name.replaceAll('_', '-');
};

const numbers = new WeakMap<DescEnum, ReadonlyMap<string, number>>();

function number(desc: DescEnum, text: unknown): number {
  let known = numbers.get(desc);
  if (!known) {
    known = new Map(desc.values.map((value) => [word(desc, value.number), value.number]));
    numbers.set(desc, known);
  }
  return known.get(text as string) ?? 0;
}

const isTimestamp = (desc: DescMessage): boolean => desc.typeName === TimestampSchema.typeName;

function fromValue(field: DescField, value: unknown): unknown {
  if (field.enum) return word(field.enum, value as number);
  if (!field.message || value === undefined) return value;
  return isTimestamp(field.message)
    ? timestampDate(value as Timestamp)
    : fromAnyMessage(field.message, value as Plain);
}

function fromAnyMessage(schema: DescMessage, message: Plain): Plain {
  return Object.fromEntries(
    schema.fields.map((field) => {
      const value = message[field.localName];
      return [
        field.localName,
        field.fieldKind === 'list'
          ? (value as unknown[]).map((item) => fromValue(field, item))
          : fromValue(field, value),
      ];
    }),
  );
}

function toValue(field: DescField, value: unknown): unknown {
  if (field.enum) return number(field.enum, value);
  if (!field.message || value === undefined || value === null) return value ?? undefined;
  return isTimestamp(field.message)
    ? timestampFromDate(value as Date)
    : toAnyMessage(field.message, value as Plain);
}

function toAnyMessage(schema: DescMessage, record: Plain): Message {
  const init = Object.fromEntries(
    schema.fields.flatMap((field) => {
      const value = record[field.localName];
      if (value === undefined || value === null) return [];
      const list = field.fieldKind === 'list';
      return [
        [
          field.localName,
          list ? (value as unknown[]).map((item) => toValue(field, item)) : toValue(field, value),
        ],
      ];
    }),
  );
  return create(schema, init as MessageInitShape<typeof schema>);
}

/** The record of a message; the caller names its type, which has the message's fields. */
export const fromMessage = <T>(schema: DescMessage, message: Message): T =>
  fromAnyMessage(schema, message) as T;

/** The message of a record; fields that it does not have are left out. */
export const toMessage = <S extends DescMessage>(schema: S, record: object): MessageShape<S> =>
  toAnyMessage(schema, record as Plain) as MessageShape<S>;
