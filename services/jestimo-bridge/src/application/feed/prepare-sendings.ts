import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { createHmac, randomUUID } from 'node:crypto';
import type { Feed } from '../../domain/feed/feed.js';
import type { FeedRecord, Figures } from '../../domain/feed/record.js';
import { opFor, recordOf, rentFigures, saidOf, saleFigures } from '../../domain/feed/record.js';
import type { Sale } from '../../domain/values/base.js';
import { oldestDay } from '../../domain/values/days.js';
import type { ListedTenancy } from '../ports/base.js';
import { Base } from '../ports/base.js';
import { EstimationProvider } from '../ports/partner.js';
import { SealedSecrets } from '../ports/sealed-secrets.js';
import type { SendingItem } from '../ports/stores.js';
import { Sendings, SentRecords } from '../ports/stores.js';
import { Positions } from '../positions.js';
import { keyPlace } from './feed-settings.handler.js';

/** Of the directory's answers: whole files of units. */
const UNITS_AT_ONCE = 20;
const SALES_AT_ONCE = 100;

interface Candidate {
  unitId: string;
  figures: Figures;
}

/** Between two pages; false: the feed is in other hands, or off. */
export type KeepOn = () => Promise<boolean>;

/** Chooses what the partner is to be told as of a day, and writes it down as the bytes that will be sent. */
@Injectable()
export class PrepareSendings {
  constructor(
    private readonly base: Base,
    private readonly positions: Positions,
    private readonly partner: EstimationProvider,
    private readonly records: SentRecords,
    private readonly sendings: Sendings,
    private readonly secrets: SealedSecrets,
    private readonly clock: Clock,
  ) {}

  /** False: others took it over. */
  async execute(feed: Feed, day: string, keepOn: KeepOn): Promise<boolean> {
    for await (const page of this.pages(feed, day)) {
      if (!(await keepOn())) return false;
      if (!(await this.write(feed, day, page))) return false;
    }
    return true;
  }

  private async *pages(feed: Feed, day: string): AsyncGenerator<Candidate[]> {
    const { agencyId, entityId } = feed;
    const seen = new Set<string>();
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await this.base.tenancies(agencyId, entityId, cursor);
      yield await this.rents(agencyId, page.items, seen, day);
      cursor = page.next;
    }
    const sales = [...(await this.newestSales(agencyId, entityId, day)).values()];
    for (let from = 0; from < sales.length; from += SALES_AT_ONCE) {
      const some = sales.slice(from, from + SALES_AT_ONCE);
      yield some.map((sale) => ({ unitId: sale.unitId, figures: saleFigures(sale) }));
    }
  }

  /** By unit: it is signed again when the first buyer stepped back. */
  private async newestSales(agencyId: string, entityId: string, day: string): Promise<Map<string, Sale>> {
    const newest = new Map<string, Sale>();
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = await this.base.sales(agencyId, entityId, oldestDay(day), cursor);
      for (const sale of page.items.filter(({ signedOn }) => signedOn <= day)) {
        if (sale.signedOn >= (newest.get(sale.unitId)?.signedOn ?? '')) newest.set(sale.unitId, sale);
      }
      cursor = page.next;
    }
    return newest;
  }

  private async rents(
    agencyId: string,
    tenancies: readonly ListedTenancy[],
    seen: Set<string>,
    day: string,
  ): Promise<Candidate[]> {
    const candidates: Candidate[] = [];
    for (const tenancy of tenancies) {
      const { unitId } = tenancy;
      if (!unitId || seen.has(unitId)) continue;
      seen.add(unitId);
      const all = tenancy.shared ? await this.base.tenanciesOf(agencyId, unitId) : [tenancy];
      const figures = rentFigures(all, day);
      if (figures) candidates.push({ unitId, figures });
    }
    return candidates;
  }

  private async write(feed: Feed, day: string, page: readonly Candidate[]): Promise<boolean> {
    const { agencyId, entityId } = feed;
    const [first] = page;
    if (!first) return true;
    const ids = page.map(({ unitId }) => unitId);
    const said = await this.records.said(agencyId, entityId, first.figures.kind, ids);
    const due = page.flatMap((one) => {
      const op = opFor(one.figures, day, said.get(one.unitId));
      return op ? [{ ...one, op }] : [];
    });
    const items: SendingItem[] = [];
    const records: FeedRecord[] = [];
    const key = this.secrets.open(feed.sealedKey, keyPlace(agencyId, entityId));
    for (let from = 0; from < due.length; from += UNITS_AT_ONCE) {
      const some = due.slice(from, from + UNITS_AT_ONCE);
      const units = await this.base.units(
        agencyId,
        some.map(({ unitId }) => unitId),
      );
      for (const { unitId, figures, op } of some) {
        const unit = units.get(unitId);
        if (!unit?.kind) continue;
        const position = await this.positions.of(unit.building?.place);
        records.push(recordOf(idFor(key, unitId), op, { ...unit, kind: unit.kind }, position, figures));
        items.push({ unitId, kind: figures.kind, said: saidOf(figures) });
      }
    }
    if (records.length === 0) return true;
    const id = randomUUID();
    return this.sendings.add({
      ...{ id, agencyId, entityId, day, items, seq: await this.sendings.nextSeq(agencyId, entityId) },
      bytes: this.partner.encode(id, day, records),
      ...{ state: 'WAITING', attempts: 0, madeAt: this.clock.now(), sentAt: undefined, failureCode: '' },
    });
  }
}

/** `partners.md`: HMAC-SHA256(entity key, unit id). */
const idFor = (key: string, unitId: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64')).update(unitId).digest('hex');
