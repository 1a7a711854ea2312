import type { SchemaDefinition, SchemaOptions } from 'mongoose';
import { Schema } from 'mongoose';

declare const READ: unique symbol;
declare const ABSENT: unique symbol;

export interface Typed<T> {
  readonly [READ]: T;
}
export interface MayBeAbsent {
  readonly [ABSENT]: true;
}

/** What mongoose is told of a field, and what is read of it. */
type Read<D> =
  D extends Typed<infer T>
    ? T
    : D extends StringConstructor
      ? string
      : D extends NumberConstructor
        ? number
        : D extends BooleanConstructor
          ? boolean
          : D extends DateConstructor
            ? Date
            : D extends readonly (infer One)[]
              ? Read<One>[]
              : never;

type OptionalKeys<F> = { [K in keyof F]: F[K] extends MayBeAbsent ? K : never }[keyof F];

/**
 * The document that a table of fields declares. mongoose's own inference does not serve: it takes each field for absent or
 * null unless it is `required`, which refuses an empty text, and knows no type narrower than a text.
 */
export type Stored<F> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Read<F[K]> } & {
  [K in OptionalKeys<F>]?: Read<F[K]>;
};

/** A field whose type says more than mongoose can check: `as<Status>(String)`, `as<Mission[]>([mission])`. */
export const as = <T>(definition: unknown): Typed<T> => definition as Typed<T>;

/** One that may be missing: `optional(Date)`. */
export const optional = <D>(definition: D): Typed<Read<D>> & MayBeAbsent =>
  definition as unknown as Typed<Read<D>> & MayBeAbsent;

/** One that mongoose refuses to create a document without: `required(String)`. An empty text counts as missing. */
export const required = <D>(type: D): Typed<Read<D>> => as({ type, required: true });

/** One that is written even when nobody gives it: `defaulted(String, '')`. */
export const defaulted = <D>(type: D, value: Read<D>): Typed<Read<D>> => as({ type, default: value });

/** One that is made of others: `embedded({ status: as<Status>(String), at: optional(Date) })`. */
export const embedded = <F extends object>(fields: F): Typed<Stored<F>> => as(valueSchema(fields));

const valueSchema = (fields: object): Schema =>
  new Schema(fields, { _id: false, id: false, minimize: false });

/** One entry for each field of a document: none is forgotten, none is there that the document has not. */
export type FieldsOf<T> = { [K in keyof Required<T>]: unknown };

/**
 * At run time the table is mongoose's definition, as it stands. A document that is a record of the domain keeps the domain's
 * declaration; the compiler holds the table to it.
 */
export const schemaOf = <T>(fields: FieldsOf<T>, options: SchemaOptions): Schema<T> =>
  new Schema<T>(fields as SchemaDefinition, options as never);
