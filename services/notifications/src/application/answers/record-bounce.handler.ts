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

  /**
   * `mails`: Message-IDs of the conversation whose signed address the report came to, oldest first; they stand in for
   * the enclosed mail, which many reports leave out and relays rename.
   * @returns whether it is about mail of ours
   */
  async execute({ of, failed }: BounceReport, mails: readonly string[] = []): Promise<boolean> {
    const ids = [...of, ...[...mails].reverse()].map(messageOfMail).filter((id) => id !== undefined);
    let recorded = false;
    for (const failure of failed) recorded = (await this.record([...new Set(ids)], failure)) || recorded;
    if (!recorded) this.logger.warn({ failed }, 'bounce of no mail of ours');
    return recorded;
  }

  /** The newest mail to this recipient. */
  private async record(ids: readonly string[], failure: Failure): Promise<boolean> {
    for (const id of ids) if (await this.recordOne(id, failure)) return true;
    return false;
  }

  private async recordOne(id: string, failure: Failure): Promise<boolean> {
    for (;;) {
      const message = await this.sent.byId(id);
      // Only who was written to can send a mail back: a report about anybody else is made up.
      const known = message?.addresses.find((address) => sameMail(address, failure.recipient));
      if (!message || known === undefined) return false;
      if (message.status === 'queued' || message.status === 'sending') throw new NotSettledYet(id);
      const change = afterBounce(message, { recipient: known, detail: failure.detail });
      if (!change || (await this.sent.conclude(message, change))) return true;
    }
  }
}

const sameMail = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
