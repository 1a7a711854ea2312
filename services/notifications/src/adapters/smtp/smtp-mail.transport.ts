import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import type { HandOver, OutgoingMail } from '../../application/ports/transports.js';
import { MailTransport } from '../../application/ports/transports.js';
import type { Outcome } from '../../domain/message.js';
import { withHandOver } from './last-chunk.js';
import type { SmtpError } from './smtp-outcome.js';
import { outcomeOfAcceptance, outcomeOfError } from './smtp-outcome.js';

export interface SmtpOptions {
  readonly url: string;
  /** Address of the envelope and the From header; agencies give the name. */
  readonly from: string;
}

/** Together shorter than the claim of a message (adapters/mongo), so that a second worker cannot begin meanwhile. */
const TIMEOUTS = {
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 15_000,
  dnsTimeout: 8_000,
};
const DEADLINE_MS = 30_000;

/** One connection per mail, steered by hand: nodemailer's transports do not tell when a mail is handed over. */
export class SmtpMailTransport extends MailTransport {
  constructor(private readonly options: SmtpOptions) {
    super();
  }

  async send(mail: OutgoingMail, handOver: HandOver): Promise<Outcome> {
    const bytes = await this.compose(mail);
    const { auth, ...server } = parseConnectionUrl(this.options.url);
    const connection = new SMTPConnection({ ...server, ...TIMEOUTS });
    let handedOver = false;
    const journal = async () => {
      await handOver();
      handedOver = true;
    };
    const deadline = setTimeout(() => connection.close(), DEADLINE_MS);
    try {
      await connect(connection);
      if (auth?.user) await login(connection, { user: auth.user, pass: auth.pass ?? '' });
      const envelope = { from: this.options.from, to: [...mail.deliverTo], size: bytes.length };
      const rejected = await transmit(connection, envelope, Readable.from(withHandOver(bytes, journal)));
      connection.quit();
      return outcomeOfAcceptance(rejected);
    } catch (error) {
      connection.close();
      return outcomeOfError(error as SmtpError, handedOver);
    } finally {
      clearTimeout(deadline);
    }
  }

  private compose(mail: OutgoingMail): Promise<Buffer> {
    const domain = this.options.from.split('@')[1];
    return new MailComposer({
      from: { name: mail.senderName, address: this.options.from },
      to: [...mail.to],
      replyTo: mail.replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      date: mail.date,
      // The same at every attempt: a server or reader that got the mail twice can tell.
      messageId: `<${mail.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  }
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('The server closed the connection')));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

function login(connection: SMTPConnection, auth: { user: string; pass: string }): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.login(auth, (error) => (error ? reject(error) : resolve())),
  );
}

/** Resolves with the recipients that were not taken. */
function transmit(
  connection: SMTPConnection,
  envelope: { from: string; to: string[]; size: number },
  mail: Readable,
): Promise<readonly SmtpError[]> {
  return new Promise((resolve, reject) => {
    connection.once('end', () => reject(new Error('The server closed the connection')));
    connection.send(envelope, mail, (error, info) => {
      if (error) reject(error);
      else resolve(info?.rejectedErrors ?? []);
    });
  });
}
