import { Clock } from '@intervia/clock';
import { METRICS, Metrics } from '@intervia/observability';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { TICKET } from './ticket/ticket.schema.js';
import type { TicketFields } from './ticket/ticket.schema.js';

/** What shows first when nobody fires timers any more. */
@Injectable()
export class TimerLag implements OnModuleInit {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketFields>,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.watch(METRICS.timerLag, async () => [{ labels: {}, value: await this.seconds() }]);
  }

  /** One entry of the index that the sweep reads. */
  private async seconds(): Promise<number> {
    const now = this.clock.now();
    const due = await this.model
      .findOne({ nextDueAt: { $lte: now } }, { nextDueAt: 1 })
      .sort({ nextDueAt: 1 })
      .lean<Pick<TicketFields, 'nextDueAt'>>();
    return due?.nextDueAt ? (now.getTime() - due.nextDueAt.getTime()) / 1_000 : 0;
  }
}
