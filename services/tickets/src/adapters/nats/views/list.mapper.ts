import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  Criteria as CriteriaMessage,
  ListTicketsRequest,
  NextUpSchema,
  TicketRowSchema,
} from '@intervia/contracts';
import {
  Colour,
  ListSort,
  Module,
  Queue,
  SearchField,
  Show,
  Source,
  Status,
  TicketType,
  TimerKind,
  withOptions,
} from '@intervia/contracts';
import type { ListCriteria, ListRequest } from '../../../application/reading/list-tickets.query.js';
import type { TicketRow } from '../../../application/ports/ticket-list.js';
import type { NextUp } from '../../../domain/ticket/next-up.js';
import { nameOf, toDate } from '../from-proto.js';
import { toOptionsMessage, toTimestamp } from '../to-proto.js';

export function toListRequest(request: ListTicketsRequest): ListRequest {
  const { mine, search, cursor, limit } = request;
  return {
    module: nameOf(Module, request.module),
    mine,
    show: nameOf(Show, request.show) ?? 'OPEN',
    search,
    searchIn: nameOf(SearchField, request.searchIn),
    criteria: request.criteria && toCriteria(request.criteria),
    queue: nameOf(Queue, request.queue),
    sort: nameOf(ListSort, request.sort),
    cursor,
    limit,
  };
}

function toCriteria(message: CriteriaMessage): ListCriteria {
  const { buildingId, unitId, contractorPartyId, requesterPartyId, managerIds, urgent } = message;
  return {
    types: named(TicketType, message.types),
    // No ticket is ever REPLACED: that is a mission's.
    statuses: named(Status, message.statuses).filter((status) => status !== 'REPLACED'),
    sources: named(Source, message.sources),
    managerIds,
    buildingId,
    unitId,
    contractorPartyId,
    requesterPartyId,
    colour: nameOf(Colour, message.colour),
    urgent,
    openedFrom: toDate(message.openedFrom),
    openedBefore: toDate(message.openedBefore),
    ticketIds: message.ticketIds,
  };
}

function named<E extends object>(enumeration: E, values: readonly number[]) {
  return values.map((value) => nameOf(enumeration, value)).filter((name) => name !== undefined);
}

export function toRowMessage(row: TicketRow): MessageInitShape<typeof TicketRowSchema> {
  return {
    ...row,
    ...withOptions(toOptionsMessage(row.options)),
    type: TicketType[row.type],
    status: Status[row.status],
    colour: Colour[row.colour],
    module: Module[row.module],
    source: Source[row.source],
    openedAt: timestampFromDate(row.openedAt),
    modifiedAt: timestampFromDate(row.modifiedAt),
    closedAt: toTimestamp(row.closedAt),
    next: row.next && toNextUpMessage(row.next),
  };
}

function toNextUpMessage({ at, what }: NextUp): MessageInitShape<typeof NextUpSchema> {
  const due = { at: timestampFromDate(at) };
  return what === 'APPOINTMENT' ? { ...due, visit: true } : { ...due, timer: TimerKind[what] };
}
