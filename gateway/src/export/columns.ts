import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { optionsOf } from '@intervia/contracts';
import type { TicketRow } from '@intervia/contracts';
import { OPTION_WORDS, shortDateTime } from '@intervia/french';
import { HEADERS, MODULES, SOURCES, STATUSES, TYPES, YES_NO } from './fr.js';

/** As Excel knows a date. */
export function moment(timestamp: Timestamp | undefined): string {
  return timestamp ? shortDateTime(timestampDate(timestamp)) : '';
}

/** French Excel reads "1234,50" as a number; a space between thousands or a currency would make it text. */
export function decimal(cents: number): string {
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
  [HEADERS.urgent, (row) => YES_NO(optionsOf(row).urgent ?? false)],
  [OPTION_WORDS.caretakerOpens.short, (row) => YES_NO(optionsOf(row).caretakerOpens ?? false)],
  [HEADERS.amount, ({ amountCents }) => decimal(amountCents)],
  [HEADERS.openedAt, ({ openedAt }) => moment(openedAt)],
  [HEADERS.modifiedAt, ({ modifiedAt }) => moment(modifiedAt)],
  [HEADERS.closedAt, ({ closedAt }) => moment(closedAt)],
];
