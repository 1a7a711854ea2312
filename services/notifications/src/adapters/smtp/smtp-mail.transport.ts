import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Readable } from 'node:stream';
import type { OutsideHosts } from '@intervia/outside';
import { isLoopback } from '@intervia/outside';
import type { MailAccount } from '../../application/ports/accounts/accounts.js';
import type { HandOver, OutgoingMail } from '../../application/ports/delivery/transports.js';
import { MailTransport } from '../../application/ports/delivery/transports.js';
import type { Outcome } from '../../domain/message.js';
import { compose } from './compose.js';
import { withHandOver } from './last-chunk.js';
import type { SmtpError } from './smtp-outcome.js';
import {
  outcomeOfAcceptance,
  outcomeOfError,
  withoutTheirRefusals,
  withoutTheirWords,
} from './smtp-outcome.js';

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
  constructor(private readonly hosts: OutsideHosts) {
    super();
  }

  async send(mail: OutgoingMail, account: MailAccount, handOver: HandOver): Promise<Outcome> {
    const bytes = await compose(mail, account);
    const { user, password = '' } = account;
    let handedOver = false;
    const journal = async () => {
      await handOver();
      handedOver = true;
    };
    let connection: SMTPConnection | undefined;
    const deadline = setTimeout(() => connection?.close(), DEADLINE_MS);
    try {
      connection = await this.open(account);
      await connect(connection);
      if (user) await login(connection, { user, pass: password });
      const envelope = { from: mail.returnPath ?? account.from, to: [...mail.deliverTo] };
      const rejected = await transmit(connection, envelope, Readable.from(withHandOver(bytes, journal)));
      connection.quit();
      const accepted = outcomeOfAcceptance(rejected);
      return account.isAgencys ? withoutTheirRefusals(accepted, rejected) : accepted;
    } catch (error) {
      connection?.close();
      const outcome = outcomeOfError(error as SmtpError, handedOver);
      return account.isAgencys ? withoutTheirWords(outcome, error as SmtpError) : outcome;
    } finally {
      clearTimeout(deadline);
      bytes.destroy();
    }
  }

  /** The platform's own server is the operator's to name; an agency's is reached by the address that was looked at. */
  private async open({ isAgencys, host, port, secure, password }: MailAccount): Promise<SMTPConnection> {
    if (!isAgencys) return new SMTPConnection({ host, port, secure, ...TIMEOUTS });
    const socket = await this.hosts.connect(host, port, TIMEOUTS.connectionTimeout);
    // A password leaves this machine behind TLS, or not at all.
    const requireTLS = !secure && password !== undefined && !isLoopback(socket.remoteAddress);
    return new SMTPConnection({ host, port, secure, requireTLS, connection: socket, ...TIMEOUTS });
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
  envelope: { from: string; to: string[] },
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
