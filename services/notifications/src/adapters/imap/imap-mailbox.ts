import type { HealthRegistry } from '@intervia/observability';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import type { ImapFlowOptions } from 'imapflow';
import { setTimeout as delay } from 'node:timers/promises';
import type { ReceiveMailHandler } from '../../application/answers/receive-mail.handler.js';
import type { ReceivedMail } from '../../domain/received-mail.js';
import { parseMail } from './parse-mail.js';

/** Larger ones stay in the mailbox, for the operator. */
const MAIL_BYTES = 40 * 1024 * 1024;
/** Also without a word of the server: some forget to tell, and what failed is tried again. */
const SWEEP_MS = 60_000;
/** Without IDLE a server tells nothing; the library's own delay is fifteen seconds. */
const IDLE_AFTER_MS = 500;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const SEEN = '\\Seen';
/** What nobody here could make anything of. */
const LEFT = '$InterviaLeft';

/**
 * The mailbox for answers: read at once when the server says that something came (IDLE). A mail is marked as seen only once
 * what it says is in a ticket, so a crash at any point repeats it, under the same command ids.
 */
export class ImapMailbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImapMailbox.name);
  private readonly stopping = new AbortController();
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
    const client = new ImapFlow({ ...this.options, logger: false, autoIdleDelay: IDLE_AFTER_MS });
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
      const fate =
        (head.size ?? 0) > MAIL_BYTES ? 'unattributed' : await this.deal(client, uid, head.internalDate);
      await client.messageFlagsAdd(String(uid), [fate === 'done' ? SEEN : LEFT], { uid: true });
      if (fate !== 'done') this.logger.warn({ uid }, 'mail left in the mailbox for the operator');
    } catch (error) {
      if (!client.usable) throw error;
      // Of this one alone: the others are read, and it is tried again with the next sweep.
      this.logger.error({ err: error, uid }, 'mail not dealt with yet');
    }
  }

  private async deal(client: ImapFlow, uid: number, arrived: Date | string | undefined) {
    const found = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!found || !found.source) return 'done' as const;
    const { uidValidity = 0 } = client.mailbox || {};
    const fallbackId = `${this.options.auth?.user}|${uidValidity}|${uid}`;
    const mail = await this.parsed(found.source, fallbackId, new Date(arrived ?? Date.now()));
    return mail ? this.receive.execute(mail) : ('unattributed' as const);
  }

  private async parsed(source: Buffer, fallbackId: string, arrived: Date): Promise<ReceivedMail | undefined> {
    try {
      return await parseMail(source, fallbackId, arrived);
    } catch (error) {
      this.logger.error({ err: error }, 'mail not readable');
      return undefined;
    }
  }
}
