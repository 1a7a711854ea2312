import { FileStore } from '@intervia/files';
import { openWithoutPosition } from '@intervia/pictures';
import { Injectable, Logger } from '@nestjs/common';
import type { Document } from '../../domain/facts/facts.js';
import { invitationsOf } from '../../domain/planning/invitation.js';
import type { Message, Outcome } from '../../domain/message.js';
import { shareDocuments } from '../../domain/planning/share-documents.js';
import { addressesLeft } from './addresses-left.js';
import type { JournalHandOver } from './journal-hand-over.js';
import { conversationOf } from '../answers/conversation-key.js';
import { mailMessageId } from './message-id.js';
import { inOwnWords } from '../templates/own-words.js';
import { Accounts } from '../ports/accounts/accounts.js';
import type { Agency } from '../ports/neighbours/agencies.js';
import type { Conversation } from '../ports/answers/conversations.js';
import { Conversations } from '../ports/answers/conversations.js';
import { Renderer } from '../ports/templates/renderer.js';
import { ReplyAddresses } from '../ports/answers/reply-addresses.js';
import type { OutgoingDocument } from '../ports/delivery/transports.js';
import { MailTransport } from '../ports/delivery/transports.js';
import { RenderInputs } from '../templates/render-inputs.js';

/** Nobody is led to the agency's mailbox by a mail that hides it. */
const hidesAgency = ({ audience }: Message, { hidesMailFromContractors }: Agency): boolean =>
  audience === 'contractor' && hidesMailFromContractors;

function agencyAddress(message: Message, agency: Agency): string | undefined {
  if (hidesAgency(message, agency)) return undefined;
  return message.facts.manager.mail || agency.mail || undefined;
}

/**
 * Not the manager: calendars take a change only from who invited, and the ticket may have another manager by then. The
 * agency's own address is the same for all of them, and read: programs answer it though nobody asks them to.
 */
const organizerFor = (message: Message, agency: Agency, sender: string): string =>
  (hidesAgency(message, agency) ? '' : agency.mail) || sender;

@Injectable()
export class MailDelivery {
  private readonly logger = new Logger(MailDelivery.name);

  constructor(
    private readonly inputs: RenderInputs,
    private readonly renderer: Renderer,
    private readonly accounts: Accounts,
    private readonly conversations: Conversations,
    private readonly replyAddresses: ReplyAddresses,
    private readonly files: FileStore,
    private readonly transport: MailTransport,
  ) {}

  async deliver(message: Message, handOver: JournalHandOver): Promise<Outcome> {
    const [input, account, conversation] = await Promise.all([
      this.inputs.of(message),
      this.accounts.mailOf(message.agencyId),
      this.conversations.open(conversationOf(message), message.recipientName),
    ]);
    const { attached, leftOut } = shareDocuments(message.facts.documents ?? []);
    const { written, fault } = await inOwnWords(
      { ...input, leftOut: leftOut.map(({ name }) => name) },
      (complete) => this.renderer.mail(complete),
    );
    const { subject, html, text } = written;
    if (fault !== undefined) this.warn(message, fault);
    const messageId = mailMessageId(message.id, account.from);
    const signed = this.replyAddresses.of(conversation.ref);
    const answers = isAnswerable(conversation) ? signed : undefined;
    const mail = {
      messageId,
      references: conversation.messageIds.filter((id) => id !== messageId),
      senderName: input.agency.name,
      replyTo: answers ?? agencyAddress(message, input.agency),
      returnPath: account.ownReturnPath ? signed : undefined,
      receiptTo: message.facts.readReceipt ? answers : undefined,
      to: message.addresses,
      deliverTo: addressesLeft(message),
      typed: message.facts.message !== undefined,
      subject,
      html,
      text,
      date: message.queuedAt,
      documents: attached.map((document) => this.toSend(message.agencyId, document)),
      calendar: {
        organizer: answers ?? organizerFor(message, input.agency, account.from),
        invitations: invitationsOf(message),
      },
    };
    const outcome = await this.transport.send(mail, account, async () => {
      // Before: afterwards a failure of ours would look like a mail without an answer.
      await this.conversations.addMail(conversation.ref, messageId);
      await handOver(text);
    });
    return outcome.kind === 'accepted' ? { ...outcome, wordingFault: fault } : outcome;
  }

  /** Not only in the ticket's journal: every mail of this template is concerned. */
  private warn({ id, agencyId, template, templateVersion }: Message, detail: string): void {
    const context = { code: 'OWN_WORDING_FAILED', agencyId, template, templateVersion, id, detail };
    this.logger.warn(context, 'an agency’s own text cannot be filled in, the shipped one is sent');
  }

  private toSend(agencyId: string, document: Document): OutgoingDocument {
    const { id, name, mediaType } = document;
    return {
      name,
      mediaType,
      open: () => openWithoutPosition(document, () => this.files.open(agencyId, id)),
    };
  }
}

/** Answers can be filed: into a mission or an exchange. Others' answers go to the agency's people. */
const isAnswerable = ({ missionId, correspondentId }: Conversation): boolean =>
  missionId !== undefined || correspondentId !== undefined;
