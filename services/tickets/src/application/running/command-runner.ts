import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import type { MissionCommand } from '../../domain/mission/mission-commands.js';
import { TicketError, TicketNotFound } from '../../domain/values/errors.js';
import type { Actor } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { WholeTicketCommand } from '../../domain/ticket/ticket-commands.js';
import type { CommandKey } from './command-key.js';
import { wasHandled } from './command-key.js';
import type { CommandTarget } from './command-target.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketRecord } from '../ports/tickets.js';
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
    command: (
      asked: { actor: Actor; now: Date },
      loaded: TicketRecord,
    ) => MissionCommand | WholeTicketCommand,
  ): Promise<TicketRecord> {
    const { ticketId, actor } = target;
    return retryOnConflict(async () => {
      const loaded = await this.tickets.find(target, ticketId);
      if (!loaded) throw new TicketNotFound();
      if (wasHandled(loaded.handled, target)) return loaded;
      return this.carryOut(command({ actor, now: this.clock.now() }, loaded), loaded, target);
    });
  }

  private async carryOut(
    command: MissionCommand | WholeTicketCommand,
    loaded: TicketRecord,
    key: CommandKey,
  ): Promise<TicketRecord> {
    const settings = await this.settingsFor(command, loaded);
    try {
      const change = this.changes.make(command, loaded, settings, key);
      if (!change) return loaded;
      await this.tickets.save(change);
      return change.record;
    } catch (error) {
      if (error instanceof TicketError) await this.keepRefusal(command, loaded, error);
      throw error;
    }
  }

  /** A validation may give the ticket to the other module. */
  private async settingsFor(
    command: MissionCommand | WholeTicketCommand,
    { ticket }: TicketRecord,
  ): Promise<ModuleSettings> {
    const { agencyId, module } = ticket.details;
    return 'settings' in command ? command.settings : this.settings.of(agencyId, module);
  }

  private async keepRefusal(
    command: MissionCommand | WholeTicketCommand,
    loaded: TicketRecord,
    error: TicketError,
  ): Promise<void> {
    const refusal = this.changes.refused(command, loaded, error);
    if (refusal) await this.tickets.save(refusal);
  }
}
