import { OutsideHosts } from '@intervia/outside';
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { SmtpMailTransport } from './smtp-mail.transport.js';

const LOOPBACK = '127.0.0.1';
const OUTSIDE = '203.0.113.9';

/** What a server answers that knows no TLS, and takes everything. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^(EHLO|HELO)/iu, '250-plain.example\r\n250 AUTH PLAIN LOGIN'],
  [/^AUTH/iu, '235 welcome'],
  [/^DATA/iu, '354 go on'],
  [/^QUIT/iu, '221 bye'],
  [/^(STARTTLS|NOOP)/iu, '502 what?'],
  [/^(MAIL|RCPT|\.$)/iu, '250 fine'],
];

/** The server is here, and looks as if it stood elsewhere. */
class SeemingHosts extends OutsideHosts {
  constructor(private readonly seems: string) {
    super('');
  }

  override async connect(host: string, port: number): Promise<Socket> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    return Object.defineProperty(socket, 'remoteAddress', { value: this.seems });
  }
}

describe('the password of an agency’s mail account', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });

  /** @returns the lines that a server without TLS heard, and what became of the mail */
  async function sentAs(seems: string) {
    const heard: string[] = [];
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 plain.example\r\n');
      createInterface({ input: socket }).on('line', (line) => {
        heard.push(line);
        const answer = ANSWERS.find(([pattern]) => pattern.test(line))?.[1];
        if (answer) socket.write(`${answer}\r\n`);
      });
    });
    server.listen(0, LOOPBACK);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const account = {
      ...{ host: LOOPBACK, port, secure: false, user: 'agence', password: 'un secret' },
      ...{ from: 'agence@tilleuls.example', ownReturnPath: false, isAgencys: true },
    };
    const to = ['a@b.example'];
    const mail = {
      ...{ messageId: 'm1@tilleuls.example', references: [], senderName: 'Tilleuls', to, deliverTo: to },
      ...{ subject: 'Essai', text: 'Bonjour', html: '<p>Bonjour</p>', documents: [] },
    };
    const transport = new SmtpMailTransport(new SeemingHosts(seems));
    const outcome = await transport.send(mail as never, account, () => Promise.resolve());
    return { heard, outcome };
  }
  const secrets = (heard: readonly string[]) =>
    heard.filter(
      (line) => /^AUTH/iu.test(line) || line.includes(Buffer.from('un secret').toString('base64')),
    );

  it('does not leave for a server outside that knows no TLS, nor does the mail', async () => {
    const { heard, outcome } = await sentAs(OUTSIDE);
    expect(heard.some((line) => /^EHLO/iu.test(line))).toBe(true);
    expect(secrets(heard)).toEqual([]);
    expect(heard.filter((line) => /^(MAIL|DATA)/iu.test(line))).toEqual([]);
    expect(outcome.kind).not.toBe('accepted');
  });

  it('leaves for one on this very machine, where nobody listens', async () => {
    const { heard } = await sentAs(LOOPBACK);
    expect(secrets(heard)).not.toEqual([]);
  });
});
