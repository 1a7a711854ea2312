import { describe, expect, it } from '@jest/globals';
import { aFact, aMission } from '../../testing/facts.builder.js';
import { aMessage } from '../../testing/message.builder.js';
import type { FactKind } from '../facts/facts.js';
import { invitationsOf } from './invitation.js';
import { messageFacts } from '../facts/message-facts.js';
import type { MessageFacts } from '../facts/message-facts.js';
import type { Audience } from '../template-codes.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const START = new Date('2026-11-25T13:30:00Z');

function about(fact: FactKind, overrides: Partial<MessageFacts> = {}, queuedAt = NOW) {
  const { facts } = aMessage();
  const appointment = { start: START, durationMinutes: 90 };
  const told = aMessage({ queuedAt, facts: { ...facts, fact, appointment, ...overrides } });
  return invitationsOf(told)[0];
}

describe('invitationsOf', () => {
  it('invites to an appointment that was made', () => {
    expect(about('AppointmentValidated')).toMatchObject({
      method: 'request',
      missionId: 'mission-1',
      start: START,
      end: new Date('2026-11-25T15:00:00Z'),
    });
  });

  it.each<FactKind>(['AppointmentPostponed', 'AppointmentCancelled', 'MissionReplaced', 'QuoteRequested'])(
    'takes it back at %s',
    (fact) => expect(about(fact)?.method).toBe('cancel'),
  );

  it.each([
    ['confirmed', undefined],
    ['late', 'request'],
    ['absent', 'cancel'],
    ['postponed', 'cancel'],
  ] as const)('answers a presence of "%s" with %p', (answer, method) => {
    expect(about('PresenceAnswered', { presence: { answer, lateMinutes: 0 } })?.method).toBe(method);
  });

  it('moves it for somebody who is late', () => {
    const late = about('PresenceAnswered', { presence: { answer: 'late', lateMinutes: 20 } });
    expect(late?.start).toEqual(new Date('2026-11-25T13:50:00Z'));
  });

  it('counts up with every fact', () => {
    const next = about('AppointmentCancelled', {}, new Date(NOW.getTime() + 1_000));
    expect(next?.sequence).toBeGreaterThan(about('AppointmentValidated')?.sequence ?? Infinity);
  });

  it('leaves calendars alone when a step is taken back, and moves the event with the next appointment', () => {
    const validated = about('AppointmentValidated');
    expect(about('SteppedBack')).toBeUndefined();
    const later = { start: new Date('2026-11-27T08:00:00Z'), durationMinutes: 60 };
    const anew = about('AppointmentValidated', { appointment: later }, new Date(NOW.getTime() + 5_000));
    expect(anew).toMatchObject({ method: 'request', missionId: validated?.missionId, start: later.start });
    expect(anew?.sequence).toBeGreaterThan(validated?.sequence ?? Infinity);
  });

  describe('at the closing of a ticket', () => {
    const at = (start: Date) => ({ start, durationMinutes: 90 });
    const missions = [
      aMission({ id: 'past', appointment: at(new Date('2026-11-23T09:00:00Z')) }),
      aMission({ id: 'first', appointment: at(START) }),
      aMission({ id: 'second', appointment: at(new Date('2026-11-26T09:00:00Z')) }),
    ];
    const closed = aFact('TicketClosed', { missions, at: NOW });
    const dropped = (audience: Audience) => {
      const facts = messageFacts(closed, { audience, recipientName: 'Mme Petit' });
      return invitationsOf(aMessage({ missionId: undefined, audience, facts, queuedAt: NOW }));
    };

    it.each(['notified', 'contact'] as const)(
      'takes back each visit to come of who only reads: %s',
      (reader) => {
        expect(dropped(reader).map(({ method, missionId }) => [method, missionId])).toEqual([
          ['cancel', 'first'],
          ['cancel', 'second'],
        ]);
      },
    );

    it('tells a contractor of its own only', () => {
      expect(dropped('contractor')).toEqual([]);
      expect(about('TicketClosed')).toMatchObject({ method: 'cancel', missionId: 'mission-1' });
    });
  });

  it('is none where no appointment is spoken of, or it is over', () => {
    expect(about('AppointmentValidated', { appointment: undefined })).toBeUndefined();
    expect(about('InvoiceRequested')).toBeUndefined();
    expect(about('TicketClosed', {}, new Date('2026-11-26T00:00:00Z'))).toBeUndefined();
  });
});
