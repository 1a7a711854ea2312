import fc from 'fast-check';
import { userActions } from '../domain/actions/actions.js';
import type { AllowedAction } from '../domain/actions/allowed-action.js';
import type { Command } from '../domain/ticket/commands.js';
import { decide } from '../domain/decide.js';
import { evolve } from '../domain/ticket/evolve.js';
import type { MissionCommand } from '../domain/mission/mission-commands.js';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.js';
import { NO_TICKET } from '../domain/ticket/ticket.js';
import type { ExistingTicket, Ticket } from '../domain/ticket/ticket.js';
import { MISSION_STEPS } from '../domain/mission/steps.js';
import { aDocument, aDraft, aPerson, aUser } from './builders.js';
import { MINUTE, OPENED } from './scenario.js';
import { SOUND_STEPS, thirdParty } from './sound-steps.js';

/** Lives of tickets at random: what everybody might do, in whatever order. */

/** A command of any moment; `n` counts the commands. */
type Step = (now: Date, n: number, ticket: ExistingTicket) => Command;

export const sweep = (now: Date): Command => ({ type: 'FireTimers', now });

/** What is offered of the missions. */
export function missionActions(ticket: ExistingTicket): AllowedAction[] {
  return userActions(ticket).filter(({ missionId }) => missionId);
}

/** An offered action, by the manager, saying what it must. */
export function soundCommand({ command, missionId }: AllowedAction, now: Date, content = {}): MissionCommand {
  const type = command as MissionCommand['type'];
  return {
    ...SOUND_STEPS[type],
    ...content,
    type,
    missionId,
    actor: aUser(),
    now,
  } as unknown as MissionCommand;
}

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
/** What the ticket offers, so that lives get somewhere; now and then no more than what it suggests. */
const offeredStep: fc.Arbitrary<Step> = fc
  .record({
    choice: fc.nat(60),
    suggested: fc.boolean(),
    byHand: fc.boolean(),
    approved: fc.boolean(),
    presence: fc.constantFrom(
      { answer: 'CONFIRMED', lateMinutes: 0 },
      { answer: 'LATE', lateMinutes: 20 },
      { answer: 'ABSENT', lateMinutes: 0 },
      { answer: 'POSTPONED', lateMinutes: 0 },
    ),
    startsIn: fc.integer({ min: 1, max: 72 * 60 }),
  })
  .map(({ choice, suggested, byHand, startsIn, approved, presence }): Step => (now, _n, ticket) => {
    const actions = missionActions(ticket).filter((action) => action.suggested || !suggested);
    const action = actions[choice % Math.max(actions.length, 1)];
    const appointment = { start: new Date(now.getTime() + startsIn * MINUTE), durationMinutes: 60 };
    if (!action) return sweep(now);
    const command = soundCommand(action, now, { approved, ...presence, appointment });
    // The third party itself, through its link, where that is open to it.
    const own = action.manualEntry && !byHand;
    return own ? { ...command, actor: thirdParty(command.type, action.missionId) } : command;
  });
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
    return {
      type: 'UpdateTicket',
      actor: aUser(),
      now,
      options: { askPresence },
      timers,
      addedAttachments: [],
    };
  });
const close: Step = (now) => ({ type: 'CloseTicket', actor: aUser(), now, comment: '' });
const step = fc.oneof(
  { weight: 15, arbitrary: missionStep },
  { weight: 40, arbitrary: offeredStep },
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
  steps: fc.array(fc.record({ step, hoursLater: fc.integer({ min: 0, max: 60 }) }), {
    maxLength: 60,
    // Not the few steps that a shorter default would give: the end of a life is far.
    size: 'max',
  }),
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
