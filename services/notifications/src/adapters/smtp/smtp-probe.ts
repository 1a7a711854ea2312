import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { randomUUID } from 'node:crypto';
import type { MailAccount } from '../../application/ports/accounts/accounts.js';
import type { ProbeResult } from '../../application/ports/accounts/mail-probe.js';
import { MailProbe } from '../../application/ports/accounts/mail-probe.js';
import type { OutsideHosts } from '@intervia/outside';
import { isLoopback } from '@intervia/outside';
import { PROBE_MAIL } from './fr.js';

const TIMEOUT_MS = 8_000;
const TIMEOUTS = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };

interface Failure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Which step failed, and nothing of what the other side said. */
export class SmtpProbe extends MailProbe {
  constructor(private readonly hosts: OutsideHosts) {
    super();
  }

  async try(account: MailAccount, to: string): Promise<ProbeResult> {
    const { host, port, secure, user, password, from } = account;
    let step: ProbeResult = 'port';
    let connection: SMTPConnection | undefined;
    try {
      const socket = await this.hosts.connect(host, port, TIMEOUT_MS);
      step = 'tls';
      const requireTLS = !secure && password !== undefined && !isLoopback(socket.remoteAddress);
      const smtp = new SMTPConnection({ host, port, secure, requireTLS, connection: socket, ...TIMEOUTS });
      connection = smtp;
      await steered(smtp, (done) => smtp.connect(done));
      step = 'password';
      if (user) await steered(smtp, (done) => smtp.login({ user, pass: password ?? '' }, done));
      step = 'sender';
      const mail = [
        `From: <${from}>`,
        `To: <${to}>`,
        `Subject: ${PROBE_MAIL.subject}`,
        `Message-ID: <${randomUUID()}@intervia>`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        PROBE_MAIL.text,
      ].join('\r\n');
      await steered(smtp, (done) => smtp.send({ from, to: [to] }, mail, done));
      smtp.quit();
      return 'ok';
    } catch (error) {
      connection?.close();
      return whatFailed(error as Failure, step);
    }
  }
}

/** The error is of a kind of its own, or of the step in which it came. */
function whatFailed({ code = '', command = '' }: Failure, step: ProbeResult): ProbeResult {
  if (code === 'EHOST') return 'host';
  if (code === 'ETLS') return 'tls';
  if (step === 'sender')
    return command === 'RCPT TO' ? 'recipient' : command === 'MAIL FROM' ? 'sender' : 'other';
  // The port is open, and no mail server answers there, or one that speaks TLS where none was asked for.
  return step;
}

function steered(
  connection: SMTPConnection,
  act: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The server closed the connection')));
    act((error) => (error ? reject(error) : resolve()));
  });
}
