import type { DescEnum, DescField, DescMessage } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence, TimestampSchema } from '@bufbuild/protobuf/wkt';
import {
  AlertPreferenceSchema,
  ApiCallerSchema,
  CreateApiKeyResponseSchema,
  CreateWebhookResponseSchema,
  ListApiKeysResponseSchema,
  ListWebhookDeliveriesResponseSchema,
  ListWebhooksResponseSchema,
  PauseWebhookResponseSchema,
  ReplayWebhookDeliveryResponseSchema,
  RevokeApiKeyResponseSchema,
  RevokeOlderSecretResponseSchema,
  RotateApiKeyResponseSchema,
  RotateOwnApiKeyResponseSchema,
  ChannelSettingsSchema,
  FindPeopleResponseSchema,
  FollowUpSchema,
  FollowUpStepSchema,
  GetAccessControlResponseSchema,
  GetAccountResponseSchema,
  GetArchiveResponseSchema,
  GetDashboardResponseSchema,
  GetFiguresStateResponseSchema,
  GetImportResponseSchema,
  GetStatisticsResponseSchema,
  ListMeasuredTicketsResponseSchema,
  GetPlaceResponseSchema,
  GetRetentionResponseSchema,
  GetSecuritySettingsResponseSchema,
  HistoryEntrySchema,
  ListBuildingsResponseSchema,
  ListContractorsResponseSchema,
  ListDeadLettersResponseSchema,
  ListDeletionsResponseSchema,
  ListEarlierResponseSchema,
  VerifyHistoryResponseSchema,
  ListFollowUpsResponseSchema,
  ListMessagesResponseSchema,
  ListReviewsResponseSchema,
  ListSecurityEventsResponseSchema,
  ListAsidesResponseSchema,
  ListOwnViewsResponseSchema,
  ListSessionsResponseSchema,
  ListTemplatesResponseSchema,
  CountQueuesResponseSchema,
  ListTicketsResponseSchema,
  ListUnitsResponseSchema,
  ListUsersResponseSchema,
  ModuleSettingsSchema,
  PreviewRetentionResponseSchema,
  PreviewTemplateResponseSchema,
  ReviewSchema,
  SendTestMessageResponseSchema,
  SimulateTicketResponseSchema,
  TemplateSchema,
  TicketSchema,
} from '@intervia/contracts';
import { FACTS } from '@intervia/french/words';
import type { OpenAPIObject } from '@nestjs/swagger';
import { enumNames } from '../mapping/enums.js';
import { shownFields } from '../mapping/json.js';
import { ALWAYS_SET } from './always-set.js';
import { MOST_INTEGER } from '../http/read-message.js';
import { CAF_ANSWERS } from './caf-answers.js';
import { JESTIMO_ANSWERS } from './jestimo-answers.js';
import { REPORT_ANSWERS } from './report-answers.js';
import { DESCRIPTIONS } from './descriptions.js';
import { PROPERTY_ANSWERS, PROPERTY_INPUTS, SAID, SAID_ALWAYS } from './property-contracts.js';
import { inputName, schemaName } from '../mapping/schema-name.js';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type SchemaObject = Exclude<Schema, { $ref: string }>;

/** Messages that routes answer with; what they contain follows. */
const ANSWERS: readonly DescMessage[] = [
  GetImportResponseSchema,
  ListWebhooksResponseSchema,
  CreateWebhookResponseSchema,
  PauseWebhookResponseSchema,
  ListWebhookDeliveriesResponseSchema,
  ReplayWebhookDeliveryResponseSchema,
  ListApiKeysResponseSchema,
  CreateApiKeyResponseSchema,
  RotateApiKeyResponseSchema,
  RevokeApiKeyResponseSchema,
  ApiCallerSchema,
  RotateOwnApiKeyResponseSchema,
  RevokeOlderSecretResponseSchema,
  GetAccessControlResponseSchema,
  GetAccountResponseSchema,
  ListSessionsResponseSchema,
  GetSecuritySettingsResponseSchema,
  ListSecurityEventsResponseSchema,
  FindPeopleResponseSchema,
  GetRetentionResponseSchema,
  PreviewRetentionResponseSchema,
  TicketSchema,
  CountQueuesResponseSchema,
  ListAsidesResponseSchema,
  ListOwnViewsResponseSchema,
  ListTicketsResponseSchema,
  ListDeletionsResponseSchema,
  ListEarlierResponseSchema,
  VerifyHistoryResponseSchema,
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
  GetStatisticsResponseSchema,
  GetDashboardResponseSchema,
  ListMeasuredTicketsResponseSchema,
  GetFiguresStateResponseSchema,
  ...PROPERTY_ANSWERS,
  ...CAF_ANSWERS,
  ...JESTIMO_ANSWERS,
  ...REPORT_ANSWERS,
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
  [ScalarType.DOUBLE, 'number'],
]);

