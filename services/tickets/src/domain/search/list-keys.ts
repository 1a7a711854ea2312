import { parisDay } from '@intervia/french';
import type { Source } from '../values/model.js';
import { tellingWords, WORD_FIELDS } from './search-words.js';
import type { WordField, WordsByField } from './search-words.js';
import { expectedVisits, isLate, ticketStatus, ticketType } from '../ticket/ticket.js';
import type { ExistingTicket, TicketStatus, TicketType } from '../ticket/ticket.js';

/**
 * What a list can be asked for is written on each ticket as plain keys, so that every question is an equality:
 * one index of keys, in the order of the list, then answers all of them and reads no more than it shows.
 */
export interface KeyCondition {
  /** The ticket has one of these keys. */
  readonly anyOf: readonly string[];
  /** Where a key says less than the word: the word begins one in these fields. */
  readonly begins?: { readonly word: string; readonly fields: readonly WordField[] };
}

const STEMS = [3, 5] as const;

/**
 * By what a word is found, the longest last: its beginning, of three or five letters; all of it up to two letters. What
 * has a digit is a number or a reference, and those begin alike: found whole, or by three letters that it begins with.
 */
function stemsOf(word: string): readonly string[] {
  if (/\d/.test(word)) return [...(/^\D{3}/.exec(word) ?? []), word];
  const [shortest] = STEMS;
  return STEMS.filter((length) => length <= Math.max(word.length, shortest)).map((length) =>
    word.slice(0, length),
  );
}

const WORD_TAGS: Readonly<Record<WordField, string>> = {
  BUILDING: 'b',
  UNIT: 'u',
  OWNER: 'o',
  SUBJECT_OR_DESCRIPTION: 's',
  CONTRACTOR: 'c',
};

const wordKey = (field: WordField, stem: string): string => `${WORD_TAGS[field]}:${stem}`;

/** Whoever looks for a building (manual: "par référence de lot ou d'immeuble") finds its units by it as well. */
const LOOKED_IN: Readonly<Partial<Record<WordField, readonly WordField[]>>> = {
  BUILDING: ['BUILDING', 'UNIT'],
};

interface Facet {
  readonly tag: string;
  readonly of: (ticket: ExistingTicket) => readonly string[];
}

const URGENT = 'urgent';
const LATE = 'late';

const FACETS = {
  NUMBER: { tag: 'N', of: ({ details }) => [String(details.number)] },
  TYPE: { tag: 'T', of: (ticket) => [ticketType(ticket)] },
  STATUS: { tag: 'S', of: (ticket) => [ticketStatus(ticket)] },
  SOURCE: { tag: 'O', of: ({ details }) => [details.source] },
  BUILDING: { tag: 'B', of: ({ details }) => [details.place.buildingId] },
  UNIT: { tag: 'U', of: ({ details }) => [details.place.unitId] },
  CONTRACTOR: { tag: 'C', of: ({ missions }) => missions.map(({ contractor }) => contractor.partyId) },
  REQUESTER: { tag: 'R', of: ({ details }) => [details.requester?.partyId ?? ''] },
  URGENT: { tag: 'H', of: ({ details }) => [details.options.urgent ? URGENT : ''] },
  OPENED: { tag: 'M', of: ({ details }) => [monthOf(details.openedAt)] },
  VISIT: { tag: 'V', of: (ticket) => expectedVisits(ticket).map(({ start }) => parisDay(start)) },
  LATE: { tag: 'L', of: (ticket) => [isLate(ticket) ? LATE : ''] },
} as const satisfies Readonly<Record<string, Facet>>;

type FacetName = keyof typeof FACETS;
const FACET_NAMES = Object.keys(FACETS) as readonly FacetName[];

const facetKey = (facet: FacetName, value: string): string => `${FACETS[facet].tag}:${value}`;

/** Of those that are urgent; the others have no such key. */
export const URGENT_KEY = facetKey('URGENT', URGENT);

/** Of the tickets that somebody asked for. */
export const requesterKey = (partyId: string): string => facetKey('REQUESTER', partyId);

