import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import type { CloseTicket, MissionCommand } from '../domain/commands.js';
import { TicketNotFound } from '../domain/errors.js';
import type { Actor } from '../domain/model.js';
import { Tickets } from './ports/tickets.js';
import type { TicketRecord } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

/** Who commands, on which ticket; the same `commandId` is carried out once. */
export interface CommandTarget {
  readonly agencyId: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly ticketId: string;
}

export interface MissionTarget extends CommandTarget {
  readonly missionId: string;
}

/** What a use case adds to its target to make the domain's command of it. */
export type Content<C extends { type: string }> = Omit<C, 'type' | 'actor' | 'now' | 'missionId'>;

/** Load, decide, save with the events; again on the newer ticket when another was faster. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly tickets: Tickets,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  run(
    { agencyId, ticketId, commandId, actor }: CommandTarget,
    command: (asked: { actor: Actor; now: Date }) => MissionCommand | CloseTicket,
  ): Promise<TicketRecord> {
    return retryOnConflict(async () => {
      const loaded = await this.tickets.find(agencyId, ticketId);
      if (!loaded) throw new TicketNotFound();
      if (loaded.handled.includes(commandId)) return loaded;
      const change = this.changes.make(command({ actor, now: this.clock.now() }), loaded, commandId);
      if (!change) return loaded;
      await this.tickets.save(change);
      return change.record;
    });
  }
}
