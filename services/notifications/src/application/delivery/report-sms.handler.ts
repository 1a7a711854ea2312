import { Clock } from '@intervia/clock';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { afterReceipts, isFinal } from '../../domain/late-outcome.js';
import { FileAnswerHandler } from '../answers/file-answer.handler.js';
import { messageId } from './message-id.js';
import type { SmsAccount } from '../ports/accounts/accounts.js';
import { Conversations } from '../ports/answers/conversations.js';
import { Received } from '../ports/answers/received.js';
import { REVIEW_AGENCY } from '../ports/answers/review-agency.js';
import type { WithReceipts } from '../ports/delivery/sent-messages.js';
import { SentMessages } from '../ports/delivery/sent-messages.js';
import type { IncomingSms, SmsReceipt } from '../ports/delivery/transports.js';
import { SmsInbox } from '../ports/delivery/transports.js';
import { isPlatform } from '../accounts/stored-accounts.js';

const DAY_MS = 24 * 3600_000;
/** An SMS answers the last one to its number, as its sender sees it on the telephone; after that long, who knows. */
const ANSWERS_WITHIN_MS = 30 * DAY_MS;

/** What the provider says happened to an SMS, always as it says when asked again. */
@Injectable()
export class ReportSmsHandler {
  private readonly logger = new Logger(ReportSmsHandler.name);

  constructor(
    private readonly inbox: SmsInbox,
    private readonly sent: SentMessages,
    private readonly conversations: Conversations,
    private readonly received: Received,
    private readonly answers: FileAnswerHandler,
    @Inject(REVIEW_AGENCY) private readonly reviewAgency: string | undefined,
    private readonly clock: Clock,
  ) {}

  async receipt(account: SmsAccount, providerId: string): Promise<void> {
    const receipt = await this.inbox.receipt(account, providerId);
    if (receipt) await this.record(receipt);
  }

  async record({ tag, receiver, ptt }: SmsReceipt): Promise<void> {
    if (!isFinal(ptt)) return;
    await this.conclude(await this.sent.addReceipt(tag, receiver, ptt));
  }

  /** Also for an SMS whose receipts came before its acceptance was written down. */
  async concludeById(id: string): Promise<void> {
    await this.conclude(await this.sent.receiptsOf(id));
  }

  async incoming(account: SmsAccount, providerId: string): Promise<void> {
    const key = messageId(`sms|${account.service}`, providerId);
    if (await this.received.has(key)) return;
    const sms = await this.inbox.incoming(account, providerId);
    if (!sms) return;
    await this.file(key, account, sms);
    await this.received.add(key);
  }

  private async conclude(known: WithReceipts | undefined): Promise<void> {
    const change = known && afterReceipts(known.message, known.receipts);
    if (change) await this.sent.conclude(known.message, change);
  }

  private async file(key: string, account: SmsAccount, sms: IncomingSms): Promise<void> {
    const since = new Date(this.clock.now().getTime() - ANSWERS_WITHIN_MS);
    const own = isPlatform(account) ? undefined : account.id;
    const conversation = await this.conversations.lastBySms(sms.sender, since, own);
    const agencyId = conversation?.agencyId ?? own ?? this.reviewAgency;
    if (agencyId === undefined) {
      this.logger.warn({ key }, 'SMS of nobody known, left at the provider');
      return;
    }
    await this.answers.execute({
      key,
      agencyId,
      channel: 'sms',
      sender: sms.sender,
      senderName: conversation?.name ?? '',
      subject: '',
      text: sms.text,
      documents: [],
      lost: [],
      receivedAt: sms.receivedAt,
      place: conversation ?? 'UNKNOWN_SENDER',
    });
  }
}
