import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import type { MissionCommand } from '../domain/mission-commands.js';
import { TicketError, TicketNotFound } from '../domain/errors.js';
import type { Actor } from '../domain/model.js';
import type { StandingCommand } from '../domain/ticket-commands.js';
import type { CommandTarget } from './command-target.js';
import { Settings } from './ports/settings.js';
import { Tickets } from './ports/tickets.js';
import type { TicketRecord } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

export type { CommandTarget, MissionTarget } from './command-target.js';

/** What a use case adds to its target to make the domain's command of it. */
export type Content<C extends { type: string }> = Omit<C, 'type' | 'actor' | 'now' | 'missionId'>;

/** Load, decide, save with the events; again on the newer ticket when another was faster. */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly tickets: Tickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  run(
    target: CommandTarget,
    command: (asked: { actor: Actor; now: Date }) => MissionCommand | StandingCommand,
  ): Promise<TicketRecord> {
    const { ticketId, commandId, actor } = target;
    return retryOnConflict(async () => {
      const loaded = await this.tickets.find(target, ticketId);
      if (!loaded) throw new TicketNotFound();
      if (loaded.handled.includes(commandId)) return loaded;
      return this.carryOut(command({ actor, now: this.clock.now() }), loaded, commandId);
    });
  }

  private async carryOut(
    command: MissionCommand | StandingCommand,
    loaded: TicketRecord,
    commandId: string,
  ): Promise<TicketRecord> {
    const { agencyId, module } = loaded.ticket.details;
    const settings = await this.settings.of(agencyId, module);
    try {
      const change = this.changes.make(command, loaded, settings, commandId);
      if (!change) return loaded;
      await this.tickets.save(change);
      return change.record;
    } catch (error) {
      if (error instanceof TicketError) await this.keepRefusal(command, loaded, error);
      throw error;
    }
  }

  private async keepRefusal(
    command: MissionCommand | StandingCommand,
    loaded: TicketRecord,
    error: TicketError,
  ): Promise<void> {
    const refusal = this.changes.refused(command, loaded, error);
    if (refusal) await this.tickets.save(refusal);
  }
}
