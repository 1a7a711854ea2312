import { Clock } from '@intervia/clock';
import { addParisDays, parisDay, startOfNextParisDay } from '@intervia/french';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Failure, Feed } from '../../domain/feed/feed.js';
import { retryDelayMs } from '../../domain/feed/feed.js';
import { AccountMissing, NotConfigured, PartnerFailure } from '../../domain/values/errors.js';
import { AccountsHandler } from '../accounts/accounts.handler.js';
import { EstimationProvider } from '../ports/partner.js';
import { Feeds, Sendings } from '../ports/stores.js';
import { DeliverSendings } from './deliver-sendings.js';
import { PrepareSendings } from './prepare-sendings.js';

/** Longer than the partner's time-outs of one sending: what is in hand is kept before each. */
const LEASE_MS = 180_000;

/** Takes up every feed that is due, one replica each: what waits goes first, then what the day brought. */
@Injectable()
export class FeedSweepHandler {
  private readonly logger = new Logger(FeedSweepHandler.name);
  private readonly holder = randomUUID();

  constructor(
    private readonly feeds: Feeds,
    private readonly sendings: Sendings,
    private readonly prepare: PrepareSendings,
    private readonly deliver: DeliverSendings,
    private readonly accounts: AccountsHandler,
    private readonly partner: EstimationProvider,
    private readonly clock: Clock,
  ) {}

  async execute(stopping?: AbortSignal): Promise<void> {
    while (!stopping?.aborted) {
      const feed = await this.feeds.claimDue(this.clock.now(), {
        holder: this.holder,
        until: this.leaseEnd(),
      });
      if (!feed) return;
      try {
        await this.bringUpToDate(feed, stopping);
      } catch (error) {
        await this.fail(feed, error);
      } finally {
        await this.feeds.release(feed, this.holder);
      }
    }
  }

  private async bringUpToDate(feed: Feed, stopping: AbortSignal | undefined): Promise<void> {
    const { agencyId, entityId, userId } = feed;
    if (!this.partner.isConfigured) throw new NotConfigured();
    const credentials = await this.accounts.credentials(agencyId, userId);
    const keepOn = async (): Promise<boolean> =>
      !stopping?.aborted && (await this.feeds.keep(feed, this.holder, this.leaseEnd()));
    // As of yesterday: a day is given when it is over (manual, "Initialisation à J-1", then daily).
    const now = this.clock.now();
    const day = parisDay(addParisDays(now, -1));
    if (!(await this.deliver.execute(feed, credentials, keepOn))) return;
    if (feed.sentThrough < day) {
      if (!(await this.prepare.execute(feed, day, keepOn))) return;
      if (!(await this.deliver.execute(feed, credentials, keepOn))) return;
    }
    const last = await this.sendings.lastSent(agencyId, entityId);
    await this.feeds.change(feed, this.holder, {
      ...{ sentThrough: day, failure: undefined, nextAt: startOfNextParisDay(now) },
      ...(last && { lastSentAt: last.sentAt, lastRecords: last.records }),
    });
  }

  private async fail(feed: Feed, error: unknown): Promise<void> {
    const now = this.clock.now();
    const failure: Failure = { code: codeOf(error), at: now, count: (feed.failure?.count ?? 0) + 1 };
    const retryAfter = error instanceof PartnerFailure ? error.retryAfterSeconds : undefined;
    const nextAt = new Date(now.getTime() + retryDelayMs(failure.count, retryAfter));
    this.logger.warn(
      { err: error, agencyId: feed.agencyId, entityId: feed.entityId, nextAt },
      'feed not sent, tried again',
    );
    await this.feeds.change(feed, this.holder, { failure, nextAt });
  }

  private readonly leaseEnd = (): Date => new Date(this.clock.now().getTime() + LEASE_MS);
}

function codeOf(error: unknown): Failure['code'] {
  if (error instanceof PartnerFailure) return error.code;
  if (error instanceof AccountMissing) return 'JESTIMO_ACCOUNT_MISSING';
  if (error instanceof NotConfigured) return 'JESTIMO_NOT_CONFIGURED';
  return 'INTERNAL';
}
