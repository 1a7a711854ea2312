import type { DescEnum, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { ListTicketsRequestSchema } from '@intervia/contracts';
import {
  ColourSchema,
  ListSortSchema,
  Module,
  ModuleSchema,
  QueueSchema,
  SearchFieldSchema,
  ShowSchema,
  SourceSchema,
  StatusSchema,
  TicketTypeSchema,
} from '@intervia/contracts';
import { InvalidRequest } from '../../http/problem.js';
import { enumValue } from '../../mapping/enums.js';
import { callerOf } from '../../session/caller.js';
import { viewedModule } from '../../session/rights.js';
import type { SignedIn } from '../../session/sessions.js';
import type { TicketFilter } from '../opening/tickets.dto.js';

/** The same filters for the list, its print view and its exports. @throws ForbiddenAction */
export function listRequest(
  me: SignedIn,
  filter: TicketFilter,
  page: { cursor?: string; limit?: number },
): MessageInitShape<typeof ListTicketsRequestSchema> {
  const { mine, search, ids } = filter;
  return {
    caller: callerOf(me),
    module: listedModule(me, filter.module),
    mine,
    show: enumValue(ShowSchema, (filter.show ?? (ids ? 'all' : 'open')).toUpperCase()),
    search,
    queue: enumValue(QueueSchema, filter.queue),
    sort: enumValue(ListSortSchema, filter.sort),
    ...page,
    searchIn: enumValue(SearchFieldSchema, filter.searchIn),
    criteria: {
      types: values(TicketTypeSchema, filter.types),
      statuses: values(StatusSchema, filter.statuses),
      sources: values(SourceSchema, filter.sources),
      managerIds: filter.managerIds,
      buildingId: filter.buildingId,
      unitId: filter.unitId,
      contractorPartyId: filter.contractorId,
      requesterPartyId: filter.requesterId,
      colour: enumValue(ColourSchema, filter.colour),
      urgent: filter.urgent,
      openedFrom: moment(filter.openedFrom),
      openedBefore: moment(filter.openedBefore),
      ticketIds: ids,
    },
  };
}

/** Lists are of one module: the one asked for, else the only one that the user sees. @throws ForbiddenAction, INVALID_REQUEST */
export function listedModule(me: SignedIn, name: string | undefined): Module {
  const module = viewedModule(me, enumValue(ModuleSchema, name));
  if (module === Module.UNSPECIFIED) throw new InvalidRequest([{ field: 'module', code: 'REQUIRED' }]);
  return module;
}

const values = (desc: DescEnum, names: readonly string[] | undefined): number[] =>
  (names ?? []).map((name) => enumValue(desc, name));

const moment = (text: string | undefined) => (text ? timestampFromDate(new Date(text)) : undefined);
