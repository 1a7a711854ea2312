import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { DescMessage } from '@bufbuild/protobuf';
import {
  Action,
  AlertPreferenceSchema,
  ChannelSettingsSchema,
  Colour,
  GetArchiveResponseSchema,
  GetPlaceResponseSchema,
  ListBuildingsResponseSchema,
  ListContractorsResponseSchema,
  ListDeadLettersResponseSchema,
  ListMessagesResponseSchema,
  ListReviewsResponseSchema,
  ListTemplatesResponseSchema,
  ListTicketsResponseSchema,
  ListUnitsResponseSchema,
  ListUsersResponseSchema,
  MailAccountSchema,
  PreviewTemplateResponseSchema,
  ReviewSchema,
  SimulateTicketResponseSchema,
  Status,
  TemplateSchema,
  TicketSchema,
} from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { ALWAYS_SET } from '../openapi/always-set.js';
import { schemaName } from './schema-name.js';
import { componentSchemas } from '../openapi/schemas.js';
import { DESCRIPTIONS } from '../openapi/descriptions.js';
import { toJson } from './json.js';

describe('toJson', () => {
  it('strips enum prefixes, writes moments in ISO 8601 and keeps zeros', () => {
    const at = new Date('2026-11-24T06:45:00.000Z');
    const ticket = create(TicketSchema, {
      id: 't',
      number: 1042,
      status: Status.RUNNING_LATE,
      colour: Colour.GREY,
      missions: [{ id: 'm', appointment: { start: timestampFromDate(at), durationMinutes: 60 } }],
      actions: [{ action: Action.ASK_COMPLETION, suggested: true }],
    });
    expect(toJson(TicketSchema, ticket)).toMatchObject({
      id: 't',
      number: 1042,
      status: 'RUNNING_LATE',
      colour: 'GREY',
      amountCents: 0,
      silent: false,
      subject: '',
      history: [],
      missions: [{ id: 'm', amountCents: 0, appointment: { start: at.toISOString(), durationMinutes: 60 } }],
      actions: [{ action: 'ASK_COMPLETION', missionId: '', suggested: true, manualEntry: false }],
    });
  });

  it('leaves out what is not set', () => {
    const json = toJson(TicketSchema, create(TicketSchema, {}));
    for (const absent of ['type', 'source', 'place', 'closedAt']) expect(json).not.toHaveProperty(absent);
  });

  it('does not choke on an enum value of a newer contract', () => {
    expect(toJson(TicketSchema, create(TicketSchema, { status: 999 as Status }))).not.toHaveProperty(
      'status',
    );
  });

  it('never writes a password', () => {
    const answer = create(ListUsersResponseSchema, { users: [{ id: 'u', password: 'secret' }] });
    expect(JSON.stringify(toJson(ListUsersResponseSchema, answer))).not.toMatch(/secret|password/);
  });

  it.each<DescMessage>([
    TicketSchema,
    ListTicketsResponseSchema,
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
    SimulateTicketResponseSchema,
    ChannelSettingsSchema,
    MailAccountSchema,
    ListReviewsResponseSchema,
    ReviewSchema,
    AlertPreferenceSchema,
    ListDeadLettersResponseSchema,
  ])('can write %s, and /docs describes exactly that', (schema) => {
    const written = Object.keys(toJson(schema, create(schema)));
    const documented = componentSchemas()[schemaName(schema)];
    const set = ALWAYS_SET[schemaName(schema)] ?? [];
    expect(documented?.required?.toSorted()).toEqual([...written, ...set].toSorted());
  });
});

describe('what services always set', () => {
  it('are fields of messages that exist', () => {
    const schemas = componentSchemas();
    for (const [message, fields] of Object.entries(ALWAYS_SET))
      for (const field of fields) expect(schemas[message]?.properties).toHaveProperty(field);
  });
});

describe('descriptions', () => {
  it('are all of something that exists', () => {
    const schemas = componentSchemas();
    const known = (name: string): boolean => {
      const [message = '', field] = name.split('.');
      return field === undefined ? message in schemas : field in (schemas[message]?.properties ?? {});
    };
    expect(Object.keys(DESCRIPTIONS).filter((name) => !known(name))).toEqual([]);
  });
});
