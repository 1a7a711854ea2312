import fc from 'fast-check';
import { userActions } from '../domain/actions.js';
import type { Command } from '../domain/commands.js';
import { decide } from '../domain/decide.js';
import { evolve } from '../domain/evolve.js';
import type { MissionCommand } from '../domain/mission-commands.js';
import { DEFAULT_SETTINGS } from '../domain/settings.js';
import { NO_TICKET } from '../domain/ticket.js';
import type { ExistingTicket, Ticket } from '../domain/ticket.js';
import { MISSION_STEPS } from '../domain/transitions.js';
import { aDocument, aDraft, aPerson, aUser } from './builders.js';
import { MINUTE, OPENED } from './scenario.js';
import { SOUND_STEPS, thirdParty } from './sound-steps.js';

/** Lives of tickets at random: what everybody might do, in whatever order. */

/** A command of any moment; `n` counts the commands. */
type Step = (now: Date, n: number) => Command;

const missionIds = fc.constantFrom('m1', 'm2', 'm3', 'new2', 'new5');
const missionStep: fc.Arbitrary<Step> = fc
  .record({
    type: fc.constantFrom(...MISSION_STEPS, 'StepBack' as const, 'AcknowledgeReading' as const),
    missionId: missionIds,
    byHand: fc.boolean(),
    startsIn: fc.integer({ min: -90, max: 3 * 24 * 60 }),
    durationMinutes: fc.integer({ min: 1, max: 1_500 }),
    answer: fc.constantFrom('CONFIRMED', 'LATE', 'ABSENT', 'POSTPONED'),
    lateMinutes: fc.constantFrom(0, 0, 20, 600, 700),
    invoice: fc.option(fc.constant(aDocument()), { nil: undefined }),
    amountCents: fc.nat(100_000),
    approved: fc.boolean(),
  })
  .map(({ type, missionId, byHand, startsIn, durationMinutes, amountCents, ...content }): Step => {
    return (now) =>
      ({
        ...SOUND_STEPS[type],
        ...content,
        type,
        missionId,
        now,
        actor: byHand ? aUser() : thirdParty(type, missionId),
        appointment: { start: new Date(now.getTime() + startsIn * MINUTE), durationMinutes },
        amountCents,
        invoiceAmountCents: content.invoice ? amountCents : 0,
      }) as unknown as Command;
  });
/** One of what is offered, so that tickets get somewhere. */
const offeredStep: fc.Arbitrary<number> = fc.nat(30);
const contact: fc.Arbitrary<Step> = fc
  .constantFrom('', '', 'm1', 'm2', 'new2')
  .map((replacedMissionId): Step => (now, n) => ({
    type: 'ContactAnotherContractor',
    actor: aUser(),
    now,
    contractor: aPerson(),
    replacedMissionId,
    newMissionId: `new${n}`,
  }));
const delays: fc.Arbitrary<Step> = fc
  .record({ hours: fc.integer({ min: 1, max: 99 }), maximum: fc.nat(3), askPresence: fc.boolean() })
  .map(({ hours, maximum, askPresence }): Step => (now) => {
    const reminder = { hours, maximum };
    const timers = { workOrder: reminder, quote: reminder, approval: reminder, invoice: reminder };
    return { type: 'UpdateTicket', actor: aUser(), now, askPresence, timers, addedAttachments: [] };
  });
export const sweep: Step = (now) => ({ type: 'FireTimers', now });
const close: Step = (now) => ({ type: 'CloseTicket', actor: aUser(), now, comment: '' });
const step = fc.oneof(
  { weight: 15, arbitrary: missionStep },
  { weight: 25, arbitrary: offeredStep },
  { weight: 8, arbitrary: fc.constant(sweep) },
  { weight: 2, arbitrary: contact },
  { weight: 2, arbitrary: delays },
  { weight: 1, arbitrary: fc.constant(close) },
);
const opening = fc.record({
  quote: fc.boolean(),
  contractors: fc.integer({ min: 1, max: 3 }),
  askPresence: fc.boolean(),
  automaticInvoiceRequest: fc.boolean(),
  readReceipt: fc.boolean(),
  threshold: fc.constantFrom(0, 50_000),
});
type Opening = typeof opening extends fc.Arbitrary<infer T> ? T : never;
export const life = fc.record({
  opening,
  steps: fc.array(fc.record({ step, hoursLater: fc.integer({ min: 0, max: 60 }) }), { maxLength: 60 }),
});

/** A ticket at its beginning. */
export function open({ contractors, threshold, ...options }: Opening): Ticket {
  const draft = aDraft({
    ...options,
    place: { ...aDraft().place!, approvalThresholdCents: threshold },
    contractors: Array.from({ length: contractors }, () => aPerson()),
  });
  const identity = { id: 't', agencyId: 'a', number: 1, missionIds: ['m1', 'm2', 'm3'] };
  return decide(
    { type: 'OpenTicket', actor: aUser(), now: OPENED, identity, draft, settings: DEFAULT_SETTINGS },
    NO_TICKET,
  ).reduce<Ticket>(evolve, NO_TICKET);
}

/** One of the actions that the ticket offers, with sound content. */
export function offered(ticket: ExistingTicket, choice: number, now: Date): Command {
  const actions = userActions(ticket).filter(({ missionId }) => missionId);
  const action = actions[choice % Math.max(actions.length, 1)];
  if (!action) return sweep(now, 0);
  const { command, missionId } = action;
  const type = command as MissionCommand['type'];
  return { ...SOUND_STEPS[type], type, missionId, actor: aUser(), now } as unknown as Command;
}

/** A step of a life, at its moment. */
export function commandOf(next: Step | number, ticket: ExistingTicket, now: Date, n: number): Command {
  return typeof next === 'number' ? offered(ticket, next, now) : next(now, n);
}
