import type { TicketRow } from '../../../application/ports/ticket-list.js';
import { OPTION_PATHS, storedOptions } from '../ticket/stored-options.js';
import type { TicketFields } from '../ticket/ticket.schema.js';

/** What a row is made of; the rest of the ticket stays in the database. */
export const ROW_PROJECTION = {
  number: 1,
  row: 1,
  modifiedAt: 1,
  closedAt: 1,
  news: 1,
  'details.module': 1,
  'details.subject': 1,
  'details.description': 1,
  'details.place.label': 1,
  'details.place.address': 1,
  'details.place.ownerName': 1,
  'details.manager.id': 1,
  'details.manager.name': 1,
  'details.requester.name': 1,
  'details.source': 1,
  'details.openedAt': 1,
  ...Object.fromEntries(OPTION_PATHS.map((path) => [path, 1 as const])),
} as const;

export function toRow(
  { _id, number, row, details, modifiedAt, closedAt, news, reads }: TicketFields,
  reader: string,
): TicketRow {
  return {
    id: _id,
    number,
    type: row.type,
    status: row.status,
    colour: row.colour,
    module: details.module,
    subject: details.subject,
    description: details.description,
    placeLabel: details.place.label,
    placeAddress: details.place.address,
    ownerName: details.place.ownerName,
    managerId: details.manager.id,
    managerName: details.manager.name,
    requesterName: details.requester?.name ?? '',
    contractorNames: row.contractorNames,
    source: details.source,
    openedAt: details.openedAt,
    modifiedAt,
    closedAt,
    options: storedOptions(details),
    unread: (reads?.[reader] ?? 0) < news,
    amountCents: row.amountCents,
    next: row.next ?? undefined,
    addressRefused: row.addressRefused ?? false,
  };
}
