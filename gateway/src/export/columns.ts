import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { TicketRow } from '@intervia/contracts';
import { HEADERS, MODULES, SOURCES, STATUSES, TYPES, YES_NO } from './fr.js';

/** Readers of a spreadsheet want "24/11/2026 10:05", which Excel knows as a date; Intl would put a comma in between. */
const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export function moment(timestamp: Timestamp | undefined): string {
  return timestamp ? PARIS.format(timestampDate(timestamp)).replace(',', '') : '';
}

/** French Excel reads "1234,50" as a number; a space between thousands or a currency would make it text. */
export function euros(cents: number): string {
  return cents === 0 ? '' : (cents / 100).toFixed(2).replace('.', ',');
}

type Column = readonly [header: string, read: (row: TicketRow) => string];

/** One line of the list, column by column. */
export const COLUMNS: readonly Column[] = [
  [HEADERS.number, ({ number }) => String(number)],
  [HEADERS.type, ({ type }) => TYPES[type]],
  [HEADERS.status, ({ status }) => STATUSES[status]],
  [HEADERS.module, ({ module }) => MODULES[module]],
  [HEADERS.subject, ({ subject }) => subject],
  [HEADERS.description, ({ description }) => description],
  [HEADERS.place, ({ placeLabel }) => placeLabel],
  [HEADERS.address, ({ placeAddress }) => placeAddress],
  [HEADERS.owner, ({ ownerName }) => ownerName],
  [HEADERS.requester, ({ requesterName }) => requesterName],
  [HEADERS.manager, ({ managerName }) => managerName],
  [HEADERS.contractors, ({ contractorNames }) => contractorNames],
  [HEADERS.source, ({ source }) => SOURCES[source]],
  [HEADERS.urgent, ({ urgent }) => YES_NO(urgent)],
  [HEADERS.amount, ({ amountCents }) => euros(amountCents)],
  [HEADERS.openedAt, ({ openedAt }) => moment(openedAt)],
  [HEADERS.modifiedAt, ({ modifiedAt }) => moment(modifiedAt)],
  [HEADERS.closedAt, ({ closedAt }) => moment(closedAt)],
];
