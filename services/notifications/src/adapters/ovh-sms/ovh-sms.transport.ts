import type { HandOver, OutgoingSms } from '../../application/ports/transports.js';
import { SmsTransport } from '../../application/ports/transports.js';
import type { Outcome } from '../../domain/message.js';
import type { OvhOptions } from './ovh-client.js';
import { OvhClient, OvhFailure } from './ovh-client.js';

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

export class OvhSmsTransport extends SmsTransport {
  private readonly client: OvhClient;
  private readonly path: string;

  constructor(options: OvhOptions) {
    super();
    this.client = new OvhClient(options);
    this.path = `/sms/${options.service}`;
  }

  async send(sms: OutgoingSms, handOver: HandOver): Promise<Outcome> {
    await handOver();
    try {
      const { validReceivers, invalidReceivers } = await this.client.request<JobAnswer>(
        'POST',
        `${this.path}/jobs`,
        {
          message: sms.text,
          receivers: [...sms.receivers],
          sender: sms.sender,
          tag: sms.tag,
          charset: 'UTF-8',
          coding: '7bit',
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

  async knows(tag: string): Promise<boolean> {
    const found = await this.client.request<readonly number[]>('GET', `${this.path}/outgoing`, { tag });
    return found.length > 0;
  }
}

/** Only an answer of the API itself is a certain refusal; anything else may hide an acceptance. */
export function outcomeOf({ status, message: detail }: OvhFailure): Outcome {
  if (status === undefined || status >= SERVER_ERROR) return { kind: 'unknown', detail };
  if (status === TOO_MANY_REQUESTS || ACCOUNT_REFUSED.has(status)) return { kind: 'deferred', detail };
  return { kind: 'refused', detail };
}
