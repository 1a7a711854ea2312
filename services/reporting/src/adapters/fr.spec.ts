import type { DescEnum } from '@bufbuild/protobuf';
import {
  ActorKindSchema,
  ChannelSchema,
  DeliverySchema,
  DocumentKindSchema,
  ModuleSchema,
  PresenceAnswerSchema,
  SourceSchema,
  StatusSchema,
  TicketTypeSchema,
  TimerKindSchema,
  enumName,
  file_intervia_tickets_events_v1_events as eventsFile,
} from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../testing/builders.js';
import * as fr from './fr.js';

/** Parts of events; the facts that stay inside the agency; those whose ticket has no summary any more. */
const NOT_SHOWN = new Set([
  'TicketContext',
  'MissionContext',
  'LivedFact',
  'NoteAdded',
  'TicketDeleted',
  'PersonErased',
]);

describe('the French of the summary', () => {
  it.each<[string, DescEnum, Readonly<Record<string, string>>, string[]]>([
    ['type', TicketTypeSchema, fr.typeNames, []],
    ['module', ModuleSchema, fr.modules, []],
    ['source', SourceSchema, fr.sources, []],
    ['status', StatusSchema, fr.statuses, []],
    // Internal notes are in neither file.
    ['kind of document', DocumentKindSchema, fr.documentKinds, ['NOTE']],
    ['folder', DocumentKindSchema, fr.folders, ['NOTE']],
    ['channel', ChannelSchema, fr.channels, []],
    ['delivery', DeliverySchema, fr.deliveries, []],
    // Their name says it.
    ['actor', ActorKindSchema, fr.actors, ['USER']],
    ['presence', PresenceAnswerSchema, fr.presences, []],
    ['timer', TimerKindSchema, fr.timers, []],
  ])('has a word for every %s of the contracts', (_what, schema, words, without) => {
    const codes = schema.values
      .filter(({ number }) => number !== 0)
      .map(({ number }) => enumName(schema, number));
    expect(codes.filter((code) => !words[code] && !without.includes(code))).toEqual([]);
  });

  it('has a sentence for every fact of a ticket', () => {
    const facts = eventsFile.messages.map(({ name }) => name).filter((name) => !NOT_SHOWN.has(name));
    expect(facts.filter((fact) => fr.factText(anEntry({ fact })) === fact)).toEqual([]);
  });

  it('names the fields that were changed, and not by their codes', () => {
    const entry = anEntry({ fact: 'TicketUpdated', text: 'subject, notifiedDescription, timers' });
    expect(fr.factText(entry)).toBe(
      'Ticket modifié : sujet, description pour les notifiés, délais de relance',
    );
    expect(fr.commentText(entry)).toBe('');
  });
});
