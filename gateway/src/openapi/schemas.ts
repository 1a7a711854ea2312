import type { DescEnum, DescField, DescMessage } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence, TimestampSchema } from '@bufbuild/protobuf/wkt';
import {
  AlertPreferenceSchema,
  ChannelSettingsSchema,
  FollowUpSchema,
  GetArchiveResponseSchema,
  GetPlaceResponseSchema,
  ListBuildingsResponseSchema,
  ListContractorsResponseSchema,
  ListDeadLettersResponseSchema,
  ListDeletionsResponseSchema,
  ListFollowUpsResponseSchema,
  ListMessagesResponseSchema,
  ListReviewsResponseSchema,
  ListTemplatesResponseSchema,
  ListTicketsResponseSchema,
  ListUnitsResponseSchema,
  ListUsersResponseSchema,
  ModuleSettingsSchema,
  PreviewTemplateResponseSchema,
  ReviewSchema,
  SendTestMessageResponseSchema,
  SimulateTicketResponseSchema,
  TemplateSchema,
  TicketSchema,
} from '@intervia/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { enumNames } from '../mapping/enums.js';
import { shownFields } from '../mapping/json.js';
import { ALWAYS_SET } from './always-set.js';
import { DESCRIPTIONS } from './descriptions.js';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type SchemaObject = Exclude<Schema, { $ref: string }>;

/** Messages that routes answer with; what they contain follows. */
const ANSWERS: readonly DescMessage[] = [
  TicketSchema,
  ListTicketsResponseSchema,
  ListDeletionsResponseSchema,
  ModuleSettingsSchema,
  ListFollowUpsResponseSchema,
  FollowUpSchema,
  ListUsersResponseSchema,
  ListBuildingsResponseSchema,
  ListUnitsResponseSchema,
  ListContractorsResponseSchema,
  GetPlaceResponseSchema,
  ListMessagesResponseSchema,
  GetArchiveResponseSchema,
  ListTemplatesResponseSchema,
  TemplateSchema,
  PreviewTemplateResponseSchema,
  SendTestMessageResponseSchema,
  SimulateTicketResponseSchema,
  ChannelSettingsSchema,
  ListReviewsResponseSchema,
  ReviewSchema,
  AlertPreferenceSchema,
  ListDeadLettersResponseSchema,
];

const PROBLEM: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', example: 'urn:intervia:problem:TICKET_NOT_FOUND' },
    title: { type: 'string', description: 'In French, by kind of error.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In French, to be shown to people.' },
    code: { type: 'string', description: 'Stable; for programs.', example: 'TICKET_NOT_FOUND' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'detail'],
        properties: {
          field: {
            type: 'string',
            description: 'Dotted path in the request.',
            example: 'contractors.0.mails',
          },
          code: { type: 'string' },
          detail: { type: 'string', description: 'In French.' },
        },
      },
    },
  },
};

/** All else is written as text. */
const TYPE_OF_SCALAR: ReadonlyMap<ScalarType | undefined, string> = new Map([
  [ScalarType.BOOL, 'boolean'],
  [ScalarType.UINT32, 'integer'],
  [ScalarType.INT32, 'integer'],
]);

/** The short names of the contracts' messages and enums are unique. */
export function schemaName(desc: DescMessage): string {
  return desc.name;
}

/** Schemas made from the contracts, so that they never say anything else than the answers. */
export function componentSchemas(): Record<string, SchemaObject> {
  const schemas: Record<string, SchemaObject> = { Problem: PROBLEM };
  const waiting = [...ANSWERS];
  for (let desc = waiting.pop(); desc; desc = waiting.pop()) {
    if (Object.hasOwn(schemas, schemaName(desc))) continue;
    schemas[schemaName(desc)] = objectSchema(desc);
    const fields = shownFields(desc);
    for (const { enum: named } of fields) if (named) schemas[named.name] = enumSchema(named);
    waiting.push(...fields.flatMap(({ message }) => (message && !isTimestamp(message) ? [message] : [])));
  }
  return schemas;
}

function objectSchema(desc: DescMessage): SchemaObject {
  const fields = shownFields(desc);
  return {
    type: 'object',
    description: DESCRIPTIONS[desc.name],
    required: fields
      .filter((field) => isAlwaysThere(field) || ALWAYS_SET[desc.name]?.includes(field.localName))
      .map((field) => field.localName),
    properties: Object.fromEntries(fields.map((field) => [field.localName, described(desc, field)])),
  };
}

function isAlwaysThere(field: DescField): boolean {
  return (
    field.fieldKind === 'list' ||
    (field.fieldKind === 'scalar' && field.presence !== FeatureSet_FieldPresence.EXPLICIT)
  );
}

function described(desc: DescMessage, field: DescField): Schema {
  const schema = deprecatedAs(field, schemaOf(field));
  const description = DESCRIPTIONS[`${desc.name}.${field.localName}`];
  if (!description) return schema;
  return { ...schema, description };
}

function deprecatedAs(field: DescField, schema: Schema): Schema {
  return field.deprecated && !('$ref' in schema) ? { ...schema, deprecated: true } : schema;
}

function schemaOf(field: DescField): Schema {
  if (field.fieldKind === 'list') return { type: 'array', items: valueSchema(field) };
  return valueSchema(field);
}

function valueSchema(field: DescField): Schema {
  if (field.message) return messageSchema(field.message);
  if (field.enum) return { $ref: `#/components/schemas/${field.enum.name}` };
  return { type: TYPE_OF_SCALAR.get(field.scalar) ?? 'string' };
}

function messageSchema(desc: DescMessage): Schema {
  return isTimestamp(desc)
    ? { type: 'string', format: 'date-time' }
    : { $ref: `#/components/schemas/${schemaName(desc)}` };
}

function enumSchema(desc: DescEnum): SchemaObject {
  return { type: 'string', enum: enumNames(desc) };
}

function isTimestamp(desc: DescMessage): boolean {
  return desc.typeName === TimestampSchema.typeName;
}
