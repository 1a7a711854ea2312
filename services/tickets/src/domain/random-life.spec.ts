import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContractor, aDocument, aDraft, aPerson, aRequest, aRequester, aUser } from '../testing/builders.js';
import { HOUR, OPENED } from '../testing/scenario.js';
import { userActions } from './actions/actions.js';
import type { Command } from './ticket/commands.js';
import { decide } from './decide.js';
import { TicketError } from './values/errors.js';
import { evolve } from './ticket/evolve.js';
import { DEFAULT_SETTINGS } from './settings/settings.js';
import { NO_TICKET, endedAt, nextDueAt, ticketColour, ticketStatus, ticketType } from './ticket/ticket.js';
import type { ExistingTicket, Phase, Ticket } from './ticket/ticket.js';

/** From the request to the end, whatever is done around the steps, in whatever order. */

/** Which phase may follow which, in one command. */
const NEXT: Readonly<Record<Phase, readonly Phase[]>> = {
  none: ['pending'],
  pending: ['pending', 'open', 'cancelled'],
  cancelled: ['cancelled'],
  open: ['open', 'closed'],
  closed: ['closed', 'open'],
};

type Step = (now: Date, n: number) => Command;

const actor = fc.constantFrom(
  aUser(),
  aContractor('m1'),
  aContractor('m2'),
  { kind: 'OWNER' as const, id: 'c1', name: 'Mme Lefèvre' },
  aRequester(),
);
const whom = fc.constantFrom(
  { missionId: 'm1', correspondentId: '' },
  { missionId: 'm9', correspondentId: '' },
  { missionId: '', correspondentId: 'c1' },
  { missionId: '', correspondentId: '', role: 'OWNER' as const, person: aPerson({ partyId: 'owner' }) },
  {
    missionId: '',
    correspondentId: '',
    role: 'TENANT' as const,
    person: aPerson({ partyId: '', name: 'Léa' }),
  },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ by: actor, several: fc.boolean() }).map(({ by, several }): Step => (now) => ({
    type: 'ValidatePreTicket',
    actor: by,
    now,
    draft: aDraft({ contractors: several ? [aPerson(), aPerson()] : [aPerson()] }),
    missionIds: ['m1', 'm2'],
    settings: DEFAULT_SETTINGS,
  })),
  actor.map((by): Step => (now) => ({ type: 'CancelPreTicket', actor: by, now, reason: '' })),
  fc
    .record({ by: actor, to: whom, thread: fc.constantFrom('', '', 't0', 't3'), received: fc.boolean() })
    .map(({ by, to, thread, received }): Step => (now, n) => ({
      type: 'PostMessage',
      actor: by,
      now,
      ...to,
      threadId: thread,
      subject: 'Accès',
      text: 'Bonjour',
      documents: [aDocument({ id: `d${n % 3}` })],
      received,
      ids: { thread: `t${n}`, message: `x${n}`, correspondent: `c${n}` },
    })),
  fc
    .record({ by: actor, silent: fc.boolean(), hours: fc.integer({ min: 0, max: 99 }), max: fc.nat(21) })
    .map(({ by, silent, hours, max }): Step => (now, n) => ({
      type: 'UpdateTicket',
      actor: by,
      now,
      options: { silent },
      timers: { workOrder: { hours, maximum: max } },
      addedAttachments: [aDocument({ id: `d${n % 3}` })],
    })),
  fc.record({ by: actor, to: whom }).map(({ by, to }): Step => (now) => ({
    type: 'ChangeReach',
    actor: by,
    now,
    missionId: to.missionId,
    correspondentId: to.correspondentId,
    reach: { mails: ['neuf@example.org'], mobiles: [], channels: { mail: true, sms: false } },
  })),
  actor.map((by): Step => (now, n) => ({
    type: 'AddNote',
    actor: by,
    now,
    noteId: `n${n}`,
    html: 'Vu',
    text: 'Vu',
    documents: [],
  })),
  actor.map((by): Step => (now) => ({
    type: 'InformThirdParties',
    actor: by,
    now,
    persons: [aPerson()],
    comment: '',
  })),
  actor.map((by): Step => (now) => ({ type: 'CloseTicket', actor: by, now, comment: '' })),
  actor.map((by): Step => (now) => ({ type: 'ReopenTicket', actor: by, now, comment: '' })),
  fc.constant<Step>((now) => ({ type: 'FireTimers', now })),
);

function requested(): Ticket {
  return decide(
    {
      type: 'ReceivePreTicket',
      actor: aRequester(),
      now: OPENED,
      identity: { id: 't', agencyId: 'a', number: 1 },
      request: aRequest(),
      settings: DEFAULT_SETTINGS,
    },
    NO_TICKET,
  ).reduce<Ticket>(evolve, NO_TICKET);
}

function expectSound(ticket: ExistingTicket): void {
  const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  expect(unique(ticket.documents.map(({ ref }) => ref.id))).toBe(true);
  expect(unique(ticket.correspondents.map(({ id }) => id))).toBe(true);
  expect(unique(ticket.threads.map(({ id }) => id))).toBe(true);
  for (const { missionId, correspondentId, messages } of ticket.threads) {
    const known = missionId ? ticket.missions : ticket.correspondents;
    expect(known.some(({ id }) => id === (missionId || correspondentId))).toBe(true);
    expect(messages.length).toBeGreaterThan(0);
  }
  if (ticket.phase !== 'open') {
    expect('timers' in ticket).toBe(false);
    expect(nextDueAt(ticket)).toBeUndefined();
  }
  const before = ticket.phase === 'pending' || ticket.phase === 'cancelled';
  expect(ticketType(ticket) === 'PRE_TICKET').toBe(before);
  expect(ticket.missions.length === 0).toBe(before);
  expect(ticketColour(ticket) === 'RED').toBe(endedAt(ticket) !== undefined);
  expect(ticketStatus(ticket)).toBeTruthy();
  expect(userActions(ticket).filter(({ command }) => command === 'DeleteTicket')).toHaveLength(1);
}

it('random care never gives an impossible ticket', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let ticket = requested();
      let now = OPENED;
      for (const [n, make] of steps.entries()) {
        now = new Date(now.getTime() + HOUR);
        const phase = ticket.phase;
        try {
          ticket = decide(make(now, n), ticket).reduce<Ticket>(evolve, ticket);
        } catch (error) {
          if (!(error instanceof TicketError)) throw error;
        }
        expect(NEXT[phase]).toContain(ticket.phase);
        if (ticket.phase !== 'none') expectSound(ticket);
      }
    }),
    { numRuns: 300 },
  );
});
