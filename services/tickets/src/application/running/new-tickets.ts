import { Injectable } from '@nestjs/common';
import { TicketNotFound } from '../../domain/values/errors.js';
import type { CommandKey } from './command-key.js';
import { wasHandled } from './command-key.js';
import { Ids } from '../ports/ids.js';
import { Tickets } from '../ports/tickets.js';
import type { NewTicket, TicketChange, TicketRecord } from '../ports/tickets.js';

interface Identity {
  readonly id: string;
  readonly agencyId: string;
  readonly number: number;
}

interface Candidate {
  readonly origin: string;
  /** May throw: then nothing of its batch is added. */
  readonly prepare: (identity: Identity) => Omit<NewTicket, 'origin'>;
}

/** One ticket for one origin, however often it is asked for. */
@Injectable()
export class NewTickets {
  constructor(
    private readonly tickets: Tickets,
    private readonly ids: Ids,
  ) {}

  /** @returns the ticket that the first of the same commands made, as it now is. */
  async addOnce(
    agencyId: string,
    key: CommandKey,
    make: (identity: Identity) => TicketChange | undefined,
  ): Promise<TicketRecord> {
    const origin = `command:${key.commandId}`;
    const known = await this.tickets.findByOrigin(agencyId, origin);
    if (known) return sameAgain(known, key);
    const number = await this.tickets.takeNumbers(agencyId, 1);
    const change = made(make({ id: this.ids.next(), agencyId, number }));
    if (await this.tickets.add({ ...change, origin })) return change.record;
    // The same command came twice at once and the other was faster, or its ticket was deleted.
    const winner = await this.tickets.findByOrigin(agencyId, origin);
    if (!winner) throw new TicketNotFound();
    return sameAgain(winner, key);
  }

  /** Each is tried before a number is taken: a refused batch leaves no gap. @returns how many were new. */
  async addBatch(agencyId: string, batch: readonly Candidate[]): Promise<number> {
    const identity = (number: number): Identity => ({ id: this.ids.next(), agencyId, number });
    for (const { prepare } of batch) prepare(identity(0));
    const known = await this.tickets.knownOrigins(
      agencyId,
      batch.map(({ origin }) => origin),
    );
    const unknown = new Map(
      batch
        .filter(({ origin }) => !known.has(origin))
        .map((candidate) => [candidate.origin, candidate] as const),
    );
    if (unknown.size === 0) return 0;
    const first = await this.tickets.takeNumbers(agencyId, unknown.size);
    const added = [...unknown.values()].map(({ origin, prepare }, i) => ({
      ...prepare(identity(first + i)),
      origin,
    }));
    return this.tickets.addAll(added);
  }
}

/** @throws IdempotencyKeyReused */
function sameAgain(made: TicketRecord, key: CommandKey): TicketRecord {
  wasHandled(made.handled, key);
  return made;
}

/** What makes a ticket always changes something. */
export function made(change: TicketChange | undefined): TicketChange {
  if (!change) throw new Error('making a ticket makes one');
  return change;
}
