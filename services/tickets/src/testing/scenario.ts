import { FixedClock } from '@intervia/clock';
import type { Command } from '../domain/ticket/commands.js';
import type { MissionCommand } from '../domain/mission/mission-commands.js';
import { decide } from '../domain/decide.js';
import type { TicketDraft } from '../domain/ticket/draft.js';
import type { TicketError } from '../domain/values/errors.js';
import type { TicketEvent } from '../domain/ticket/events.js';
import { evolve } from '../domain/ticket/evolve.js';
import type { Mission } from '../domain/mission/mission.js';
import { SYSTEM } from '../domain/values/model.js';
import type { Actor } from '../domain/values/model.js';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.js';
import type { PreTicketRequest, WholeTicketCommand } from '../domain/ticket/ticket-commands.js';
import { NO_TICKET, ticketColour, ticketStatus } from '../domain/ticket/ticket.js';
import type { ExistingTicket, Ticket } from '../domain/ticket/ticket.js';
import type { Timer, TimerKind } from '../domain/mission/timer.js';
import { aDraft, aPerson, aRequest, aRequester, aUser, withOptions } from './builders.js';
import type { OptionChoice } from '../domain/values/options.js';
import { SOUND_STEPS, thirdParty } from './sound-steps.js';
import type { ContentOf } from './sound-steps.js';

export { VISIT } from './sound-steps.js';

/** Tuesday 8 September 2026, 10:00 in Paris. */
export const OPENED = FixedClock.at('2026-09-08T08:00:00Z').now();
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const after = (ms: number, from: Date = OPENED): Date => new Date(from.getTime() + ms);

/** Options may be given beside the rest. */
type WholeTicketContent<T extends WholeTicketCommand['type']> = Omit<
  Extract<WholeTicketCommand, { type: T }>,
  'type' | 'actor' | 'now'
> &
  (T extends 'UpdateTicket' ? OptionChoice : object);

/** A ticket driven through the real decide and evolve. Reads like the manual: `opened().does('AcceptWorkOrder')`. */
export class Scenario {
  private constructor(
    readonly state: Ticket,
    readonly now: Date,
    /** Of the last command. */
    readonly events: readonly TicketEvent[],
  ) {}

  static opened(draft: Partial<TicketDraft> & OptionChoice = {}, actor: Actor = aUser()): Scenario {
    const full = aDraft(draft);
    return new Scenario(NO_TICKET, OPENED, []).sends({
      type: 'OpenTicket',
      actor,
      now: OPENED,
      draft: full,
      settings: DEFAULT_SETTINGS,
      identity: {
        id: 'ticket-1',
        agencyId: 'agency-1',
        number: 1,
        missionIds: full.contractors.map((_, i) => `m${i + 1}`),
      },
    });
  }

  static imported(invoiceAmountCents: number, draft: Partial<TicketDraft> = {}): Scenario {
    return new Scenario(NO_TICKET, OPENED, []).sends({
      type: 'ImportTicket',
      actor: SYSTEM,
      now: OPENED,
      draft: aDraft(draft),
      identity: { id: 'ticket-1', agencyId: 'agency-1', number: 1, missionIds: ['m1'] },
      openedAt: after(-1_000 * HOUR),
      closedAt: after(-500 * HOUR),
      invoiceAmountCents,
    });
  }

  /** A "?" of a client. */
  static requested(request: Partial<PreTicketRequest> = {}, actor: Actor = aRequester()): Scenario {
    return new Scenario(NO_TICKET, OPENED, []).sends({
      type: 'ReceivePreTicket',
      actor,
      now: OPENED,
      request: aRequest(request),
      identity: { id: 'ticket-1', agencyId: 'agency-1', number: 1 },
      settings: DEFAULT_SETTINGS,
    });
  }

  at(now: Date): Scenario {
    return new Scenario(this.state, now, this.events);
  }

  sends(command: Command): Scenario {
    const events = decide(command, this.state);
    return new Scenario(events.reduce<Ticket>(evolve, this.state), this.now, events);
  }

  /** A step of a mission, by the third party whose step it is unless told otherwise. */
  does<T extends MissionCommand['type']>(
    type: T,
    content: ContentOf<T> = {},
    { missionId = 'm1', actor = thirdParty(type, missionId) }: { missionId?: string; actor?: Actor } = {},
  ): Scenario {
    const command = { type, missionId, actor, now: this.now, ...SOUND_STEPS[type], ...content };
    return this.sends(command as unknown as MissionCommand);
  }

  /** The same, by the manager. */
  manages<T extends MissionCommand['type']>(type: T, content: ContentOf<T> = {}, missionId = 'm1'): Scenario {
    return this.does(type, content, { missionId, actor: aUser() });
  }

