import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContractor, aDocument, aDraft, aPerson, aUser } from '../testing/builders.js';
import { HOUR, MINUTE, OPENED } from '../testing/scenario.js';
import { userActions } from './actions.js';
import type { Command } from './commands.js';
import { decide } from './decide.js';
import { TicketError } from './errors.js';
import { evolve } from './evolve.js';
import { MISSION_STATUSES, visitOf } from './mission.js';
import type { MissionStatus } from './mission.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { NO_TICKET, nextDueAt, ticketColour, ticketStatus } from './ticket.js';
import type { ExistingTicket, OpenTicket, Ticket } from './ticket.js';
import { isReminder } from './timers.js';
import type { TimerKind } from './timers.js';
import { MISSION_COMMANDS, TRANSITIONS } from './transitions.js';

/** In which statuses a timer has a meaning. */
const ALIVE: Readonly<Record<TimerKind, readonly MissionStatus[]>> = {
  WORK_ORDER_REMINDER: ['WORK_ORDER_SENT'],
  PRESENCE: ['WORK_ORDER_ACCEPTED'],
  COMPLETION: ['WORK_ORDER_ACCEPTED', 'PRESENCE_ASKED', 'PRESENCE_CONFIRMED', 'RUNNING_LATE'],
  INVOICE_REMINDER: ['INVOICE_REQUESTED', 'NEW_INVOICE_REQUESTED'],
};

const UNPLANNED: readonly MissionStatus[] = ['WORK_ORDER_SENT', 'WORK_ORDER_REFUSED'];

type Step = (now: Date) => Command;

const missionIds = fc.constantFrom('m1', 'm2', 'm3');
const missionStep: fc.Arbitrary<Step> = fc
  .record({
    type: fc.constantFrom(...MISSION_COMMANDS),
    missionId: missionIds,
    byHand: fc.boolean(),
    startsIn: fc.integer({ min: -90, max: 3 * 24 * 60 }),
    durationMinutes: fc.integer({ min: 1, max: 1_500 }),
    answer: fc.constantFrom('CONFIRMED', 'LATE', 'ABSENT', 'POSTPONED'),
    lateMinutes: fc.constantFrom(0, 0, 20, 600, 700),
    invoice: fc.option(fc.constant(aDocument()), { nil: undefined }),
    amountCents: fc.nat(100_000),
  })
  .map(({ missionId, byHand, startsIn, durationMinutes, amountCents, ...content }): Step => {
    return (now) => ({
      ...content,
      missionId,
      now,
      actor: byHand ? aUser() : aContractor(missionId),
      appointment: { start: new Date(now.getTime() + startsIn * MINUTE), durationMinutes },
      amountCents,
      invoiceAmountCents: content.invoice ? amountCents : 0,
      proofs: [],
      comment: 'x',
      reason: 'x',
    });
  });
const sweep: Step = (now) => ({ type: 'FireTimers', now });
const close: Step = (now) => ({ type: 'CloseTicket', actor: aUser(), now, comment: '' });
const step = fc.oneof(
  { weight: 20, arbitrary: missionStep },
  { weight: 10, arbitrary: fc.constant(sweep) },
  { weight: 1, arbitrary: fc.constant(close) },
);
const life = fc.record({
  contractors: fc.integer({ min: 1, max: 3 }),
  askPresence: fc.boolean(),
  steps: fc.array(fc.record({ step, hoursLater: fc.integer({ min: 0, max: 60 }) }), { maxLength: 60 }),
});

function open(contractors: number, askPresence: boolean): Ticket {
  const draft = aDraft({ askPresence, contractors: Array.from({ length: contractors }, () => aPerson()) });
  const identity = { id: 't', agencyId: 'a', number: 1, missionIds: ['m1', 'm2', 'm3'] };
  return decide(
    { type: 'OpenTicket', actor: aUser(), now: OPENED, identity, draft, settings: DEFAULT_SETTINGS },
    NO_TICKET,
  ).reduce<Ticket>(evolve, NO_TICKET);
}

function expectSound(ticket: ExistingTicket): void {
  for (const mission of ticket.missions) {
    expect(MISSION_STATUSES).toContain(mission.status);
    if (UNPLANNED.includes(mission.status)) expect(visitOf(mission)).toBeUndefined();
    else expect(visitOf(mission)).toBeDefined();
  }
  if (ticket.phase !== 'open') {
    expect('timers' in ticket).toBe(false);
    expect(nextDueAt(ticket)).toBeUndefined();
    expect(userActions(ticket).map(({ command }) => command)).toEqual(['ReopenTicket', 'DeleteTicket']);
    expect([ticketStatus(ticket), ticketColour(ticket)]).toEqual(['CLOSED', 'RED']);
    return;
  }
  expectSoundTimers(ticket);
  const suggested = userActions(ticket).filter((action) => action.suggested);
  expect(suggested.length).toBeGreaterThan(0);
}

function expectSoundTimers({ timers, missions }: OpenTicket): void {
  const keys = timers.map(({ kind, missionId }) => `${kind} ${missionId}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const timer of timers) {
    const mission = missions.find(({ id }) => id === timer.missionId);
    expect(ALIVE[timer.kind]).toContain(mission?.status);
    if (isReminder(timer.kind)) expect(timer.sent).toBeLessThanOrEqual(timer.maximum);
  }
}

function expectFollowsTable(before: ExistingTicket, after: ExistingTicket): void {
  for (const mission of after.missions) {
    const previous = before.missions.find(({ id }) => id === mission.id)?.status;
    if (!previous || previous === mission.status) continue;
    const reachable = Object.values(TRANSITIONS[previous]).flatMap(({ to }) => to);
    expect(reachable).toContain(mission.status);
  }
}

it('random commands never give an impossible ticket', () => {
  fc.assert(
    fc.property(life, ({ contractors, askPresence, steps }) => {
      let ticket = open(contractors, askPresence);
      let now = OPENED;
      for (const { step: next, hoursLater } of steps) {
        now = new Date(now.getTime() + hoursLater * HOUR);
        const before = ticket as ExistingTicket;
        try {
          ticket = decide(next(now), before).reduce<Ticket>(evolve, before);
        } catch (error) {
          // A refusal is an answer; anything else is a bug.
          expect(error).toBeInstanceOf(TicketError);
        }
        expectSound(ticket as ExistingTicket);
        expectFollowsTable(before, ticket as ExistingTicket);
        if (before.phase === 'closed') expect(ticket).toBe(before);
      }
    }),
    { numRuns: 300 },
  );
});

it('a sweep leaves nothing due behind', () => {
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: 2_000 }), ({ contractors, askPresence, steps }, hours) => {
      let ticket = open(contractors, askPresence);
      for (const { step: next } of steps) {
        try {
          ticket = decide(next(OPENED), ticket).reduce<Ticket>(evolve, ticket);
        } catch {
          // Refused: the ticket stays.
        }
      }
      const now = new Date(OPENED.getTime() + hours * HOUR);
      const swept = decide({ type: 'FireTimers', now }, ticket).reduce<Ticket>(
        evolve,
        ticket,
      ) as ExistingTicket;
      const due = nextDueAt(swept);
      if (due) expect(due.getTime()).toBeGreaterThan(now.getTime());
    }),
    { numRuns: 200 },
  );
});
