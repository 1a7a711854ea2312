import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Command } from '../../domain/ticket/commands.js';
import { nextDueAt } from '../../domain/ticket/ticket.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import { InvalidTicket } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import { Facts } from '../ports/facts.js';
import { Ids } from '../ports/ids.js';
import { RichText } from '../ports/rich-text.js';
import { Settings } from '../ports/settings.js';
import type { NewTicket, TicketChange } from '../ports/tickets.js';
import { namingTicket } from '../running/batch-faults.js';
import { NewTickets, made } from '../running/new-tickets.js';
import { TicketChanges } from '../running/ticket-changes.js';
import { toCommand } from './lived-step.js';
import type { LivedIn, LivedStep } from './lived-step.js';

export interface TicketLife {
  readonly externalId: string;
  /** In the order of their times. */
  readonly steps: readonly LivedStep[];
}

const MAX_LIVES = 50;

/**
 * Tickets that already live, for demonstrations: the domain's own commands, and the timers between them, at the times of
 * then. All stands in one save and is told in one fact, to read models alone: nobody is written to before something is due
 * from now on.
 */
@Injectable()
export class ImportLivesHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly changes: TicketChanges,
    private readonly settings: Settings,
    private readonly ids: Ids,
    private readonly facts: Facts,
    private readonly richText: RichText,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were new. */
  async execute(agencyId: string, lives: readonly TicketLife[]): Promise<number> {
    if (lives.length > MAX_LIVES) throw new InvalidTicket([{ field: 'lives', code: 'TOO_MANY' }]);
    const settings: Readonly<Record<Module, ModuleSettings>> = {
      SYNDIC: await this.settings.of(agencyId, 'SYNDIC'),
      GERANCE: await this.settings.of(agencyId, 'GERANCE'),
    };
    const now = this.clock.now();
    return this.newTickets.addBatch(
      agencyId,
      lives.map(({ externalId, steps }, index) => ({
        origin: `life:${externalId}`,
        prepare: (identity) =>
          namingTicket(`lives.${index}`, () => {
            if (!externalId) throw new InvalidTicket([{ field: 'externalId', code: 'REQUIRED' }]);
            const { ids, richText } = this;
            return this.told(
              made(this.live(steps, { identity, settings, ids, richText }, now)),
              settings,
              now,
            );
          }),
      })),
    );
  }

  private told(
    life: TicketChange,
    settings: Readonly<Record<Module, ModuleSettings>>,
    now: Date,
  ): TicketChange {
    const { ticket, version } = life.record;
    const own = settings[ticket.details.module];
    const context = { id: this.ids.next(), ticket, version, settings: own };
    return { ...life, outgoing: [this.facts.lifeEvent(life.outgoing, context, now)] };
  }

  private live(steps: readonly LivedStep[], life: LivedIn, now: Date): Omit<NewTicket, 'origin'> | undefined {
    let lived: TicketChange | undefined;
    for (const step of steps) {
      if (step.at > now) throw new InvalidTicket([{ field: 'steps.at', code: 'MALFORMED' }]);
      lived = this.fireUntil(step.at, lived, life);
      lived = this.next(toCommand(step, lived?.record.ticket, life), lived, life);
    }
    return this.fireUntil(now, lived, life);
  }

  private fireUntil(until: Date, lived: TicketChange | undefined, life: LivedIn): TicketChange | undefined {
    let fired = lived;
    for (;;) {
      const dueAt = fired && nextDueAt(fired.record.ticket);
      if (!dueAt || dueAt > until) return fired;
      const after = this.next({ type: 'FireTimers', now: dueAt }, fired, life);
      if (after === fired) return fired;
      fired = after;
    }
  }

  /** One save of all: what each step adds, and who did the last of them. */
  private next(
    command: Command,
    lived: TicketChange | undefined,
    { settings }: LivedIn,
  ): TicketChange | undefined {
    const module = lived?.record.ticket.details.module ?? 'SYNDIC';
    const own = 'settings' in command ? command.settings : settings[module];
    const change = this.changes.make(command, lived?.record, own);
    if (!change) return lived;
    // One save holds it; what outgrew it would need pages of its own.
    if (change.moved.length > 0) throw new InvalidTicket([{ field: 'steps', code: 'TOO_MANY' }]);
    return {
      ...change,
      entries: [...(lived?.entries ?? []), ...change.entries],
      outgoing: [...(lived?.outgoing ?? []), ...change.outgoing],
    };
  }
}
