import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { AccountNotice as Kind, DeliveryService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable, Logger } from '@nestjs/common';
import type { AccountNotice } from '../../../application/ports/accounts/account-notices.js';
import { AccountNotices } from '../../../application/ports/accounts/account-notices.js';

const KINDS: Readonly<Record<AccountNotice['kind'], Kind>> = {
  'password-reset': Kind.PASSWORD_RESET,
  'password-changed': Kind.PASSWORD_CHANGED,
  'new-device': Kind.NEW_DEVICE,
  'second-factor-changed': Kind.SECOND_FACTOR_CHANGED,
};

/** Nobody is kept from signing in because mails do not leave. */
@Injectable()
export class NatsAccountNotices extends AccountNotices {
  private readonly logger = new Logger(NatsAccountNotices.name);

  constructor(private readonly bus: BusClient) {
    super();
  }

  async send({ kind, origin, at, ...rest }: AccountNotice): Promise<void> {
    try {
      await this.bus.service(DeliveryService).sendAccountNotice({
        ...rest,
        notice: KINDS[kind],
        device: origin.label,
        address: origin.address,
        at: timestampFromDate(at),
      });
    } catch (error) {
      this.logger.error(`a notice (${kind}) of agency ${rest.agencyId} was not taken: ${String(error)}`);
    }
  }
}
