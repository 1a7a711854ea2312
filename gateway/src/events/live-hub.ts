import { isMessage } from '@bufbuild/protobuf';
import type { AccessChanged } from '@intervia/contracts';
import { AccessChangedSchema } from '@intervia/contracts';
import { AppError, EventFeed } from '@intervia/messaging';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { isAttachedOnly } from '../session/caller.js';
import { has, modulesWith, TICKET_MODULES } from '../session/rights.js';
import type { SignedIn } from '../session/sessions.js';
import { Sessions, STAFF } from '../session/sessions.js';
import type { SeenTicket } from '../tickets/ticket-access.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { ClientWindows } from './client-windows.js';
import type { LiveFact } from './facts.js';
import { factOf, LIVE_SCHEMAS } from './facts.js';
import { replay } from './replay.js';
import type { Viewer } from './viewer.js';

const HEARTBEAT_MS = 20_000;
const RESTART_MS = 1_000;
const WINDOWS_PER_USER = 20;

/** One reader of the event stream per gateway, told on to every open window that may see it. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveHub.name);
  private readonly viewers = new Set<Viewer>();
  private readonly stopping = new AbortController();
  private heartbeat?: NodeJS.Timeout;
  private reading?: Promise<void>;
  /** Sequence of the last fact seen; unknown until one comes. */
  private head?: number;

  constructor(
    private readonly feed: EventFeed,
    private readonly sessions: Sessions,
    private readonly access: TicketAccess,
    private readonly clients: ClientWindows,
  ) {}

  onApplicationBootstrap(): void {
    this.reading = this.follow();
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT_MS);
  }

  /** Open streams would keep the server from closing. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeat);
    this.stopping.abort();
    for (const { stream } of this.viewers) stream.close();
    this.clients.close();
    await this.reading;
  }

  /** @throws TOO_MANY_STREAMS */
  admit(session: SignedIn): void {
    const windows = [...this.viewers].filter((viewer) => viewer.session.user.id === session.user.id).length;
    if (windows >= WINDOWS_PER_USER) throw new AppError('TOO_MANY_STREAMS', 'unavailable');
  }

  /** Tells the viewer what was stored after `lastEventId`, then what comes, until `leave`. */
  async join(viewer: Viewer, lastEventId: number | undefined): Promise<void> {
    if (this.stopping.signal.aborted) return viewer.stream.close();
    if (lastEventId !== undefined) viewer.hold();
    this.viewers.add(viewer);
    if (lastEventId === undefined) return;
    const complete = await replay({
      feed: this.feed,
      after: lastEventId,
      head: () => this.head,
      signal: this.stopping.signal,
      tell: (fact) => this.pass(fact, viewer, (seen) => viewer.tell(seen)),
    });
    if (!complete) viewer.reload();
    viewer.release();
  }

  leave(viewer: Viewer): void {
    this.viewers.delete(viewer);
  }

  /** Keeps proxies from closing quiet streams, and closes those of people who signed out. */
  async beat(): Promise<void> {
    await Promise.all([...[...this.viewers].map((viewer) => this.check(viewer)), this.clients.beat()]);
  }

  private async check(viewer: Viewer): Promise<void> {
    try {
      viewer.session = await this.sessions.findFresh(STAFF, viewer.session.token);
      if (!maySee(viewer.session)) return viewer.stream.close();
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unauthenticated') return viewer.stream.close();
      // The directory is away for a moment: the window stays open.
    }
    viewer.stream.beat();
  }

  /** Before anything else is told: whose sessions ended or rights changed is not told with those of before. */
  private async look(agencyId: string, { holderId, client }: AccessChanged): Promise<void> {
    this.sessions.forgetAll();
    if (client) return this.clients.look(agencyId, holderId);
    const theirs = [...this.viewers].filter(
      ({ session }) => session.agencyId === agencyId && session.user.id === holderId,
    );
    await Promise.all(theirs.map((viewer) => this.check(viewer)));
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        for await (const item of this.feed.read({
          schemas: [...LIVE_SCHEMAS, AccessChangedSchema],
          afterSequence: this.head,
          signal,
        })) {
          if (isMessage(item.message, AccessChangedSchema)) {
            this.head = item.meta.sequence;
            await this.look(item.meta.agencyId, item.message);
            continue;
          }
          const fact = factOf(item);
          if (fact) this.dispatch(fact);
        }
      } catch (error) {
        this.logger.warn(`the event feed broke, reading on: ${String(error)}`);
      }
      await delay(RESTART_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private dispatch(fact: LiveFact): void {
    this.head = fact.sequence;
    if (fact.ticket) this.access.remember(fact.agencyId, fact.ticketId, fact.ticket);
    for (const viewer of this.viewers) this.pass(fact, viewer, (seen) => viewer.offer(seen));
    this.clients.tell(fact);
  }

  /** Gives the fact on if its agency is the viewer's and its ticket, or its module, is one the viewer sees. */
  private pass(fact: LiveFact, { session }: Viewer, give: (fact: LiveFact) => void): void {
    if (fact.agencyId !== session.agencyId || modulesWith(session, 'view').length === 0) return;
    if (fact.module !== undefined) {
      if (has(session, 'view', fact.module)) give(fact);
      return;
    }
    if (fact.gone || seesAll(session)) return give(fact);
    const ticket = fact.ticket ?? this.access.known(fact.agencyId, fact.ticketId);
    if (ticket) {
      if (sees(session, ticket)) give(fact);
      return;
    }
    // Rare: a message about a ticket not seen since this gateway was started.
    this.access.head(session, fact.ticketId).then(
      () => give(fact),
      () => undefined,
    );
  }
}

const maySee = (session: SignedIn): boolean =>
  !session.secondFactorMissing && modulesWith(session, 'view').length > 0;

function seesAll(session: SignedIn): boolean {
  return modulesWith(session, 'view').length === TICKET_MODULES.length && !isAttachedOnly(session);
}

function sees(session: SignedIn, { module, staffIds }: SeenTicket): boolean {
  if (!has(session, 'view', module)) return false;
  if (!isAttachedOnly(session)) return true;
  return [session.user.id, ...session.standsInFor].some((id) => staffIds.includes(id));
}
