import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import type { NoticeMessage, Outcome } from '../../domain/message.js';
import { shareDocuments } from '../../domain/planning/share-documents.js';
import { addressesLeft } from './addresses-left.js';
import type { JournalHandOver } from './journal-hand-over.js';
import { mailMessageId } from './message-id.js';
import { Accounts, PLATFORM } from '../ports/accounts/accounts.js';
import type { Agency } from '../ports/neighbours/agencies.js';
import { Agencies } from '../ports/neighbours/agencies.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';
import { MailTransport } from '../ports/delivery/transports.js';

/** Writes to its operator in its own name. */
const THE_PLATFORM: Agency = {
  id: PLATFORM,
  name: 'Intervia',
  address: '',
  phone: '',
  mail: '',
  hidesMailFromContractors: false,
  smsSender: '',
};

const documentsOf = ({ notice }: NoticeMessage) => (notice.kind === 'report-ready' ? notice.documents : []);

@Injectable()
export class NoticeDelivery {
  constructor(
    private readonly agencies: Agencies,
    private readonly accounts: Accounts,
    private readonly renderer: NoticeRenderer,
    private readonly transport: MailTransport,
    private readonly files: FileStore,
  ) {}

  async deliver(message: NoticeMessage, handOver: JournalHandOver): Promise<Outcome> {
    const [agency, account] = await Promise.all([
      this.senderOf(message),
      this.accounts.mailOf(message.agencyId),
    ]);
    const { html, text } = await this.renderer.render(message.notice, agency);
    const mail = {
      messageId: mailMessageId(message.id, account.from),
      references: [],
      senderName: agency.name,
      to: message.addresses,
      deliverTo: addressesLeft(message),
      subject: message.subject,
      html,
      text,
      date: message.queuedAt,
      documents: shareDocuments(documentsOf(message)).attached.map(({ id, name, mediaType }) => ({
        name,
        mediaType,
        open: () => this.files.open(message.agencyId, id),
      })),
    };
    return this.transport.send(mail, account, () => handOver(text));
  }

  private async senderOf({ agencyId }: NoticeMessage): Promise<Agency> {
    return agencyId === PLATFORM ? THE_PLATFORM : this.agencies.get(agencyId);
  }
}
