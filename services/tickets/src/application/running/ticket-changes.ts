import { Injectable } from '@nestjs/common';
import type { Command } from '../../domain/ticket/commands.js';
import type { MissionCommand } from '../../domain/mission/mission-commands.js';
import { decide } from '../../domain/decide.js';
import type { TicketError } from '../../domain/values/errors.js';
import type { TicketEvent } from '../../domain/ticket/events.js';
import { evolve } from '../../domain/ticket/evolve.js';
import { isRecorded, isSameAttempt, recordOf, refusalOf } from '../../domain/history/history.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import { concernedClients } from '../../domain/audiences/concerned-clients.js';
import type { WholeTicketCommand } from '../../domain/ticket/ticket-commands.js';
import { NO_TICKET } from '../../domain/ticket/ticket.js';
import type { ExistingTicket, Ticket } from '../../domain/ticket/ticket.js';
import type { CommandKey } from './command-key.js';
import { handledAs } from './command-key.js';
import { HistoryKey, chainHistory } from './chain-history.js';
import { Facts } from '../ports/facts.js';
import { Ids } from '../ports/ids.js';
import type { TicketChange, TicketRecord } from '../ports/tickets.js';
import { NOTHING_EARLIER, assertRoom, withoutOldest } from './growth.js';

/** How many commands back a repetition is recognised. */
const HANDLED_KEPT = 50;

/** From a command to what must be written: the new state, its history and what others are told. */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly ids: Ids,
    private readonly facts: Facts,
    private readonly historyKey: HistoryKey,
  ) {}

  /** @returns undefined when the command changes nothing. */
  make(
    command: Command,
    before: TicketRecord | undefined,
    settings: ModuleSettings,
    key?: CommandKey,
  ): TicketChange | undefined {
    const { record: known, moved } = before ? withoutOldest(before) : NOTHING_BEFORE;
    const was = known?.ticket ?? NO_TICKET;
    const events = decide(command, was);
    if (events.length === 0) return undefined;
    const ticket = evolveAll(was, events);
    const version = (known?.version ?? 0) + 1;
    const history = known?.history ?? [];
    const earlier = known?.earlier ?? NOTHING_EARLIER;
    if (!ENDS.has(command.type)) assertRoom(ticket, earlier, known);
    const recorded = events.filter(isRecorded).map((event) => ({ id: this.ids.next(), event }));
    const entries = chainHistory(
      history,
      recorded.map(({ id, event }) => ({ id, ...recordOf(event) })),
      this.historyKey.secret,
    );
    const handled = [...(known?.handled ?? []), ...(key ? [handledAs(key)] : [])].slice(-HANDLED_KEPT);
    return {
      record: {
        ticket,
        version,
        history: [...history, ...entries],
        earlier,
        handled,
        timeSpentSeconds: known?.timeSpentSeconds ?? 0,
      },
      entries,
      moved,
      outgoing: recorded
        .map(({ id, event }) => {
          const audience = concernedClients(event, was, ticket);
          return this.facts.toEvent(event, { id, ticket, version, settings, audience });
        })
        .filter((event) => event !== undefined),
      readBy: 'actor' in command && command.actor.kind === 'USER' ? command.actor.id : undefined,
      at: command.now,
      staffIds: events.some(saysWhere) ? ticket.details.place.staffIds : undefined,
    };
  }

  /**
   * Who tried what, and why not (specification, "History": "also for refused attempts"). Nobody is told.
   * @returns undefined for a fault of the form, and for the same attempt right after itself.
   */
  refused(
    command: MissionCommand | WholeTicketCommand,
    before: TicketRecord,
    error: TicketError,
  ): TicketChange | undefined {
    if (!RECORDED_KINDS.has(error.kind)) return undefined;
    const record = refusalOf(command, error.code);
    const last = before.history.at(-1);
    if (last && isSameAttempt(last, record)) return undefined;
    const { record: known, moved } = withoutOldest(before);
    const entries = chainHistory(known.history, [{ id: this.ids.next(), ...record }], this.historyKey.secret);
    return {
      record: { ...known, version: known.version + 1, history: [...known.history, ...entries] },
      entries,
      moved,
      outgoing: [],
      at: command.now,
    };
  }
}

/** A fault of the form is the form's; an id that is not there tells nothing of the ticket. */
const RECORDED_KINDS: ReadonlySet<TicketError['kind']> = new Set(['conflict', 'forbidden']);

const NOTHING_BEFORE = { record: undefined, moved: [] } as const;

/** A full ticket can still be ended, and its timers still run. */
const ENDS: ReadonlySet<Command['type']> = new Set(['FireTimers', 'CloseTicket', 'CancelPreTicket']);

function saysWhere({ type }: TicketEvent): boolean {
  return type === 'PreTicketReceived' || type === 'TicketOpened' || type === 'TicketImported';
}

export function evolveAll(before: Ticket, events: readonly TicketEvent[]): ExistingTicket {
  const after = events.reduce<Ticket>(evolve, before);
  if (after.phase === 'none') throw new Error('no event made the ticket');
  return after;
}
