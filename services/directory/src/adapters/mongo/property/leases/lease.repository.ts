import { Clock } from '@intervia/clock';
import { pushToOutbox, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type {
  CafKey,
  CafSearch,
  LeaseChange,
  LeasePage,
  LeaseRecord,
  LeaseSearch,
  Page,
} from '../../../../application/ports/property/leases.js';
import { Leases } from '../../../../application/ports/property/leases.js';
import type { Command, PropertyEvent } from '../../../../application/publishing/property-events.js';
import { handledAs } from '../../../../application/tenancy/lease-commands.js';
import { AID_FUNDS } from '../../../../domain/property/lease.js';
import type { LeaseFile } from '../../../../domain/property/lease.js';
import { allocataireForms } from '../../../../domain/tenancy/allocataire.js';
import { toOutgoing } from '../../../proto/property-events.js';
import { startingWith } from '../../published.js';
import { leaseKeys, toLease } from './lease.mapper.js';
import type { LeaseDocument } from './lease.schema.js';
import { LEASE } from './lease.schema.js';
import { writeAll } from '../accounting/account-journal.js';
import { decodeCursor, pageOf } from '../page.js';
import { documentId, MOST_HANDLED } from '../record.schema.js';
import { LeaseRelay } from '../relays.js';

/** A unit has had a few; the answer of a read stays bounded. */
const MOST_AROUND = 2_000;

@Injectable()
export class LeaseRepository extends Leases {
  constructor(
    @InjectModel(LEASE) private readonly model: Model<LeaseDocument>,
    private readonly relay: LeaseRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(agencyId: string, id: string): Promise<LeaseRecord | undefined> {
    const found = await this.model.findOne({ agencyId, id }).lean<LeaseDocument>();
    return found ? { lease: toLease(found), handled: found.handled ?? [] } : undefined;
  }

  async save(lease: LeaseFile, command: Command, events: readonly PropertyEvent[]): Promise<LeaseFile> {
    const { agencyId } = command;
    const now = this.clock.now();
    const saved = { ...lease, version: lease.version + 1 };
    const outbox = pushToOutbox(
      events.map((event) => toOutgoing(agencyId, withVersion(event, saved), now)),
      now,
    );
    const { matchedCount } = await this.model.updateOne(
      { agencyId, id: lease.id, version: lease.version },
      {
        $set: { ...leaseKeys(saved), version: saved.version, unsettled: true, ...outbox.$set },
        $push: { handled: { $each: [handledAs(command)], $slice: -MOST_HANDLED }, ...outbox.$push },
      },
    );
    if (matchedCount === 0) throw new VersionConflict(lease.id);
    this.relay.notify(documentId(agencyId, lease.id));
    return saved;
  }

  async ofIds(agencyId: string, ids: readonly string[]): Promise<LeaseFile[]> {
    const found = await this.model.find({ agencyId, id: { $in: ids } }).lean<LeaseDocument[]>();
    return found.map(toLease);
  }

  async saveAll(agencyId: string, changes: readonly LeaseChange[]): Promise<void> {
    const now = this.clock.now();
    const updates = changes.map(({ lease, events }) => {
      const saved = { ...lease, version: lease.version + 1 };
      const { $set, $push } = pushToOutbox(
        events.map((event) => toOutgoing(agencyId, withVersion(event, saved), now)),
        now,
      );
      return {
        filter: { _id: documentId(agencyId, lease.id), agencyId, version: lease.version },
        update: {
          $set: { ...leaseKeys(saved), version: saved.version, ...$set },
          ...($push ? { $push } : {}),
        },
      };
    });
    const written = await writeAll(this.model, updates);
    for (const { filter } of updates) this.relay.notify(filter._id);
    if (written < updates.length) throw new VersionConflict(changes[0]?.lease.id ?? '');
  }

  async unsettled(): Promise<{ agencyId: string; id: string }[]> {
    return this.model
      .find({ unsettled: true }, { _id: 0, agencyId: 1, id: 1 })
      .limit(MOST_AROUND)
      .lean<{ agencyId: string; id: string }[]>();
  }

  /** One that was changed again meanwhile has to be told again. */
  async settled(agencyId: string, { id, version }: LeaseFile): Promise<void> {
    await this.model.updateOne({ agencyId, id, version }, { $unset: { unsettled: 1 } });
  }

  async ofUnits(agencyId: string, unitIds: readonly string[], presentOnly: boolean): Promise<LeaseFile[]> {
    if (unitIds.length === 0) return [];
    const found = await this.model
      .find({ agencyId, unitId: { $in: unitIds }, ...(presentOnly ? { present: true } : {}) })
      .limit(MOST_AROUND)
      .lean<LeaseDocument[]>();
    return found.map(toLease);
  }

  async ofParties(agencyId: string, partyIds: readonly string[]): Promise<LeaseFile[]> {
    if (partyIds.length === 0) return [];
    const found = await this.model
      .find({ agencyId, partyIds: { $in: partyIds } })
      .limit(MOST_AROUND)
      .lean<LeaseDocument[]>();
    return found.map(toLease);
  }

  async saveIndex(
    agencyId: string,
    index: ReadonlyMap<string, { words: readonly string[]; accountNumber: string }>,
  ): Promise<void> {
    await this.model.bulkWrite(
      [...index].map(([id, { words, accountNumber }]) => ({
        updateOne: { filter: { agencyId, id }, update: { $set: { words: [...words], accountNumber } } },
      })),
      { ordered: false },
    );
  }

  async search(agencyId: string, search: LeaseSearch): Promise<Page<LeaseFile>> {
    const { unitId, accountId, entityId, partyId, presentOnly, words, after, limit } = search;
    const found = await this.model
      .find({
        agencyId,
        ...(unitId ? { unitId } : {}),
        ...(accountId ? { accountId } : {}),
        ...(entityId ? { entityId } : {}),
        ...(partyId ? { partyIds: partyId } : {}),
        ...(presentOnly ? { present: true } : {}),
        ...(after ? { sortKey: { $lt: decodeCursor(after) } } : {}),
        ...startingWith(words),
      })
      .sort({ sortKey: -1 })
      .limit(limit + 1)
      .lean<LeaseDocument[]>();
    return pageOf(found, limit, ({ sortKey }) => sortKey, toLease);
  }

  async forCaf(agencyId: string, search: CafSearch): Promise<Page<LeaseFile>> {
    const { entityId, fund, presentOnly, after, limit } = search;
    const found = await this.model
      .find({
        agencyId,
        funds: fund || { $in: [...AID_FUNDS] },
        ...(entityId ? { entityId } : {}),
        ...(presentOnly ? { present: true } : {}),
        ...(after ? { id: { $gt: after } } : {}),
      })
      .sort({ id: 1 })
      .limit(limit + 1)
      .lean<LeaseDocument[]>();
    const items = found.slice(0, limit).map(toLease);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? '') : '' };
  }

  /** One query a kind of key: each has an index of its own. */
  async matching(agencyId: string, keys: readonly CafKey[]): Promise<LeaseFile[]> {
    const filled = (read: (key: CafKey) => string) => [...new Set(keys.map(read).filter(Boolean))];
    const accounts = filled(({ accountNumber }) => accountNumber);
    const wanted: [keyof LeaseDocument, string[]][] = [
      ['cafNumbers', filled(({ cafNumber }) => cafNumber)],
      ['allocataires', filled(({ allocataireNumber }) => allocataireNumber).flatMap(allocataireForms)],
      ['accountNumber', accounts],
      ['sharerAccounts', accounts],
    ];
    const found = await Promise.all(
      wanted
        .filter(([, values]) => values.length > 0)
        .map(([field, values]) =>
          this.model
            .find({ agencyId, [field]: { $in: values } })
            .limit(MOST_AROUND)
            .lean<LeaseDocument[]>(),
        ),
    );
    return [...new Map(found.flat().map((document) => [document.id, toLease(document)])).values()];
  }

  async withAlarms(agencyId: string, until: string, { after, limit }: LeasePage): Promise<Page<LeaseFile>> {
    const [day = '', id = ''] = after ? decodeCursor(after).split(' ') : [];
    const found = await this.model
      .find({
        agencyId,
        nextAlarmOn: { $gt: '', $lte: until },
        // The day of the last one seen again, and of it only those that come after.
        ...(after
          ? {
              $and: [
                { nextAlarmOn: { $gte: day } },
                { $or: [{ nextAlarmOn: { $ne: day } }, { id: { $gt: id } }] },
              ],
            }
          : {}),
      })
      .sort({ nextAlarmOn: 1, id: 1 })
      .limit(limit + 1)
      .lean<LeaseDocument[]>();
    return pageOf(found, limit, (document) => `${document.nextAlarmOn ?? ''} ${document.id}`, toLease);
  }
}

/** Events tell the file as it is after them. */
function withVersion(event: PropertyEvent, lease: LeaseFile): PropertyEvent {
  if (event.type === 'RentRevised') return { ...event, lease };
  return 'tenant' in event ? { ...event, tenant: { ...event.tenant, lease } } : event;
}
