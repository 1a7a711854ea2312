import { describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import {
  MissionReplacedSchema,
  Module,
  QuoteAcceptedSchema,
  Status,
  StatusSchema,
  TicketClosedSchema,
  TicketType,
  file_intervia_tickets_events_v1_events as eventsFile,
} from '@intervia/contracts';
import { STEPS } from '../../../domain/facts/steps.js';
import { toStep } from './to-fact.js';
import { TOLD_FACTS, UNTOLD_FACTS } from './told-facts.js';

/** Parts of events, not events. */
const PARTS = ['TicketContext', 'MissionContext', 'LivedFact'];

describe('facts of tickets', () => {
  it('are all decided: told to somebody, or deliberately to nobody', () => {
    const decided = [...TOLD_FACTS.map(({ schema }) => schema), ...UNTOLD_FACTS].map(({ name }) => name);
    const known = eventsFile.messages.map(({ name }) => name).filter((name) => !PARTS.includes(name));
    expect(decided.sort()).toEqual(known.sort());
  });

  it('have a step for every status', () => {
    const statuses = StatusSchema.values.filter(({ number }) => number !== 0);
    expect(statuses.map(({ number }) => toStep(number))).toEqual(STEPS);
  });

  it('say when a ticket was closed, and what a replaced mission had come to', () => {
    const at = new Date('2026-11-24T09:00:00Z');
    const ticket = {
      ticketId: 't',
      type: TicketType.WORK_ORDER,
      module: Module.GERANCE,
      status: Status.CLOSED,
    };
    const closing = TOLD_FACTS.find(({ schema }) => schema === TicketClosedSchema);
    expect(closing?.toFact(create(TicketClosedSchema, { ticket }), at)).toMatchObject({ at });
    const mission = { missionId: 'm', status: Status.REPLACED, contractor: { name: 'Martin' } };
    const replacing = TOLD_FACTS.find(({ schema }) => schema === MissionReplacedSchema);
    const fromOf = (from: Status) =>
      replacing?.toFact(create(MissionReplacedSchema, { ticket, mission, from }), at);
    expect(fromOf(Status.WORK_ORDER_REFUSED)).toMatchObject({ from: 'work-order-refused' });
    expect(fromOf(Status.UNSPECIFIED)).toMatchObject({ from: undefined });
  });

  it('keep what their templates need', () => {
    const [accepted] = TOLD_FACTS.filter(({ schema }) => schema === QuoteAcceptedSchema);
    const event = create(QuoteAcceptedSchema, {
      ticket: {
        ticketId: 't',
        number: 7,
        type: TicketType.SINGLE_QUOTE,
        module: Module.GERANCE,
        status: Status.QUOTE_ACCEPTED,
        hideAgencyMail: true,
        ownerName: 'M. Lefèvre',
        toldUsers: [{ id: 'u', name: 'Claire', mail: 'c@agence.example' }],
      },
      mission: {
        missionId: 'm',
        status: Status.QUOTE_ACCEPTED,
        contractor: { name: 'Martin', comment: 'Par la cour.' },
      },
      signedCopy: { id: 'd', name: 'signé.pdf', mediaType: 'application/pdf', size: 3, sha256: 'x' },
      amountCents: 1000,
    });
    expect(accepted?.toFact(event, new Date())).toMatchObject({
      kind: 'QuoteAccepted',
      ticket: {
        hidesAgencyMail: true,
        ownerName: 'M. Lefèvre',
        toldUsers: [{ id: 'u' }],
        step: 'quote-accepted',
      },
      mission: { id: 'm', contractor: { comment: 'Par la cour.' } },
      signedCopy: { id: 'd' },
      amountCents: 1000,
    });
  });
});
