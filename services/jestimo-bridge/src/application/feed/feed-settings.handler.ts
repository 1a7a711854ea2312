import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Feed } from '../../domain/feed/feed.js';
import { EntityNotFound, FeedOff, NotConfigured } from '../../domain/values/errors.js';
import { AccountsHandler } from '../accounts/accounts.handler.js';
import type { Caller } from '../caller.js';
import type { Entity } from '../ports/base.js';
import { Base } from '../ports/base.js';
import { EstimationProvider } from '../ports/partner.js';
import { SealedSecrets } from '../ports/sealed-secrets.js';
import type { FeedChange, SendingLine } from '../ports/stores.js';
import { Feeds, Sendings, SentRecords } from '../ports/stores.js';

const KEY_BYTES = 32;
const LISTED = 50;

export interface FeedLine {
  entity: Entity;
  /** Absent: nobody ever chose it. */
  feed: Feed | undefined;
  knownRecords: number;
}

export const keyPlace = (agencyId: string, entityId: string): string =>
  `jestimo feed ${agencyId} ${entityId}`;

/** Manual, "Export Jestimo": chosen by entity, begun by hand, its last sending shown. */
@Injectable()
export class FeedSettingsHandler {
  constructor(
    private readonly base: Base,
    private readonly feeds: Feeds,
    private readonly sendings: Sendings,
    private readonly records: SentRecords,
    private readonly accounts: AccountsHandler,
    private readonly partner: EstimationProvider,
    private readonly secrets: SealedSecrets,
    private readonly clock: Clock,
  ) {}

  async list({ agencyId }: Caller): Promise<FeedLine[]> {
    const [entities, feeds] = await Promise.all([this.base.entities(agencyId), this.feeds.list(agencyId)]);
    return Promise.all(
      entities.map((entity) =>
        this.lineOf(
          agencyId,
          entity,
          feeds.find(({ entityId }) => entityId === entity.id),
        ),
      ),
    );
  }

  listSendings({ agencyId }: Caller, entityId: string): Promise<SendingLine[]> {
    return this.sendings.list(agencyId, entityId, LISTED);
  }

  /** Repeated it says the same. Off: what waits is dropped, and begins by hand again. @throws EntityNotFound */
  async set(caller: Caller, entityId: string, enabled: boolean): Promise<FeedLine> {
    const { agencyId, userId } = caller;
    const entity = await this.entity(agencyId, entityId);
    const off = { enabled, initialised: false, nextAt: undefined, failure: undefined };
    const feed = await this.feeds.set(this.fresh(agencyId, entityId, userId), enabled ? { enabled } : off);
    if (!enabled) await this.sendings.dropWaiting(agencyId, entityId);
    return this.lineOf(agencyId, entity, feed);
  }

  /** "Initialisation à J-1". Asked again, it looks for what was not given yet. */
  async initialise({ agencyId, userId }: Caller, entityId: string): Promise<FeedLine> {
    await this.enabled(agencyId, entityId);
    if (!this.partner.isConfigured) throw new NotConfigured();
    await this.accounts.credentials(agencyId, userId);
    return this.due(agencyId, entityId, { userId, initialised: true, sentThrough: '' });
  }

  async retry({ agencyId }: Caller, entityId: string): Promise<FeedLine> {
    await this.enabled(agencyId, entityId);
    return this.due(agencyId, entityId, {});
  }

  private async due(agencyId: string, entityId: string, change: FeedChange): Promise<FeedLine> {
    const entity = await this.entity(agencyId, entityId);
    const feed = await this.feeds.set(this.fresh(agencyId, entityId, ''), {
      ...change,
      ...{ nextAt: this.clock.now(), failure: undefined },
    });
    return this.lineOf(agencyId, entity, feed);
  }

  private async enabled(agencyId: string, entityId: string): Promise<void> {
    const feed = await this.feeds.find(agencyId, entityId);
    if (!feed?.enabled) throw new FeedOff();
  }

  private async entity(agencyId: string, entityId: string): Promise<Entity> {
    const found = (await this.base.entities(agencyId)).find(({ id }) => id === entityId);
    if (!found) throw new EntityNotFound();
    return found;
  }

  private async lineOf(agencyId: string, entity: Entity, feed: Feed | undefined): Promise<FeedLine> {
    return { entity, feed, knownRecords: feed ? await this.records.count(agencyId, entity.id) : 0 };
  }

  private fresh(agencyId: string, entityId: string, userId: string): Feed {
    const key = randomBytes(KEY_BYTES).toString('base64');
    return {
      ...{ agencyId, entityId, userId, enabled: false, initialised: false, sentThrough: '' },
      sealedKey: this.secrets.seal(key, keyPlace(agencyId, entityId)),
      ...{ lastSentAt: undefined, lastRecords: 0, failure: undefined, nextAt: undefined },
    };
  }
}
