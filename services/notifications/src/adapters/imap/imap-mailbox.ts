import type { HealthRegistry } from '@intervia/observability';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import { setTimeout as delay } from 'node:timers/promises';
import type { ReceiveMailHandler } from '../../application/answers/receive-mail.handler.js';
import type { ReceivedMail } from '../../domain/received-mail.js';
import { ORIGINAL_MAIL, UNREADABLE, tooLarge } from './fr.js';
import { MailParser, UnreadableMail } from './mail-parser.js';

/** Larger ones stay in the mailbox, for the operator. */
const MAIL_BYTES = 40 * 1024 * 1024;
/** Also without a word of the server: some forget to tell, and what failed is tried again. */
const SWEEP_MS = 60_000;
/** Without IDLE a server tells nothing; the library's own delay is fifteen seconds. */
const IDLE_AFTER_MS = 500;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const SEEN = '\\Seen';
/** Of a mail that cannot be read, so much of its head is. */
const HEAD_BYTES = 64 * 1024;
/** What nobody here could make anything of. */
const LEFT = '$InterviaLeft';

/**
 * The mailbox for answers: read at once when the server says that something came (IDLE). A mail is marked as seen only once
 * what it says is in a ticket, so a crash at any point repeats it, under the same command ids.
 */
export class ImapMailbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImapMailbox.name);
  private readonly stopping = new AbortController();
  private readonly parser = new MailParser();
  private client?: ImapFlow;
  private life?: Promise<void>;
  private wake: () => void = () => undefined;

  constructor(
    private readonly options: Pick<ImapFlowOptions, 'host' | 'port' | 'secure' | 'auth'>,
    private readonly receive: ReceiveMailHandler,
    private readonly health: HealthRegistry,
  ) {}

  onApplicationBootstrap(): void {
    this.health.register('imap', async () => {
      if (!this.client?.usable) throw new Error('The mailbox for answers is not connected');
    });
    this.life = this.live();
  }

  /** Before the database closes: a mail under way is dealt with to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.life;
    await this.parser.close();
  }

  /** Connects again for as long as the service lives. */
  private async live(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted;) {
      try {
        await this.session(() => (failures = 0));
      } catch (error) {
        failures += 1;
        this.logger.warn({ err: error }, 'mailbox for answers lost, connecting again');
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
        await delay(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private async session(onConnected: () => void): Promise<void> {
    // Large, and of no use to an agency without such a mailbox.
    const { ImapFlow: Client } = await import('imapflow');
    const client = new Client({ ...this.options, logger: false, autoIdleDelay: IDLE_AFTER_MS });
    // Whatever went wrong, the connection closes.
    client.on('error', (error: Error) => this.logger.warn({ err: error }, 'mailbox for answers'));
    client.on('close', () => this.wake());
    client.on('exists', () => this.wake());
    try {
      await client.connect();
      await client.mailboxOpen('INBOX');
      this.client = client;
      onConnected();
      while (!this.stopping.signal.aborted) {
        const news = this.nextNews();
        await this.readUnseen(client);
        await news;
        if (!client.usable) throw new Error('The server closed the connection');
      }
      await client.logout();
    } finally {
      this.client = undefined;
      client.close();
    }
  }

  /** Resolves when something comes, after the sweep's time, or at shutdown. Asked for before reading, so that nothing slips between. */
  private nextNews(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SWEEP_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping.signal.aborted) this.wake();
    });
  }

  private async readUnseen(client: ImapFlow): Promise<void> {
    const uids = (await client.search({ seen: false, unKeyword: LEFT }, { uid: true })) || [];
    for (const uid of uids) {
      if (this.stopping.signal.aborted) return;
      await this.readOne(client, uid);
    }
  }

  private async readOne(client: ImapFlow, uid: number): Promise<void> {
    try {
      const head = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true });
      if (!head) return;
      const fate = await this.deal(client, uid, new Date(head.internalDate ?? Date.now()), head.size ?? 0);
      await client.messageFlagsAdd(String(uid), [fate === 'done' ? SEEN : LEFT], { uid: true });
      if (fate !== 'done') this.logger.warn({ uid }, 'mail left in the mailbox for the operator');
    } catch (error) {
      if (!client.usable) throw error;
      // Of this one alone: the others are read, and it is tried again with the next sweep.
      this.logger.error({ err: error, uid }, 'mail not dealt with yet');
    }
  }

  private async deal(client: ImapFlow, uid: number, receivedAt: Date, size: number) {
    const { uidValidity = 0 } = client.mailbox || {};
    const fallbackId = `${this.options.auth?.user}|${uidValidity}|${uid}`;
    // Never more than we read at once: of a larger one its head, and a word about it.
    const limit = size > MAIL_BYTES ? { maxLength: HEAD_BYTES } : true;
    const found = await client.fetchOne(String(uid), { source: limit }, { uid: true });
    if (!found || !found.source) return 'done' as const;
    const { source } = found;
    const mail =
      size > MAIL_BYTES
        ? await this.unread(source, fallbackId, receivedAt, tooLarge(size))
        : await this.parsed(source, fallbackId, receivedAt);
    return mail ? this.receive.execute(mail) : ('unattributed' as const);
  }

  private async parsed(
    source: Buffer,
    fallbackId: string,
    receivedAt: Date,
  ): Promise<ReceivedMail | undefined> {
    try {
      return await this.parser.parse({ source, fallbackId, receivedAt });
    } catch (error) {
      if (!(error instanceof UnreadableMail)) throw error;
      this.logger.error({ err: error, fallbackId }, 'mail not readable, set aside');
      const attachments = [{ name: ORIGINAL_MAIL, content: source }];
      return this.unread(source, fallbackId, receivedAt, UNREADABLE, attachments);
    }
  }

  /** What its head says, a sentence for people, and the mail itself. Undefined when not even the head can be read. */
  private async unread(
    source: Buffer,
    fallbackId: string,
    receivedAt: Date,
    text: string,
    attachments: ReceivedMail['attachments'] = [],
  ): Promise<ReceivedMail | undefined> {
    const end = source.indexOf('\r\n\r\n');
    const head = source.subarray(0, Math.min(end < 0 ? HEAD_BYTES : end, HEAD_BYTES));
    const job = {
      source: Buffer.concat([withoutBody(head), Buffer.from('\r\n\r\n')]),
      fallbackId,
      receivedAt,
    };
    try {
      return { ...(await this.parser.parse(job)), text, quoted: '', attachments, report: undefined };
    } catch (error) {
      this.logger.error({ err: error, fallbackId }, 'head of a mail not readable');
      return undefined;
    }
  }
}

/** A head that promises parts which are not there would be a broken mail. */
const withoutBody = (head: Buffer): Buffer =>
  Buffer.from(
    head.toString('latin1').replace(/^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n?/gim, ''),
    'latin1',
  );
