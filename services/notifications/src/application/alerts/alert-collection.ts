import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { PlannedMessage } from '../../domain/planning/plan-messages.js';
import type { TemplateCode } from '../../domain/template-codes.js';
import { Digests } from '../ports/delivery/digests.js';

/** Nothing more comes of the ticket by itself. */
const AT_ONCE: ReadonlySet<TemplateCode> = new Set<TemplateCode>(['address-refused.manager']);

/** Which alerts wait for a digest instead of leaving as a mail of their own: the staff's only. */
@Injectable()
export class AlertCollection {
  constructor(
    private readonly digests: Digests,
    private readonly clock: Clock,
  ) {}

  async among(agencyId: string, planned: readonly PlannedMessage[]): Promise<ReadonlySet<PlannedMessage>> {
    const alerts = planned.filter(
      ({ audience, channel, start, template }) =>
        audience === 'manager' && channel === 'mail' && start === 'queued' && !AT_ONCE.has(template),
    );
    const wanting = await this.digests.wanting(agencyId, userIds(alerts));
    return new Set(alerts.filter(({ recipient }) => wanting.has(recipient.id)));
  }

  /** After they were written down: their users may have changed their minds in between. */
  ensureDue(agencyId: string, collected: ReadonlySet<PlannedMessage>): Promise<void> {
    return this.digests.ensureDue(agencyId, userIds([...collected]), this.clock.now());
  }
}

const userIds = (alerts: readonly PlannedMessage[]): string[] => [
  ...new Set(alerts.map(({ recipient }) => recipient.id)),
];