/** What `readMessage` takes for a number. */
const RANGE_OF_SCALAR: ReadonlyMap<ScalarType | undefined, { minimum: number; maximum: number }> = new Map([
  [ScalarType.UINT32, { minimum: 0, maximum: MOST_INTEGER }],
  [ScalarType.INT32, { minimum: -MOST_INTEGER, maximum: MOST_INTEGER }],
]);

/** Schemas made from the contracts, so that they never say anything else than what is answered and taken. */
export function componentSchemas(): Record<string, SchemaObject> {
  const inputs = schemasFrom(PROPERTY_INPUTS, 'input');
  return {
    Problem: PROBLEM,
    Fact: { type: 'string', enum: Object.keys(FACTS) },
    ...inputs,
    ...schemasFrom(ANSWERS, 'answer'),
  };
}

type Use = 'answer' | 'input';

function schemasFrom(roots: readonly DescMessage[], use: Use): Record<string, SchemaObject> {
  const schemas: Record<string, SchemaObject> = {};
  const waiting = [...roots];
  for (let desc = waiting.pop(); desc; desc = waiting.pop()) {
    const name = nameFor(desc, use);
    if (Object.hasOwn(schemas, name)) continue;
    schemas[name] = objectSchema(desc, use);
    const fields = shownFields(desc);
    for (const { enum: named } of fields) if (named) schemas[schemaName(named)] = enumSchema(named);
    waiting.push(...fields.flatMap(({ message }) => (message && !isTimestamp(message) ? [message] : [])));
  }
  return schemas;
}

function nameFor(desc: DescMessage, use: Use): string {
  return use === 'input' ? inputName(desc) : schemaName(desc);
}

function objectSchema(desc: DescMessage, use: Use): SchemaObject {
  const fields = shownFields(desc);
  return {
    type: 'object',
    description: DESCRIPTIONS[schemaName(desc)],
    ...(use === 'answer' ? { required: requiredOf(desc) } : {}),
    properties: {
      ...Object.fromEntries(fields.map((field) => [field.localName, described(desc, field, use)])),
      ...(use === 'answer' ? SAID[schemaName(desc)] : {}),
    },
  };
}

function requiredOf(desc: DescMessage): string[] {
  const set = shownFields(desc).filter((field) => isSet(desc, field));
  return [...set.map((field) => field.localName), ...(SAID_ALWAYS.has(schemaName(desc)) ? ['detail'] : [])];
}

function isSet(desc: DescMessage, field: DescField): boolean {
  return isAlwaysThere(field) || (ALWAYS_SET[schemaName(desc)]?.includes(field.localName) ?? false);
}

function isAlwaysThere(field: DescField): boolean {
  return (
    field.fieldKind === 'list' ||
    field.fieldKind === 'map' ||
    (field.fieldKind === 'scalar' &&
      field.oneof === undefined &&
      field.presence !== FeatureSet_FieldPresence.EXPLICIT)
  );
}

function described(desc: DescMessage, field: DescField, use: Use): Schema {
  const schema = namesFact(desc, field) ? FACT : deprecatedAs(field, schemaOf(field, use));
  const description = DESCRIPTIONS[`${schemaName(desc)}.${field.localName}`];
  if (!description) return schema;
  return { ...schema, description };
}

/** A fact travels as the name of its event; its words are exhaustive by type, so that their table lists all of them. */
const FACT: Schema = { $ref: '#/components/schemas/Fact' };
const TELL_FACTS: ReadonlySet<string> = new Set([HistoryEntrySchema.typeName, FollowUpStepSchema.typeName]);

function namesFact({ typeName }: DescMessage, { localName }: DescField): boolean {
  return localName === 'fact' && TELL_FACTS.has(typeName);
}

function deprecatedAs(field: DescField, schema: Schema): Schema {
  return field.deprecated && !('$ref' in schema) ? { ...schema, deprecated: true } : schema;
}

function schemaOf(field: DescField, use: Use): Schema {
  if (field.fieldKind === 'list') return { type: 'array', items: valueSchema(field, use) };
  if (field.fieldKind === 'map') return { type: 'object', additionalProperties: { type: 'string' } };
  return valueSchema(field, use);
}

function valueSchema(field: DescField, use: Use): Schema {
  if (field.message) return messageSchema(field.message, use);
  if (field.enum) return { $ref: `#/components/schemas/${schemaName(field.enum)}` };
  return {
    type: TYPE_OF_SCALAR.get(field.scalar) ?? 'string',
    ...(use === 'input' ? RANGE_OF_SCALAR.get(field.scalar) : {}),
  };
}

function messageSchema(desc: DescMessage, use: Use): Schema {
  return isTimestamp(desc)
    ? { type: 'string', format: 'date-time' }
    : { $ref: `#/components/schemas/${nameFor(desc, use)}` };
}

function enumSchema(desc: DescEnum): SchemaObject {
  return { type: 'string', enum: enumNames(desc) };
}

function isTimestamp(desc: DescMessage): boolean {
  return desc.typeName === TimestampSchema.typeName;
}