  /** What is done to the ticket as a whole, by the manager unless told otherwise. */
  asks<T extends WholeTicketCommand['type']>(
    type: T,
    content: WholeTicketContent<T>,
    actor: Actor = aUser(),
  ): Scenario {
    const said = type === 'UpdateTicket' ? withOptions(content) : content;
    return this.sends({ type, actor, now: this.now, ...said } as unknown as WholeTicketCommand);
  }

  /** Manual, "Contacter un autre intervenant": OUI with the mission that is replaced, NON without. */
  contacts(replacedMissionId = '', newMissionId = 'm2'): Scenario {
    const contractor = aPerson({ partyId: 'party-2', name: 'Élec Martin' });
    return this.asks('ContactAnotherContractor', { contractor, replacedMissionId, newMissionId });
  }

  closes(comment = ''): Scenario {
    return this.sends({ type: 'CloseTicket', actor: aUser(), now: this.now, comment });
  }

  /** The sweep at that moment. */
  fires(now: Date): Scenario {
    return this.at(now).sends({ type: 'FireTimers', now });
  }

  get ticket(): ExistingTicket {
    if (this.state.phase === 'none') throw new Error('no ticket');
    return this.state;
  }

  get status(): string {
    return ticketStatus(this.ticket);
  }

  /** As the list shows it. */
  get shown(): string {
    return `${ticketStatus(this.ticket)} ${ticketColour(this.ticket)}`;
  }

  get facts(): string[] {
    return this.events.map(({ type }) => type);
  }

  get timers(): readonly Timer[] {
    return this.ticket.phase === 'open' ? this.ticket.timers : [];
  }

  get armed(): TimerKind[] {
    return this.timers.map(({ kind }) => kind).sort();
  }

  due(kind: TimerKind): string | undefined {
    return this.timers.find((timer) => timer.kind === kind)?.dueAt.toISOString();
  }

  mission(id = 'm1'): Mission {
    const mission = this.ticket.missions.find((candidate) => candidate.id === id);
    if (!mission) throw new Error(`no mission ${id}`);
    return mission;
  }
}

/** The code of the refusal, with its fields. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    const { code, fields } = error as TicketError;
    if (code === undefined) throw error;
    return [code, ...fields.map((problem) => `${problem.field} ${problem.code}`)].join('; ');
  }
  return 'accepted';
}

const accepted = (): Scenario => Scenario.opened().does('AcceptWorkOrder');
const done = (): Scenario => accepted().does('ReportCompletion');
const quoted = (): Scenario => Scenario.opened({ quote: true }).does('SubmitQuote');
const asked = (): Scenario => quoted().manages('RequestApproval');
const chosen = (): Scenario => quoted().manages('AcceptQuote');

/** A mission brought to each status by the shortest way. */
export const REACHED: Readonly<Record<Mission['status'], () => Scenario>> = {
  WORK_ORDER_SENT: () => Scenario.opened(),
  WORK_ORDER_REFUSED: () => Scenario.opened().does('RefuseWorkOrder'),
  WORK_ORDER_ACCEPTED: accepted,
  QUOTE_REQUESTED: () => Scenario.opened({ quote: true }),
  QUOTE_REQUEST_REFUSED: () => Scenario.opened({ quote: true }).does('DeclineQuoteRequest'),
  QUOTE_PROMISED: () => Scenario.opened({ quote: true }).does('PromiseQuote'),
  QUOTE_RECEIVED: quoted,
  QUOTE_AWAITING_APPROVAL: asked,
  QUOTE_APPROVED: () => asked().does('AnswerApproval'),
  QUOTE_REJECTED: () => asked().does('AnswerApproval', { approved: false }),
  QUOTE_ACCEPTED: chosen,
  QUOTE_REFUSED: () => quoted().manages('RefuseQuote'),
  APPOINTMENT_PROPOSED: () => chosen().does('ProposeAppointment'),
  APPOINTMENT_VALIDATED: () => chosen().manages('ProposeAppointment'),
  PRESENCE_ASKED: () => accepted().manages('AskPresence'),
  PRESENCE_CONFIRMED: () => accepted().manages('AskPresence').does('AnswerPresence'),
  RUNNING_LATE: () =>
    accepted().manages('AskPresence').does('AnswerPresence', { answer: 'LATE', lateMinutes: 20 }),
  ABSENT: () => accepted().manages('AskPresence').does('AnswerPresence', { answer: 'ABSENT' }),
  POSTPONEMENT_ASKED: () => accepted().manages('AskPresence').does('AnswerPresence', { answer: 'POSTPONED' }),
  AWAITING_COMPLETION: () => accepted().manages('AskCompletion'),
  COMPLETION_RECEIVED: done,
  INVOICE_REQUESTED: () => done().manages('RequestInvoice'),
  INVOICE_RECEIVED: () => done().does('SubmitInvoice'),
  NEW_INVOICE_REQUESTED: () => done().does('SubmitInvoice').manages('RequestNewInvoice'),
  REPLACED: () => Scenario.opened().contacts('m1'),
};
