import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { life, missionActions, open, soundCommand, sweep } from '../testing/random-lives.js';
import { HOUR, OPENED } from '../testing/scenario.js';
import { userActions } from './actions/actions.js';
import type { Command } from './ticket/commands.js';
import { decide } from './decide.js';
import { TicketError } from './values/errors.js';
import { evolve } from './ticket/evolve.js';
import { MISSION_STATUSES, quoteOf, visitOf } from './mission/mission.js';
import type { Mission, MissionStatus } from './mission/mission.js';
import { nextDueAt, ticketColour, ticketStatus, ticketType } from './ticket/ticket.js';
import type { ExistingTicket, RunningTicket, Ticket } from './ticket/ticket.js';
import { isReminder } from './mission/timer.js';
import type { TimerKind } from './mission/timer.js';
import { TRANSITIONS } from './mission/transitions.js';

/** In which statuses a timer has a meaning. */
const ALIVE: Readonly<Record<TimerKind, readonly MissionStatus[]>> = {
  WORK_ORDER_REMINDER: ['WORK_ORDER_SENT'],
  QUOTE_REMINDER: ['QUOTE_REQUESTED', 'QUOTE_PROMISED'],
  APPROVAL_REMINDER: ['QUOTE_AWAITING_APPROVAL'],
  INVOICE_REMINDER: ['INVOICE_REQUESTED', 'NEW_INVOICE_REQUESTED'],
  APPOINTMENT_REMINDER: ['QUOTE_ACCEPTED'],
  COMPLETION_REMINDER: ['AWAITING_COMPLETION'],
  VISIT: ['APPOINTMENT_VALIDATED'],
  PRESENCE: ['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED'],
  COMPLETION: [
    'WORK_ORDER_ACCEPTED',
    'APPOINTMENT_VALIDATED',
    'PRESENCE_ASKED',
    'PRESENCE_CONFIRMED',
    'RUNNING_LATE',
  ],
};

/** What a status says of the mission, whatever led there. */
const WITHOUT_VISIT: readonly MissionStatus[] = [
  'WORK_ORDER_SENT',
  'WORK_ORDER_REFUSED',
  'QUOTE_REQUESTED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_PROMISED',
  'QUOTE_RECEIVED',
  'QUOTE_AWAITING_APPROVAL',
  'QUOTE_APPROVED',
  'QUOTE_REJECTED',
  'QUOTE_ACCEPTED',
];
const WITHOUT_QUOTE: readonly MissionStatus[] = [
  'QUOTE_REQUESTED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_PROMISED',
];
/** They keep what the mission had come to. */
const TAKEN_BACK: readonly MissionStatus[] = ['QUOTE_REFUSED', 'REPLACED'];
const NOT_ACCEPTED: readonly MissionStatus[] = [
  ...WITHOUT_VISIT.filter((status) => status !== 'QUOTE_ACCEPTED'),
  ...TAKEN_BACK,
];

/** @returns the ticket after the command, or as it was when it is refused. */
function after(ticket: ExistingTicket, command: Command): ExistingTicket {
  try {
    return decide(command, ticket).reduce<Ticket>(evolve, ticket) as ExistingTicket;
  } catch (error) {
    // A refusal is an answer; anything else is a bug.
    if (!(error instanceof TicketError)) throw error;
    return ticket;
  }
}

const counted = ({ missions }: ExistingTicket): Mission[] =>
  missions.filter(({ status }) => status !== 'REPLACED');

function expectSound(ticket: ExistingTicket): void {
  ticket.missions.forEach(expectSoundMission);
  expect(new Set(counted(ticket).map(({ kind }) => kind)).size).toBe(1);
  const accepted = ticket.missions.filter(
    ({ kind, status }) => kind === 'QUOTE' && !NOT_ACCEPTED.includes(status),
  );
  expect(accepted.length).toBeLessThanOrEqual(1);
  if (ticket.phase !== 'open') {
    expect('timers' in ticket).toBe(false);
    expect(nextDueAt(ticket)).toBeUndefined();
    expect(userActions(ticket).map(({ command }) => command)).toEqual(['ReopenTicket', 'DeleteTicket']);
    expect([ticketStatus(ticket), ticketColour(ticket)]).toEqual(['CLOSED', 'RED']);
    return;
  }
  if (ticketType(ticket) === 'MULTI_WORK_ORDER') expect(ticketStatus(ticket)).toBe('IN_PROGRESS');
  expectSoundTimers(ticket);
  expect(userActions(ticket).some(({ suggested }) => suggested)).toBe(true);
}

