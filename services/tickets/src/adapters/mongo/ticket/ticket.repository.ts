import {
  DUPLICATE_KEY,
  OutboxRelay,
  VersionConflict,
  batched,
  insertNew,
  pushToOutbox,
} from '@intervia/mongo';
import type { OutboxEntry } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter, mongo } from 'mongoose';
import type { Caller } from '../../../application/running/caller.js';
import type { CommandTarget } from '../../../application/running/command-target.js';
import { DueAlarm } from '../../../application/timers/due-alarm.js';
import { Tickets } from '../../../application/ports/tickets.js';
import type {
  NewTicket,
  TicketChange,
  TicketHead,
  TicketPage,
  TicketPart,
  TicketRecord,
} from '../../../application/ports/tickets.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import { nextDueAt } from '../../../domain/ticket/ticket.js';
import { TicketPages } from './ticket-pages.js';
import { TicketNumbers } from '../numbers/ticket-numbers.js';
import { readerKey, toEntry, toNewFields, toRecord, toStateFields } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

/** How many commands back a repetition is recognised. */
const COMMANDS_KEPT = 50;

@Injectable()
export class TicketRepository extends Tickets {
  private readonly insert = batched((documents: readonly TicketFields[]) =>
    insertNew(this.model, documents, isKnownOrigin),
  );

  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketFields>,
    private readonly numbers: TicketNumbers,
    private readonly pages: TicketPages,
    private readonly relay: OutboxRelay,
    private readonly alarm: DueAlarm,
  ) {
    super();
  }

  takeNumbers(agencyId: string, count: number): Promise<number> {
    return this.numbers.take(agencyId, count);
  }

  add(ticket: NewTicket): Promise<boolean> {
    return this.addOne(ticket);
  }

  async addAll(tickets: readonly NewTicket[]): Promise<number> {
    const added = await Promise.all(tickets.map((ticket) => this.addOne(ticket)));
    return added.filter(Boolean).length;
  }

  private async addOne(ticket: NewTicket): Promise<boolean> {
    const fields = toNewFields(ticket);
    const isNew = await this.insert(fields);
    if (isNew) this.relay.publish(fields._id, fields.outbox);
    this.wake(ticket);
    return isNew;
  }

  async find(caller: Caller, ticketId: string): Promise<TicketRecord | undefined> {
    const found = await this.model.findOne(visible(caller, ticketId)).lean<TicketFields>();
    return found ? toRecord(found) : undefined;
  }

  async findHead(caller: Caller, ticketId: string): Promise<TicketHead | undefined> {
    const found = await this.model
      .findOne(visible(caller, ticketId), {
        agencyId: 1,
        version: 1,
        'details.module': 1,
        'details.place': 1,
      })
      .lean<Pick<TicketFields, '_id' | 'agencyId' | 'version' | 'details'>>();
    if (!found) return undefined;
    const { _id: id, agencyId, version, details } = found;
    return { id, agencyId, version, module: details.module, place: details.place };
  }

  async pageBefore(
    ticket: { readonly agencyId: string; readonly ticketId: string },
    part: TicketPart,
    before: number,
  ): Promise<Omit<TicketPage, 'part'> | undefined> {
    const page = await this.pages.before(ticket, part, before);
    if (!page || part !== 'history') return page;
    return { ...page, entries: page.entries.map((entry) => toEntry(entry as HistoryEntry)) };
  }

  async findByOrigin(agencyId: string, origin: string): Promise<TicketRecord | undefined> {
    const found = await this.model
      .findOne({ agencyId, origin, deletion: { $exists: false } })
      .lean<TicketFields>();
    return found ? toRecord(found) : undefined;
  }

  async knownOrigins(agencyId: string, origins: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await this.model
      .find({ agencyId, origin: { $in: origins } }, { origin: 1 })
      .lean<Pick<TicketFields, 'origin'>[]>();
    return new Set(found.map(({ origin }) => origin));
  }

  async save(change: TicketChange): Promise<void> {
    const { id } = change.record.ticket.details;
    await this.pages.write(change.record, change.moved);
    const { filter, update, written } = toUpdate(change);
    // By the driver itself: the mapper made plain fields, and casting each of them again is most of the work.
    const before = await this.model.collection.findOneAndUpdate(filter, update, {
      projection: { outbox: 1 },
      ignoreUndefined: true,
    });
    if (!before) throw new VersionConflict(id);
    this.relay.publish(id, written, before['outbox'] as OutboxEntry[]);
    this.wake(change);
  }

  async saveAll(changes: readonly TicketChange[]): Promise<number> {
    if (changes.length === 0) return 0;
    await Promise.all(changes.map(({ record, moved }) => this.pages.write(record, moved)));
    const { matchedCount } = await this.model.collection.bulkWrite(
      changes.map(toUpdate).map(({ filter, update }) => ({ updateOne: { filter, update } })),
      { ordered: false, ignoreUndefined: true },
    );
    for (const change of changes) {
      // Also of those that were not saved: looking for nothing does no harm.
      if (change.outgoing.length > 0) this.relay.notify(change.record.ticket.details.id);
      this.wake(change);
    }
    return matchedCount;
  }

  async markRead(caller: Caller, ticketId: string): Promise<boolean> {
    const ticket = visible(caller, ticketId);
    const found = await this.model.findOne(ticket, { news: 1 }).lean<Pick<TicketFields, 'news'>>();
    if (!found) return false;
    // No version check: it is no change of the ticket. What arrives meanwhile stays unread.
    await this.model.updateOne(ticket, { $set: { [`reads.${readerKey(caller.actor.id)}`]: found.news } });
    return true;
  }

  async addTimeSpent(target: CommandTarget, seconds: number): Promise<number | undefined> {
    const ticket = visible(target, target.ticketId);
    await this.model.updateOne(
      { ...ticket, timeCommands: { $ne: target.commandId } },
      {
        $inc: { timeSpentSeconds: seconds },
        $push: { timeCommands: { $each: [target.commandId], $slice: -COMMANDS_KEPT } },
      },
    );
    const found = await this.model
      .findOne(ticket, { timeSpentSeconds: 1 })
      .lean<Pick<TicketFields, 'timeSpentSeconds'>>();
    return found?.timeSpentSeconds;
  }

  async moveStaff(
    agencyId: string,
    { buildingId, unitId }: { buildingId: string; unitId: string },
    staffIds: readonly string[],
  ): Promise<void> {
    const place = unitId
      ? { 'details.place.unitId': unitId }
      : { 'details.place.unitId': '', 'details.place.buildingId': buildingId };
    await this.model.updateMany({ agencyId, ...place }, { $set: { staffIds } });
  }

  private wake({ record }: TicketChange): void {
    const dueAt = nextDueAt(record.ticket);
    if (dueAt) this.alarm.set(dueAt);
  }
}

