import { maskLinks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import type { Change, Message, NoticeMessage, Outcome } from '../../domain/message.js';
import { isCoalesced, isReplaced } from '../../domain/coalesced.js';
import { decideAfter } from '../../domain/message.js';
import { isOvertaken, isReminder } from '../../domain/overtaken.js';
import { Channels } from '../accounts/channels.js';
import { describe } from './describe.js';
import { Digests } from '../ports/delivery/digests.js';
import { Messages } from '../ports/delivery/messages.js';
import { TemplateError } from '../ports/templates/renderer.js';
import { ReportSmsHandler } from './report-sms.handler.js';

/** What came of an attempt, and when to come back to the message; never when its work is over. */
export interface Attempt {
  /** `over` and `held` sent nothing: another attempt did, or does. */
  readonly outcome: Change['status'] | 'over' | 'held';
  readonly againInMs?: number;
}

const keptBack = (code: 'OVERTAKEN' | 'REPLACED'): Change => ({ status: 'silenced', reason: { code } });

@Injectable()
export class DeliverMessageHandler {
  constructor(
    private readonly messages: Messages,
    private readonly channels: Channels,
    private readonly reports: ReportSmsHandler,
    private readonly digests: Digests,
  ) {}

  async execute(id: string): Promise<Attempt> {
    const claim = await this.messages.claim(id);
    if (claim.kind === 'over') return { outcome: 'over' };
    if (claim.kind === 'not-yet') return { outcome: 'held', againInMs: claim.dueInMs };
    const change =
      (await this.pointless(claim.message)) ?? decideAfter(claim.message, await this.attempt(claim.message));
    await this.messages.settle(claim.message, change);
    if (change.status === 'failed' && isDigest(claim.message)) await this.digests.markFailed(id);
    // The network can be quicker than our record of the acceptance.
    if (change.status === 'sent' && claim.message.channel === 'sms') await this.reports.concludeById(id);
    return { outcome: change.status, againInMs: change.retryInMs };
  }

  /** What became of a message that says nothing any more. */
  private async pointless(message: Message | NoticeMessage): Promise<Change | undefined> {
    if ('notice' in message || message.status !== 'queued') return undefined;
    if (!isReminder(message) && !isCoalesced(message)) return undefined;
    const others = await this.messages.ofTicket(message.agencyId, message.ticketId);
    if (isReplaced(message, others)) return keptBack('REPLACED');
    return isOvertaken(message, others) ? keptBack('OVERTAKEN') : undefined;
  }

  private async attempt(message: Message | NoticeMessage): Promise<Outcome> {
    let handedOver = false;
    try {
      return await this.channels.deliver(message, async (text) => {
        // The journal holds no link: who reads it must not act in its holder's name.
        await this.messages.markHandedOver(message, maskLinks(text));
        handedOver = true;
      });
    } catch (error) {
      const detail = describe(error);
      if (error instanceof TemplateError) return { kind: 'not-rendered', detail };
      return { kind: handedOver ? 'unknown' : 'deferred', detail };
    }
  }
}

const isDigest = (message: Message | NoticeMessage): boolean =>
  'notice' in message && message.notice.kind === 'digest';
