import { maskLinks } from '@intervia/rules';
import { FileStore } from '@intervia/files';
import type { StoredFile } from '@intervia/files';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Readable } from 'node:stream';
import { isKnownQuotation } from '../../domain/known-quotation.js';
import type { ReadingReport, ReceivedAttachment, ReceivedMail } from '../../domain/received-mail.js';
import { ANSWER_LENGTH } from '../../domain/received-mail.js';
import { FileAnswerHandler } from './file-answer.handler.js';
import { messageId, messageOfMail } from '../delivery/message-id.js';
import type { Conversation } from '../ports/answers/conversations.js';
import { Conversations } from '../ports/answers/conversations.js';
import { Received } from '../ports/answers/received.js';
import { ReplyAddresses } from '../ports/answers/reply-addresses.js';
import { REVIEW_AGENCY } from '../ports/answers/review-agency.js';
import type { ReviewReason } from '../ports/answers/reviews.js';
import { SentMessages } from '../ports/delivery/sent-messages.js';
import { FilingRefused, Tickets } from '../ports/neighbours/tickets.js';
import { RecordBounceHandler } from './record-bounce.handler.js';

const ATTACHMENT_BYTES = 15 * 1024 * 1024;
/** A quotation of more mails than these is kept whole. */
const KNOWN_MAILS = 5;
/** As people read it among the documents. */
const WHOLE_MAIL = 'Message complet.txt';

/** done: whatever it was, nothing is left to do. unattributed: nobody's; the mailbox keeps it for the operator. */
export type MailFate = 'done' | 'unattributed';

/** What the mailbox for answers receives: answers, bounces, acknowledgements of reading. */
@Injectable()
export class ReceiveMailHandler {
  private readonly logger = new Logger(ReceiveMailHandler.name);

  constructor(
    private readonly replyAddresses: ReplyAddresses,
    private readonly conversations: Conversations,
    private readonly sent: SentMessages,
    private readonly bounces: RecordBounceHandler,
    private readonly tickets: Tickets,
    private readonly files: FileStore,
    private readonly answers: FileAnswerHandler,
    private readonly received: Received,
    @Inject(REVIEW_AGENCY) private readonly reviewAgency: string | undefined,
  ) {}

  async execute(mail: ReceivedMail): Promise<MailFate> {
    const refs = this.replyAddresses.read(mail.recipients);
    // One mail to two of our addresses is two answers.
    const fates = await inTurn(refs.length > 0 ? refs : [undefined], (ref) => this.deal(mail, ref));
    return fates.every((fate) => fate === 'done') ? 'done' : 'unattributed';
  }

  private async deal(mail: ReceivedMail, ref: string | undefined): Promise<MailFate> {
    // Programs give one Message-ID to two mails; what they say tells them apart.
    const key = messageId(`${mail.id}|${mail.digest}`, ref ?? '');
    if (await this.received.has(key)) return 'done';
    const fate = await this.handle(mail, key, ref);
    if (fate === 'done') await this.received.add(key);
    return fate;
  }

  private async handle(mail: ReceivedMail, key: string, ref: string | undefined): Promise<MailFate> {
    const { report } = mail;
    const conversation = ref === undefined ? undefined : await this.conversations.byRef(ref);
    if (report?.kind === 'bounce') {
      const recorded = await this.bounces.execute(report, conversation?.messageIds);
      // In words only and about no mail of ours: perhaps a person wrote it.
      return recorded || mail.text === '' ? 'done' : this.file(mail, key, conversation);
    }
    if (report) return this.acknowledge(report, key, conversation);
    return this.file(mail, key, conversation);
  }

  private async acknowledge(
    { displayed }: ReadingReport,
    key: string,
    conversation: Conversation | undefined,
  ): Promise<MailFate> {
    if (!displayed || conversation?.missionId === undefined) return 'done';
    try {
      await this.tickets.acknowledgeReading(key, conversation);
    } catch (error) {
      // Acknowledged on the page before, or closed since: there is nothing to add.
      if (!(error instanceof FilingRefused)) throw error;
      this.logger.log({ key, code: error.code }, 'acknowledgement of reading not taken');
    }
    return 'done';
  }

