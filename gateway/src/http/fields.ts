import type { DescEnum, DescMessage } from '@bufbuild/protobuf';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import type { ValidationOptions } from 'class-validator';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { enumNames } from '../mapping/enums.js';
import { inputName, schemaName } from '../mapping/schema-name.js';

/** What the fault of a constraint is called (fr.ts), and the values of its sentence. */
export interface FaultContext {
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

interface FieldOptions {
  readonly description?: string;
  readonly required?: boolean;
  readonly example?: unknown;
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
/** WebAuthn: at most 1023 bytes. */
const CREDENTIAL_ID = /^[A-Za-z0-9_-]{16,1364}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Attaches code and sentence values to a class-validator constraint. */
function fault(
  code: string,
  params?: Record<string, string>,
  more: ValidationOptions = {},
): ValidationOptions {
  const context: FaultContext = { code, params };
  return { ...more, context };
}

export function Text(max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: max },
    IsString(fault('INVALID_TEXT')),
    MaxLength(max, fault('TOO_LONG', { max: String(max) })),
    ...(options.required ? [IsNotEmpty(fault('REQUIRED'))] : []),
  );
}

/** Several short texts. */
export function Texts(most: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: [String], maxItems: most },
    IsArray(fault('INVALID_LIST')),
    ArrayMaxSize(most, fault('TOO_MANY', { max: String(most) })),
    IsString(fault('INVALID_TEXT', undefined, { each: true })),
    MaxLength(max, fault('TOO_LONG', { max: String(max) }, { each: true })),
  );
}

export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String }, Matches(ID, fault('INVALID_ID')));
}

/** Of a passkey: base64url, longer than our own. */
export function CredentialId(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String }, Matches(CREDENTIAL_ID, fault('INVALID_ID')));
}

export function Ids(max: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: [String], maxItems: max },
    IsArray(fault('INVALID_LIST')),
    ArrayMaxSize(max, fault('TOO_MANY', { max: String(max) })),
    Matches(ID, fault('INVALID_ID', undefined, { each: true })),
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean(fault('INVALID_FLAG')));
}

/** A flag in a query string. */
export function QueryFlag(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Flag(options),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
  );
}

export function Whole(min: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  const params = { min: String(min), max: String(max) };
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt(fault('INVALID_NUMBER', params)),
    Min(min, fault('INVALID_NUMBER', params)),
    Max(max, fault('INVALID_NUMBER', params)),
  );
}

/** A number in a query string. */
export function QueryWhole(min: number, max: number, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Whole(min, max, options),
    Type(() => Number),
  );
}

/** A name of a proto enum, without its prefix. */
export function Choice(desc: DescEnum, options: FieldOptions = {}): PropertyDecorator {
  return oneOf(schemaName(desc), enumNames(desc), options);
}

/** Several names of a proto enum. */
export function Choices(desc: DescEnum, options: FieldOptions = {}): PropertyDecorator {
  const names = enumNames(desc);
  return field(
    options,
    { isArray: true, enum: names, enumName: schemaName(desc) },
    IsArray(fault('INVALID_LIST')),
    IsIn(names, fault('INVALID_CHOICE', { values: names.join(', ') }, { each: true })),
  );
}

/** A list in a query string: repeated, or separated by commas. Goes on top of a decorator for lists. */
export function QueryList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : [value].flat().flatMap((part: unknown) => (typeof part === 'string' ? part.split(',') : [part])),
  );
}

/** One of several words that are no enum of the contracts; `name` is what /docs calls them. */
export function OneOf(name: string, words: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return oneOf(name, [...words], options);
}

/** Several of such words. */
export function WordsOf(
  name: string,
  words: readonly string[],
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    options,
    { isArray: true, enum: [...words], enumName: name },
    IsArray(fault('INVALID_LIST')),
    IsIn([...words], fault('INVALID_CHOICE', { values: words.join(', ') }, { each: true })),
  );
}

/** A moment with its zone; without one, the server would have to guess. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date-time' },
    Matches(INSTANT, fault('INVALID_INSTANT')),
    IsISO8601({ strict: true }, fault('INVALID_INSTANT')),
  );
}

export function Nested(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  return field(options, lazily(type), IsObject(fault('INVALID_OBJECT')), ValidateNested(), Type(type));
}

export function NestedList(
  type: () => new () => object,
  max: number,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    options,
    { ...lazily(type), isArray: true, maxItems: max },
    IsArray(fault('INVALID_LIST')),
    ArrayMaxSize(max, fault('TOO_MANY', { max: String(max) })),
    ValidateNested({ each: true, ...fault('INVALID_OBJECT') }),
    Type(type),
  );
}

/** A message of the contracts, as `readMessage` reads it. */
export function Message(desc: DescMessage, options: FieldOptions = {}): PropertyDecorator {
  const reference = { allOf: [{ $ref: `#/components/schemas/${inputName(desc)}` }] };
  return field(options, { type: Object, ...reference }, IsObject(fault('INVALID_OBJECT')));
}

/** A calendar day of Paris, whether it exists is for the service that has the rule to say. */
export function Day(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date' },
    Matches(DAY, fault('INVALID_DAY')),
    IsISO8601({ strict: true }, fault('INVALID_DAY')),
  );
}

/** Nest takes a function for a class that is yet to come only when its name is `type`; otherwise for the class itself. */
function lazily(type: () => new () => object): { type: () => new () => object } {
  return { type: () => type() };
}

function oneOf(enumName: string, names: string[], options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { enum: names, enumName },
    IsIn(names, fault('INVALID_CHOICE', { values: names.join(', ') })),
  );
}

function field(
  options: FieldOptions,
  schema: object,
  ...constraints: PropertyDecorator[]
): PropertyDecorator {
  const { required = false, description, example } = options;
  const documented = ApiProperty({ ...schema, description, example, required });
  return applyDecorators(documented, ...(required ? [] : [IsOptional()]), ...constraints);
}