interface TicketUpdate {
  readonly filter: mongo.Filter<mongo.BSON.Document>;
  readonly update: mongo.UpdateFilter<mongo.BSON.Document>;
  /** What it adds to the outbox. */
  readonly written: readonly OutboxEntry[];
}

/** With its version check. */
function toUpdate(change: TicketChange): TicketUpdate {
  const { record, entries, moved, outgoing, readBy, at, staffIds } = change;
  const { id, agencyId } = record.ticket.details;
  const { nextDueAt: dueAt, closedAt, ...state } = toStateFields(record);
  const outbox = pushToOutbox(outgoing, at);
  const update: object = {
    $set: {
      ...state,
      ...outbox.$set,
      ...(readBy ? { [`reads.${readerKey(readBy)}`]: state.news } : {}),
      ...(dueAt ? { nextDueAt: dueAt } : {}),
      ...(closedAt ? { closedAt } : {}),
      ...(staffIds ? { staffIds } : {}),
      ...(moved.length > 0 ? { history: [...record.history] } : {}),
    },
    $push: { ...(moved.length > 0 ? {} : { history: { $each: entries } }), ...outbox.$push },
    // The sweep's index holds only tickets that wait for something.
    ...unset({ nextDueAt: dueAt, closedAt }),
  };
  const filter: object = { _id: id, agencyId, version: record.version - 1 };
  return { filter, update, written: outbox.$push?.outbox.$each ?? [] };
}

/** Nothing is left of a deleted ticket but its tombstone; an attached user sees the tickets of its places only. */
export function visible(caller: Caller, ticketId: string): QueryFilter<TicketFields> {
  const { agencyId, actor, attachedOnly, standsInFor } = caller;
  return {
    _id: ticketId,
    agencyId,
    deletion: { $exists: false },
    ...(attachedOnly ? { staffIds: { $in: [actor.id, ...standsInFor] } } : {}),
  };
}

function unset(fields: Record<string, unknown>): { $unset?: Record<string, 1> } {
  const absent = Object.keys(fields).filter((name) => fields[name] === undefined);
  return absent.length > 0 ? { $unset: Object.fromEntries(absent.map((name) => [name, 1 as const])) } : {};
}

/** The same origin is the same ticket. */
function isKnownOrigin({ code, errmsg }: mongo.WriteError): boolean {
  return code === DUPLICATE_KEY && (errmsg?.includes(' index: origin ') ?? false);
}
