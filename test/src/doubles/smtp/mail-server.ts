import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  /** Envelope recipients. */
  deliveredTo: string[];
}

export interface MailServer {
  url: string;
  port: number;
  /** Accepted mails, oldest first. */
  mails(): readonly ReceivedMail[];
  /** Answers RCPT TO for this address with this code until told otherwise; 250 accepts again. */
  refuse(address: string, code: number): void;
  /** Takes the next mail, and hangs up instead of saying so. */
  hangUpAfterAcceptance(): void;
  stop(): Promise<void>;
}

const refusal = (code: number): Error =>
  Object.assign(new Error('refused by the test'), { responseCode: code });

/** A real SMTP server that keeps what it accepted in memory, for tests. */
export async function startMailServer({ port = 0 }: { port?: number } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  let hangUp = false;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address) ?? 250;
      done(code === 250 ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        received.push({ ...mail, deliveredTo: session.envelope.rcptTo.map(({ address }) => address) });
        if (!hangUp) return done();
        hangUp = false;
        for (const connection of server.connections)
          (connection as { _socket: { destroy(): void } })._socket.destroy();
      }, done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails: () => received,
    refuse: (recipient, code) => refused.set(recipient, code),
    hangUpAfterAcceptance: () => {
      hangUp = true;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
