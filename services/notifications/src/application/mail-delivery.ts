import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import type { Document } from '../domain/facts.js';
import { invitationOf } from '../domain/invitation.js';
import type { Message, Outcome } from '../domain/message.js';
import { shareDocuments } from '../domain/share-documents.js';
import { addressesLeft } from './addresses-left.js';
import type { JournalHandOver } from './channels.js';
import { conversationOf } from './conversation-key.js';
import { mailMessageId } from './message-id.js';
import { Accounts } from './ports/accounts.js';
import type { Agency } from './ports/agencies.js';
import type { Conversation } from './ports/conversations.js';
import { Conversations } from './ports/conversations.js';
import { Renderer } from './ports/renderer.js';
import { ReplyAddresses } from './ports/reply-addresses.js';
import type { OutgoingDocument } from './ports/transports.js';
import { MailTransport } from './ports/transports.js';
import { RenderInputs } from './render-inputs.js';

/** Nobody is led to the agency's mailbox by a mail that hides it. */
function agencyAddress({ audience, facts }: Message, agency: Agency): string | undefined {
  if (audience === 'contractor' && agency.hidesMailFromContractors) return undefined;
  return facts.manager.mail || agency.mail || undefined;
}

@Injectable()
export class MailDelivery {
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
    const { subject, html, text } = await this.renderer.mail({
      ...input,
      leftOut: leftOut.map(({ name }) => name),
    });
    const messageId = mailMessageId(message.id, account.from);
    const signed = this.replyAddresses.of(conversation.ref);
    const mail = {
      messageId,
      references: conversation.messageIds.filter((id) => id !== messageId),
      senderName: input.agency.name,
      replyTo: (isAnswerable(conversation) ? signed : undefined) ?? agencyAddress(message, input.agency),
      returnPath: account.ownReturnPath ? signed : undefined,
      receiptTo: message.facts.readReceipt && isAnswerable(conversation) ? signed : undefined,
      to: message.addresses,
      deliverTo: addressesLeft(message),
      subject,
      html,
      text,
      date: message.queuedAt,
      documents: attached.map((document) => this.toSend(message.agencyId, document)),
      invitation: invitationOf(message),
    };
    return this.transport.send(mail, account, async () => {
      // Before: afterwards a failure of ours would look like a mail without an answer.
      await this.conversations.addMail(conversation.ref, messageId);
      await handOver(text);
    });
  }

  private toSend(agencyId: string, { id, name, mediaType }: Document): OutgoingDocument {
    return { name, mediaType, open: () => this.files.open(agencyId, id) };
  }
}

/** Answers can be filed: into a mission or an exchange. Others' answers go to the agency's people. */
const isAnswerable = ({ missionId, correspondentId }: Conversation): boolean =>
  missionId !== undefined || correspondentId !== undefined;
