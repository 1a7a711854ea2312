import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { PartnerFailure } from '../../domain/values/errors.js';
import type { Credentials } from '../ports/partner.js';
import { EstimationProvider } from '../ports/partner.js';
import type { Sending } from '../ports/stores.js';
import { Sendings, SentRecords } from '../ports/stores.js';
import type { KeepOn } from './prepare-sendings.js';

/**
 * Sends what is written down, in its order, each once: SENDING is noted before the first byte goes. Where that is found
 * without an end (a kill, a time-out) the partner is asked whether it has it; the same bytes go again under the same key
 * only when it has not, or cannot say.
 */
@Injectable()
export class DeliverSendings {
  constructor(
    private readonly sendings: Sendings,
    private readonly records: SentRecords,
    private readonly partner: EstimationProvider,
    private readonly clock: Clock,
  ) {}

  /** False: others took it over. @throws PartnerFailure */
  async execute(
    { agencyId, entityId }: { agencyId: string; entityId: string },
    credentials: Credentials,
    keepOn: KeepOn,
  ): Promise<boolean> {
    for (;;) {
      const sending = await this.sendings.next(agencyId, entityId);
      if (!sending) return true;
      if (!(await keepOn())) return false;
      const isThere = await this.isThere(credentials, sending);
      if (!isThere && !(await this.sendings.beginAttempt(sending))) return false;
      if (!isThere) await this.send(credentials, sending);
      const sentAt = this.clock.now();
      await this.records.save(agencyId, entityId, sending.items, sentAt);
      await this.sendings.settle(sending, { state: 'SENT', sentAt, failureCode: '' });
    }
  }

  private async isThere(credentials: Credentials, sending: Sending): Promise<boolean> {
    return sending.state === 'SENDING' && ((await this.partner.has(credentials, sending.id)) ?? false);
  }

  private async send(credentials: Credentials, sending: Sending): Promise<void> {
    try {
      await this.partner.send(credentials, sending.id, sending.bytes);
    } catch (error) {
      const uncertain = !(error instanceof PartnerFailure) || error.uncertain;
      const failureCode = error instanceof PartnerFailure ? error.code : 'INTERNAL';
      await this.sendings.settle(sending, { state: uncertain ? 'SENDING' : 'WAITING', failureCode });
      throw error;
    }
  }
}