  private async file(
    mail: ReceivedMail,
    key: string,
    conversation: Conversation | undefined,
  ): Promise<MailFate> {
    if (mail.automatic && !hasExchange(conversation)) {
      this.logger.log(
        { key, from: mail.from.address },
        'automatic mail that no exchange waits for left alone',
      );
      return 'done';
    }
    const agencyId = conversation?.agencyId ?? (await this.agencyOf(mail));
    if (agencyId === undefined) return 'unattributed';
    const { documents, lost } = await this.keep(agencyId, [
      ...mail.attachments,
      ...(await this.whole(mail, conversation)),
    ]);
    // Its subject is all that many write.
    const text = mail.text === '' && documents.length + lost.length === 0 ? mail.subject : mail.text;
    const place = text === '' && documents.length + lost.length === 0 ? 'EMPTY' : conversation;
    await this.answers.execute({
      key,
      agencyId,
      channel: 'mail',
      sender: mail.from.address,
      senderName: mail.from.name,
      subject: mail.subject,
      text,
      documents,
      lost,
      receivedAt: mail.receivedAt,
      threadId: await this.threadOf(mail),
      place: place ?? (await this.reasonFor(mail)),
    });
    if (conversation && mail.messageId !== undefined) {
      await this.conversations.addMail(conversation.ref, mail.messageId);
    }
    return 'done';
  }

  private async reasonFor(mail: ReceivedMail): Promise<ReviewReason> {
    const known = await this.conversations.lastByMail(mail.from.address);
    return known ? 'UNSIGNED_ADDRESS' : 'UNKNOWN_SENDER';
  }

  private async agencyOf(mail: ReceivedMail): Promise<string | undefined> {
    const known = await this.conversations.lastByMail(mail.from.address);
    return known?.agencyId ?? this.reviewAgency;
  }

  /** The mail as it was written, where the answer shows less of it than a person wrote. */
  private async whole(
    { text, quoted, answersTo }: ReceivedMail,
    conversation: Conversation | undefined,
  ): Promise<ReceivedAttachment[]> {
    if (quoted === '' && text.length <= ANSWER_LENGTH) return [];
    const mails = [...answersTo, ...[...(conversation?.messageIds ?? [])].reverse()];
    const ids = mails.map(messageOfMail).filter((id) => id !== undefined);
    const sent = await Promise.all([...new Set(ids)].slice(0, KNOWN_MAILS).map((id) => this.sent.byId(id)));
    const texts = sent.map((message) => message?.text ?? '');
    if (text.length <= ANSWER_LENGTH && isKnownQuotation(quoted, texts)) return [];
    return [{ name: WHOLE_MAIL, content: Buffer.from(maskLinks(`${text}\n\n${quoted}`.trim())) }];
  }

  /** The exchange that the mail answers to, when it began as one. */
  private async threadOf({ answersTo }: ReceivedMail): Promise<string | undefined> {
    for (const id of answersTo.map(messageOfMail)) {
      const message = id === undefined ? undefined : await this.sent.byId(id);
      if (message && 'facts' in message && message.facts.message) return message.facts.message.threadId;
    }
    return undefined;
  }

  private async keep(
    agencyId: string,
    attachments: readonly ReceivedAttachment[],
  ): Promise<{ documents: StoredFile[]; lost: string[] }> {
    const documents: StoredFile[] = [];
    const lost: string[] = [];
    for (const { name, content } of attachments) {
      try {
        const bytes = Readable.from([content]);
        documents.push(await this.files.put(agencyId, name, bytes, { maxBytes: ATTACHMENT_BYTES }));
      } catch (error) {
        if (!isRefusal(error)) throw error;
        lost.push(name);
      }
    }
    return { documents, lost };
  }
}

/** Too large, or of a type that is not kept. */
const isRefusal = (error: unknown): boolean => (error as { kind?: unknown }).kind === 'invalid';

const hasExchange = (conversation: Conversation | undefined): boolean =>
  conversation?.missionId !== undefined || conversation?.correspondentId !== undefined;

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
