import { Injectable } from '@nestjs/common';
import type { Command } from '../domain/commands.js';
import { decide } from '../domain/decide.js';
import type { TicketEvent } from '../domain/events.js';
import { evolve } from '../domain/evolve.js';
import { isRecorded, recordOf } from '../domain/history.js';
import { NO_TICKET } from '../domain/ticket.js';
import type { ExistingTicket, Ticket } from '../domain/ticket.js';
import { chainHistory } from './chain-history.js';
import { Facts } from './ports/facts.js';
import { Ids } from './ports/ids.js';
import type { TicketChange, TicketRecord } from './ports/tickets.js';

/** How many commands back a repetition is recognised. */
const HANDLED_KEPT = 50;

/** From a command to what must be written: the new state, its history and what others are told. */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly ids: Ids,
    private readonly facts: Facts,
  ) {}

  /** @returns undefined when the command changes nothing. */
  make(command: Command, before: TicketRecord | undefined, commandId?: string): TicketChange | undefined {
    const events = decide(command, before?.ticket ?? NO_TICKET);
    if (events.length === 0) return undefined;
    const ticket = evolveAll(before?.ticket ?? NO_TICKET, events);
    const version = (before?.version ?? 0) + 1;
    const history = before?.history ?? [];
    const recorded = events.filter(isRecorded).map((event) => ({ id: this.ids.next(), event }));
    const entries = chainHistory(
      history,
      recorded.map(({ id, event }) => ({ id, ...recordOf(event) })),
    );
    const handled = [...(before?.handled ?? []), ...(commandId ? [commandId] : [])].slice(-HANDLED_KEPT);
    return {
      record: { ticket, version, history: [...history, ...entries], handled },
      entries,
      outgoing: recorded
        .map(({ id, event }) => this.facts.tell(event, { id, ticket, version }))
        .filter((event) => event !== undefined),
      readBy: 'actor' in command && command.actor.kind === 'USER' ? command.actor.id : undefined,
      at: command.now,
    };
  }
}

function evolveAll(before: Ticket, events: readonly TicketEvent[]): ExistingTicket {
  const after = events.reduce<Ticket>(evolve, before);
  if (after.phase === 'none') throw new Error('no event made the ticket');
  return after;
}
