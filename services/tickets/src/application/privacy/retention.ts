import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { KEPT_FOR_EVER, checkRetention, monthsBefore } from '../../domain/settings/retention.js';
import type { Retention } from '../../domain/settings/retention.js';
import { ActorNotAllowed, InvalidSettings } from '../../domain/values/errors.js';
import { SYSTEM } from '../../domain/values/model.js';
import { DeleteTicketHandler } from '../opening/delete-ticket.handler.js';
import { Retentions } from '../ports/retentions.js';
import type { Expired, RetentionRecord } from '../ports/retentions.js';
import type { Caller } from '../running/caller.js';

/** What is counted by one look, and deleted by one run of an agency. */
const AT_ONCE = 1000;
const DAY_MS = 24 * 3_600_000;

interface Preview {
  readonly tickets: readonly Expired[];
  readonly more: boolean;
}

/** How long an agency keeps what ended: the rule, what it would take, and the job that takes it. */
@Injectable()
export class RetentionOfTickets {
  constructor(
    private readonly retentions: Retentions,
    private readonly deleteTicket: DeleteTicketHandler,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller): Promise<RetentionRecord> {
    assertUser(caller);
    const { agencyId } = caller;
    return (await this.retentions.find(agencyId)) ?? { ...KEPT_FOR_EVER, agencyId, lastDeleted: 0 };
  }

  /** @throws InvalidSettings */
  async save(caller: Caller, retention: Retention): Promise<void> {
    assertUser(caller);
    assertTaken(retention);
    await this.retentions.save(caller.agencyId, retention);
  }

  /** Nothing is changed. @throws InvalidSettings */
  preview(caller: Caller, retention: Retention): Promise<Preview> {
    assertUser(caller);
    assertTaken(retention);
    return this.expired(caller.agencyId, retention);
  }

  /** Each agency once a day. @returns how many tickets went. */
  async run(): Promise<number> {
    let deleted = 0;
    for (;;) {
      const now = this.clock.now();
      const rule = await this.retentions.claim(now, new Date(now.getTime() - DAY_MS));
      if (!rule) return deleted;
      deleted += await this.runOf(rule);
    }
  }

  private async runOf(rule: RetentionRecord): Promise<number> {
    const { agencyId } = rule;
    const { tickets } = await this.expired(agencyId, rule);
    for (const { ticketId } of tickets) {
      await this.deleteTicket.execute({
        agencyId,
        ticketId,
        actor: SYSTEM,
        standsInFor: [],
        attachedOnly: false,
        commandId: `retention:${ticketId}`,
        fingerprint: '',
      });
    }
    await this.retentions.ran(agencyId, this.clock.now(), tickets.length);
    return tickets.length;
  }

  private async expired(agencyId: string, { closedMonths, cancelledMonths }: Retention): Promise<Preview> {
    const now = this.clock.now();
    const of = (phase: 'closed' | 'cancelled', months: number) =>
      months === 0
        ? Promise.resolve([])
        : this.retentions.expired(agencyId, phase, monthsBefore(now, months), AT_ONCE + 1);
    const found = [...(await of('closed', closedMonths)), ...(await of('cancelled', cancelledMonths))];
    return { tickets: found.slice(0, AT_ONCE), more: found.length > AT_ONCE };
  }
}

function assertUser({ actor, attachedOnly }: Caller): void {
  if (actor.kind !== 'USER' || attachedOnly) throw new ActorNotAllowed('Retention');
}

function assertTaken(retention: Retention): void {
  const faults = checkRetention(retention);
  if (faults.length > 0) throw new InvalidSettings(faults);
}