function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** All the keys of a ticket. */
export function listKeys(ticket: ExistingTicket, words: WordsByField): string[] {
  const facets = FACET_NAMES.flatMap((facet) =>
    FACETS[facet]
      .of(ticket)
      .filter(Boolean)
      .map((value) => facetKey(facet, value)),
  );
  const stems = WORD_FIELDS.flatMap((field) =>
    tellingWords(words[field]).flatMap((word) => stemsOf(word).map((stem) => wordKey(field, stem))),
  );
  return [...new Set([...facets, ...stems])];
}

const NUMBER = /^\d{1,9}$/;
const numberKeys = (word: string): string[] =>
  NUMBER.test(word) && Number(word) > 0 ? [facetKey('NUMBER', String(Number(word)))] : [];

/** Anywhere, a number may also be the ticket's. */
export function wordCondition(word: string, field?: WordField): KeyCondition {
  const fields = field ? (LOOKED_IN[field] ?? [field]) : WORD_FIELDS;
  const stem = stemsOf(word).at(-1) ?? word;
  const keys = fields.map((one) => wordKey(one, stem));
  // A stem that is no whole word was cut off: the rest must be looked at.
  const begins = stem === word ? undefined : { word, fields };
  return { anyOf: [...(field ? [] : numberKeys(word)), ...keys], begins };
}

/** @returns no keys for what is no number: then no ticket has it. */
export function numberCondition(word: string): KeyCondition {
  return { anyOf: numberKeys(word) };
}

/** The search of several criteria (manual, LSC): all that are given must hold. */
export interface Criteria {
  readonly types: readonly TicketType[];
  readonly statuses: readonly TicketStatus[];
  readonly sources: readonly Source[];
  readonly buildingId: string;
  readonly unitId: string;
  readonly contractorPartyId: string;
  readonly requesterPartyId: string;
  readonly urgent?: boolean;
  readonly openedFrom?: Date;
  readonly openedBefore?: Date;
  /** Days in Paris (`2026-11-25`) on one of which somebody is expected. */
  readonly visitDays?: readonly string[];
  /** Somebody let all reminders pass. */
  readonly late?: boolean;
}

/** Asks for nothing. */
export const NO_CRITERIA: Criteria = {
  types: [],
  statuses: [],
  sources: [],
  buildingId: '',
  unitId: '',
  contractorPartyId: '',
  requesterPartyId: '',
};

const MAX_MONTHS = 24;

/** The most selective first. Dates and "not urgent" are looked at besides. */
export function criteriaConditions(criteria: Criteria, now: Date): KeyCondition[] {
  const { contractorPartyId, unitId, requesterPartyId, buildingId } = criteria;
  const wanted: readonly (readonly [FacetName, readonly string[]])[] = [
    ['UNIT', [unitId]],
    ['REQUESTER', [requesterPartyId]],
    ['CONTRACTOR', [contractorPartyId]],
    ['BUILDING', [buildingId]],
    ['LATE', criteria.late ? [LATE] : []],
    ['VISIT', criteria.visitDays ?? []],
    ['URGENT', criteria.urgent ? [URGENT] : []],
    ['OPENED', monthsBetween(criteria.openedFrom, criteria.openedBefore ?? now)],
    ['STATUS', criteria.statuses],
    ['SOURCE', criteria.sources],
    ['TYPE', criteria.types],
  ];
  return wanted
    .map(([facet, values]) => ({ anyOf: values.filter(Boolean).map((value) => facetKey(facet, value)) }))
    .filter(({ anyOf }) => anyOf.length > 0);
}

/** None when they are too many to be worth a look-up each. */
function monthsBetween(from: Date | undefined, before: Date): string[] {
  if (!from) return [];
  const months: string[] = [];
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; month < before; month.setUTCMonth(month.getUTCMonth() + 1)) {
    if (months.length === MAX_MONTHS) return [];
    months.push(monthOf(month));
  }
  return months;
}
