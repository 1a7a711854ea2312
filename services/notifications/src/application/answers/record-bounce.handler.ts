import { Injectable, Logger } from '@nestjs/common';
import { afterBounce } from '../../domain/late-outcome.js';
import type { BounceReport } from '../../domain/received-mail.js';
import { messageOfMail } from '../delivery/message-id.js';
import { SentMessages } from '../ports/delivery/sent-messages.js';

type Failure = BounceReport['failed'][number];

/** The answer of the server that took the mail is not written down yet: the report is read again later. */
export class NotSettledYet extends Error {
  override readonly name = 'NotSettledYet';
  readonly code = 'MESSAGE_NOT_SETTLED_YET';
}

/** A mail that came back is failed in the journal, with the reason the other server gave. */
@Injectable()
export class RecordBounceHandler {
  private readonly logger = new Logger(RecordBounceHandler.name);

  constructor(private readonly sent: SentMessages) {}

  async execute({ of, failed }: BounceReport): Promise<void> {
    const id = of.map(messageOfMail).find((known) => known !== undefined);
    if (id === undefined) {
      this.logger.warn({ failed }, 'bounce of no mail of ours');
      return;
    }
    for (const failure of failed) await this.record(id, failure);
  }

  private async record(id: string, failure: Failure): Promise<void> {
    for (;;) {
      const message = await this.sent.byId(id);
      // Only who was written to can send a mail back: a report about anybody else is made up.
      const known = message?.addresses.find((address) => sameMail(address, failure.recipient));
      if (!message || known === undefined) return;
      if (message.status === 'queued' || message.status === 'sending') throw new NotSettledYet(id);
      const change = afterBounce(message, { recipient: known, detail: failure.detail });
      if (!change || (await this.sent.conclude(message, change))) return;
    }
  }
}

const sameMail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