function expectSoundMission(mission: Mission): void {
  const { status, kind } = mission;
  expect(MISSION_STATUSES).toContain(status);
  if (status.startsWith('WORK_ORDER')) expect(kind).toBe('WORK_ORDER');
  if (status.startsWith('QUOTE') || status.startsWith('APPOINTMENT')) expect(kind).toBe('QUOTE');
  if (!TAKEN_BACK.includes(status)) {
    expect(visitOf(mission) !== undefined).toBe(!WITHOUT_VISIT.includes(status));
    expect(quoteOf(mission) !== undefined).toBe(kind === 'QUOTE' && !WITHOUT_QUOTE.includes(status));
  }
  const approval = quoteOf(mission)?.approval;
  if (status === 'QUOTE_APPROVED') expect(approval?.approved).toBe(true);
  if (status === 'QUOTE_AWAITING_APPROVAL') expect(approval?.answeredAt).toBeUndefined();
}

function expectSoundTimers({ timers, missions }: RunningTicket): void {
  const keys = timers.map(({ kind, missionId }) => `${kind} ${missionId}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const timer of timers) {
    const mission = missions.find(({ id }) => id === timer.missionId);
    expect(ALIVE[timer.kind]).toContain(mission?.status);
    if (isReminder(timer.kind)) expect(timer.sent).toBeLessThanOrEqual(timer.maximum);
  }
}

/** Statuses that another mission's step, or a replacement, gives. */
const BESIDE: Partial<Readonly<Record<Command['type'], MissionStatus>>> = {
  AcceptQuote: 'QUOTE_REFUSED',
  ContactAnotherContractor: 'REPLACED',
};

function expectFollowsTable(command: Command, before: ExistingTicket, now: ExistingTicket): void {
  if (command.type === 'StepBack') return;
  for (const mission of now.missions) {
    const previous = before.missions.find(({ id }) => id === mission.id)?.status;
    if (!previous || previous === mission.status) continue;
    const reachable = Object.values(TRANSITIONS[previous]).flatMap(({ to }) => to);
    expect([...reachable, BESIDE[command.type]]).toContain(mission.status);
  }
}

/** All that the manager and the contractor see of it. */
function snapshot(mission: Mission): string {
  const { past: _past, readAt: _readAt, contractor: _contractor, ...stage } = mission;
  return JSON.stringify(Object.entries(stage).sort());
}

/** Where each mission has been. */
class Track {
  private readonly been = new Map<string, string[]>();

  expectKnown(command: Command, now: ExistingTicket, before: ExistingTicket): void {
    for (const mission of now.missions) {
      const been = this.been.get(mission.id) ?? [];
      this.been.set(mission.id, been);
      const seen = snapshot(mission);
      const steppedBack = command.type === 'StepBack' && now !== before && command.missionId === mission.id;
      if (steppedBack) expect(been).toContain(seen);
      been.push(seen);
    }
  }
}

it('random commands never give an impossible ticket', () => {
  fc.assert(
    fc.property(life, ({ opening: how, steps }) => {
      let ticket = open(how) as ExistingTicket;
      const track = new Track();
      let now = OPENED;
      track.expectKnown(sweep(now), ticket, ticket);
      steps.forEach(({ step: next, hoursLater }, n) => {
        now = new Date(now.getTime() + hoursLater * HOUR);
        const before = ticket;
        const command = next(now, n, ticket);
        ticket = after(before, command);
        expectSound(ticket);
        expectFollowsTable(command, before, ticket);
        track.expectKnown(command, ticket, before);
        if (before.phase === 'closed') expect(ticket).toBe(before);
      });
    }),
    { numRuns: 150 },
  );
});

it('what is offered is never refused for the state of the ticket', () => {
  fc.assert(
    fc.property(life, ({ opening: how, steps }) => {
      let ticket = open(how) as ExistingTicket;
      steps.forEach(({ step: next, hoursLater }, n) => {
        const now = new Date(OPENED.getTime() + n * hoursLater * HOUR);
        ticket = after(ticket, next(now, n, ticket));
      });
      // Of two rivals one is approved: what is left to answer of the other is no.
      const approved = !ticket.missions.some(({ status }) => status === 'QUOTE_APPROVED');
      for (const action of missionActions(ticket)) {
        expect(() => decide(soundCommand(action, OPENED, { approved }), ticket)).not.toThrow();
      }
    }),
    { numRuns: 100 },
  );
});

it('a sweep leaves nothing due behind', () => {
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: 2_000 }), ({ opening: how, steps }, hours) => {
      let ticket = open(how) as ExistingTicket;
      steps.forEach(({ step: next }, n) => {
        ticket = after(ticket, next(OPENED, n, ticket));
      });
      const now = new Date(OPENED.getTime() + hours * HOUR);
      const due = nextDueAt(after(ticket, sweep(now)));
      if (due) expect(due.getTime()).toBeGreaterThan(now.getTime());
    }),
    { numRuns: 100 },
  );
});
