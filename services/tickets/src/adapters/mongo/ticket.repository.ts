import { DUPLICATE_KEY, OutboxRelay, VersionConflict, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { mongo } from 'mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type { Caller } from '../../application/running/caller.js';
import type { CommandTarget } from '../../application/running/command-target.js';
import { DueAlarm } from '../../application/timers/due-alarm.js';
import { Tickets } from '../../application/ports/tickets.js';
import type { NewTicket, TicketChange, TicketRecord } from '../../application/ports/tickets.js';
import { nextDueAt } from '../../domain/ticket/ticket.js';
import { TicketNumbers } from './ticket-numbers.js';
import { readerKey, toNewFields, toRecord, toStateFields } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

/** How many commands back a repetition is recognised. */
const COMMANDS_KEPT = 50;

@Injectable()
export class TicketRepository extends Tickets {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketFields>,
    private readonly numbers: TicketNumbers,
    private readonly relay: OutboxRelay,
    private readonly alarm: DueAlarm,
  ) {
    super();
  }

  takeNumbers(agencyId: string, count: number): Promise<number> {
    return this.numbers.take(agencyId, count);
  }

  async add(ticket: NewTicket): Promise<boolean> {
    return (await this.addAll([ticket])) === 1;
  }

  async addAll(tickets: readonly NewTicket[]): Promise<number> {
    const added = await this.insert(tickets.map(toNewFields));
    this.tellOf(tickets);
    return added;
  }

  async find(caller: Caller, ticketId: string): Promise<TicketRecord | undefined> {
    const found = await this.model.findOne(visible(caller, ticketId)).lean<TicketFields>();
    return found ? toRecord(found) : undefined;
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
    if ((await this.saveAll([change])) === 0) throw new VersionConflict(change.record.ticket.details.id);
  }

  async saveAll(changes: readonly TicketChange[]): Promise<number> {
    if (changes.length === 0) return 0;
    const { matchedCount } = await this.write(changes.map(toUpdate));
    this.tellOf(changes);
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

  /** Unordered: one known origin does not keep the others out. */
  private async insert(documents: TicketFields[]): Promise<number> {
    try {
      return (await this.write(documents.map((document) => ({ insertOne: { document } })))).insertedCount;
    } catch (error) {
      if (error instanceof mongo.MongoBulkWriteError && onlyKnownOrigins(error)) return error.insertedCount;
      throw error;
    }
  }

  /** By the driver itself: the mapper made plain fields, and casting each of them again is most of the work. */
  private write(operations: mongo.AnyBulkWriteOperation<TicketFields>[]): Promise<mongo.BulkWriteResult> {
    return this.model.collection.bulkWrite(operations as mongo.AnyBulkWriteOperation[], {
      ordered: false,
      ignoreUndefined: true,
    });
  }

  /** Also of those that were not saved: looking for nothing does no harm. */
  private tellOf(changes: readonly TicketChange[]): void {
    for (const { record, outgoing } of changes) {
      if (outgoing.length > 0) this.relay.notify(record.ticket.details.id);
      const dueAt = nextDueAt(record.ticket);
      if (dueAt) this.alarm.set(dueAt);
    }
  }
}

/** With its version check. */
function toUpdate(change: TicketChange): mongo.AnyBulkWriteOperation<TicketFields> {
  const { record, entries, outgoing, readBy, at, staffIds } = change;
  const { id, agencyId } = record.ticket.details;
  const { nextDueAt: dueAt, closedAt, ...state } = toStateFields(record);
  const outbox = pushToOutbox(outgoing, at);
  const update = {
    $set: {
      ...state,
      ...outbox.$set,
      ...(readBy ? { [`reads.${readerKey(readBy)}`]: state.news } : {}),
      ...(dueAt ? { nextDueAt: dueAt } : {}),
      ...(closedAt ? { closedAt } : {}),
      ...(staffIds ? { staffIds } : {}),
    },
    $push: { history: { $each: entries }, ...outbox.$push },
    // The sweep's index holds only tickets that wait for something.
    ...unset({ nextDueAt: dueAt, closedAt }),
  };
  const filter = { _id: id, agencyId, version: record.version - 1 };
  return { updateOne: { filter, update: update as mongo.UpdateFilter<TicketFields> } };
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

/** The driver gives a single failure bare. */
function onlyKnownOrigins({ writeErrors }: mongo.MongoBulkWriteError): boolean {
  const failures: mongo.WriteError[] = [writeErrors].flat();
  return failures.every(({ code, errmsg }) => code === DUPLICATE_KEY && errmsg?.includes(' index: origin '));
}
