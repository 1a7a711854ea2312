import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Readable } from 'node:stream';
import type { MailAccount } from '../../application/ports/accounts/accounts.js';
import type { OutgoingMail } from '../../application/ports/delivery/transports.js';
import { writeCalendar } from './calendar.js';
import { INVITATION_FILE } from './fr.js';

const inBrackets = (id: string): string => `<${id}>`;

/** The mail as it is written to the server, its documents read as they leave; signed when the account has a key. */
export async function compose(mail: OutgoingMail, account: MailAccount): Promise<Readable> {
  const documents = await openAll(mail);
  // Programs show one; of the others they are told as files.
  const [invitation, ...others] = invitationsIn(mail);
  const { references } = mail;
  const raw = new MailComposer({
    from: { name: mail.senderName, address: account.from },
    to: [...mail.to],
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    // The same at every attempt: a server or reader that got the mail twice can tell.
    messageId: inBrackets(mail.messageId),
    inReplyTo: references.slice(-1).map(inBrackets)[0],
    references: references.map(inBrackets),
    headers: {
      ...(!mail.typed && { 'Auto-Submitted': 'auto-generated' }),
      // Absence replies are for people; a mail that asks to be acknowledged must let receipts through.
      'X-Auto-Response-Suppress': mail.receiptTo === undefined ? 'All' : 'OOF, AutoReply',
      ...(mail.receiptTo !== undefined && { 'Disposition-Notification-To': mail.receiptTo }),
    },
    attachments: [...documents, ...others.map(asFile)],
    icalEvent: invitation,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .createReadStream();
  return account.dkim ? sign(raw, account.dkim) : raw;
}

function sign(mail: Readable, { domain, selector, privateKey }: NonNullable<MailAccount['dkim']>): Readable {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  const signed = signer.sign(mail);
  // A document that cannot be read ends the mail as a failure, not as a shorter mail.
  mail.once('error', (error) => signed.destroy(error));
  return signed;
}

interface InvitationPart {
  readonly method: string;
  readonly filename: string;
  readonly content: string;
}

function invitationsIn({ calendar, senderName, to, date }: OutgoingMail): readonly InvitationPart[] {
  if (!calendar) return [];
  const parties = { organizer: { name: senderName, address: calendar.organizer }, attendees: to };
  return calendar.invitations.map((invitation) => ({
    method: invitation.method.toUpperCase(),
    filename: INVITATION_FILE,
    content: writeCalendar(invitation, date, parties),
  }));
}

const asFile = ({ method, filename, content }: InvitationPart) => ({
  filename,
  content,
  contentType: `text/calendar; charset=utf-8; method=${method}`,
});

/** Before the first byte leaves: a document that is not there hinders the whole mail. */
function openAll({ documents }: OutgoingMail) {
  return Promise.all(
    documents.map(async (document) => ({
      filename: document.name,
      contentType: document.mediaType,
      content: await document.open(),
    })),
  );
}
