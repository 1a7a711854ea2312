import { Injectable } from '@nestjs/common';
import type { SmsAccount } from '../../application/ports/accounts/accounts.js';
import type { HandOver, OutgoingSms } from '../../application/ports/delivery/transports.js';
import { SmsTransport } from '../../application/ports/delivery/transports.js';
import { isGsm7 } from '../../domain/gsm7.js';
import type { Outcome } from '../../domain/message.js';
import { OvhAccounts } from './ovh-accounts.js';
import { OvhFailure } from './ovh-client.js';

interface JobAnswer {
  readonly validReceivers: readonly string[];
  readonly invalidReceivers: readonly string[];
}

const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;
/** The account or its rights, not the SMS: ours to mend, and the SMS should leave once it is. */
const ACCOUNT_REFUSED: ReadonlySet<number> = new Set([401, 402, 403]);
/** Two days, the provider's own longest try. */
const VALIDITY_MINUTES = 2880;

@Injectable()
export class OvhSmsTransport extends SmsTransport {
  constructor(private readonly accounts: OvhAccounts) {
    super();
  }

  async send(sms: OutgoingSms, account: SmsAccount, handOver: HandOver): Promise<Outcome> {
    await handOver();
    try {
      const { validReceivers, invalidReceivers } = await this.accounts.request<JobAnswer>(
        account,
        'POST',
        '/jobs',
        {
          message: sms.text,
          receivers: [...sms.receivers],
          sender: sms.sender,
          tag: sms.tag,
          charset: 'UTF-8',
          // Said rightly, or OVH replaces what GSM-7 does not have.
          coding: isGsm7(sms.text) ? '7bit' : '8bit',
          class: 'phoneDisplay',
          priority: 'high',
          // A transactional SMS has no "STOP"; a link is only let through with a sender by name (partners.md).
          noStopClause: true,
          senderForResponse: false,
          validityPeriod: VALIDITY_MINUTES,
        },
      );
      if (validReceivers.length === 0) return { kind: 'refused', detail: invalidReceivers.join(', ') };
      return { kind: 'accepted', refusals: invalidReceivers };
    } catch (error) {
      if (!(error instanceof OvhFailure)) throw error;
      return outcomeOf(error);
    }
  }

  async knows(tag: string, account: SmsAccount): Promise<boolean> {
    const found = await this.accounts.request<readonly number[]>(account, 'GET', '/outgoing', { tag });
    return found.length > 0;
  }
}

/** Only an answer of the API itself is a certain refusal; anything else may hide an acceptance. */
export function outcomeOf({ status, message: detail }: OvhFailure): Outcome {
  if (status === undefined || status >= SERVER_ERROR) return { kind: 'unknown', detail };
  if (status === TOO_MANY_REQUESTS || ACCOUNT_REFUSED.has(status)) return { kind: 'deferred', detail };
  return { kind: 'refused', detail };
}
