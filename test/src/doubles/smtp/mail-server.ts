import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

export interface ReceivedMail extends ParsedMail {
  /** Envelope recipients. */
  deliveredTo: string[];
  /** Envelope sender, where bounces go. */
  returnPath: string;
  /** Who signed in; empty for nobody. */
  user: string;
  /** As it came. */
  source: Buffer;
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

async function read(stream: Readable): Promise<{ mail: ParsedMail; source: Buffer }> {
  const source = await buffer(stream);
  return { mail: await simpleParser(source), source };
}

/** A real SMTP server that keeps what it accepted in memory, for tests. */
export async function startMailServer({
  port = 0,
  account,
}: {
  port?: number;
  /** The only one who may send; absent: anybody, without signing in. */
  account?: { user: string; password: string };
} = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  let hangUp = false;

  const server = new SMTPServer({
    authOptional: !account,
    allowInsecureAuth: true,
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth: ({ username = '', password }, _session, done) => {
      if (username === account?.user && password === account.password) done(null, { user: username });
      else done(new Error('Wrong user or password'));
    },
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address) ?? 250;
      done(code === 250 ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      void read(stream).then(({ mail, source }) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          ...mail,
          source,
          deliveredTo: rcptTo.map(({ address }) => address),
          returnPath: mailFrom ? mailFrom.address : '',
          user: String(session.user ?? ''),
        });
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
