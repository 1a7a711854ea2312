import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { DescEnum } from '@bufbuild/protobuf';
import { optionsOf } from '@intervia/contracts';
import type { TicketRow } from '@intervia/contracts';
import { ModuleSchema, SourceSchema, StatusSchema, TicketTypeSchema } from '@intervia/contracts';
import { shortDateTime } from '@intervia/french';
import { MODULES, OPTION_WORDS, SOURCES, STATUSES, TYPES } from '@intervia/french/words';
import { enumName } from '../mapping/enums.js';
import { HEADERS, YES_NO } from './fr.js';

/** As Excel knows a date. */
export function moment(timestamp: Timestamp | undefined): string {
  return timestamp ? shortDateTime(timestampDate(timestamp)) : '';
}

/** French Excel reads "1234,50" as a number; a space between thousands or a currency would make it text. */
export function decimal(cents: number): string {
  return cents === 0 ? '' : (cents / 100).toFixed(2).replace('.', ',');
}

/** The word of an enum's value; nothing when it is not set, its name when it is of a later release. */
export function word(words: Readonly<Record<string, string>>, desc: DescEnum, value: number): string {
  const name = enumName(desc, value) ?? '';
  return words[name] ?? name;
}

const TYPE_WORDS = Object.fromEntries(Object.entries(TYPES).map(([code, { short }]) => [code, short]));

type Column = readonly [header: string, read: (row: TicketRow) => string];

/** One line of the list, column by column. */
export const COLUMNS: readonly Column[] = [
  [HEADERS.number, ({ number }) => String(number)],
  [HEADERS.type, ({ type }) => word(TYPE_WORDS, TicketTypeSchema, type)],
  [HEADERS.status, ({ status }) => word(STATUSES, StatusSchema, status)],
  [HEADERS.module, ({ module }) => word(MODULES, ModuleSchema, module)],
  [HEADERS.subject, ({ subject }) => subject],
  [HEADERS.description, ({ description }) => description],
  [HEADERS.place, ({ placeLabel }) => placeLabel],
  [HEADERS.address, ({ placeAddress }) => placeAddress],
  [HEADERS.owner, ({ ownerName }) => ownerName],
  [HEADERS.requester, ({ requesterName }) => requesterName],
  [HEADERS.manager, ({ managerName }) => managerName],
  [HEADERS.contractors, ({ contractorNames }) => contractorNames],
  [HEADERS.source, ({ source }) => word(SOURCES, SourceSchema, source)],
  [HEADERS.urgent, (row) => YES_NO(optionsOf(row).urgent ?? false)],
  [OPTION_WORDS.caretakerOpens.short, (row) => YES_NO(optionsOf(row).caretakerOpens ?? false)],
  [HEADERS.amount, ({ amountCents }) => decimal(amountCents)],
  [HEADERS.openedAt, ({ openedAt }) => moment(openedAt)],
  [HEADERS.modifiedAt, ({ modifiedAt }) => moment(modifiedAt)],
  [HEADERS.closedAt, ({ closedAt }) => moment(closedAt)],
];
