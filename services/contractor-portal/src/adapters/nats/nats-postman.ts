import { Injectable } from '@nestjs/common';
import { ActorKind, NotificationsService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { failureOf } from '../../application/failure.js';
import { Postman } from '../../application/ports/postman.js';
import type { Link } from '../../domain/link.js';

@Injectable()
export class NatsPostman extends Postman {
  private readonly notifications;

  constructor(bus: BusClient) {
    super();
    this.notifications = bus.service(NotificationsService);
  }

  async sendAgain({ agencyId, ticketId, holder }: Link, key: string): Promise<boolean> {
    const context = { caller: { agencyId, actor: { kind: ActorKind.SYSTEM } }, commandId: key };
    const whose = holder.kind === 'mission' ? { missionId: holder.id } : { correspondentId: holder.id };
    try {
      const { messages } = await this.notifications.resendLink({ context, ticketId, ...whose });
      return messages > 0;
    } catch (error) {
      if (failureOf(error)?.kind === 'conflict') return false;
      throw error;
    }
  }
}
