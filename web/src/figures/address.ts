import type { Query } from '../api/http/http.js';
import type { TicketType } from '../api/types.js';
import { TICKET_TYPES } from '../lib/lists/filters.js';

/** What is measured; it stands in the address, so that it can be shared and comes back. */
export interface Asked {
  /** First and last day, YYYY-MM-DD in Paris. */
  from: string;
  until: string;
  buildingId: string;
  unitId: string;
  managerId: string;
  contractorId: string;
  source: string;
  trade: string;
  urgent: 'true' | 'false' | '';
  hours: 'CALENDAR' | 'WORKING';
}

/** Of every ticket of the period. */
export const periodOnly = ({ from, until }: Asked): Asked => ({
  ...{ from, until, buildingId: '', unitId: '', managerId: '', contractorId: '', source: '', trade: '' },
  ...{ urgent: '', hours: 'CALENDAR' },
});

/** Which tickets of it a list shows. */
export interface Behind {
  kind: Kind;
  waitedFor: WaitedFor | '';
  /** Place of the backlog's row; empty: any. */
  ageBand: string;
  type: TicketType | '';
  page: number;
}

export type Kind = 'ALL' | 'CLOSED' | 'OPEN' | 'EXHAUSTED' | 'COMPLETED' | 'INVOICED';
export type WaitedFor = 'AGENCY' | 'CONTRACTOR' | 'CLIENT';

type Name = Exclude<keyof Asked, 'from' | 'until' | 'hours' | 'urgent'>;

/** French, since people read and share addresses. */
const NAMES: Record<Name, string> = {
  buildingId: 'immeuble',
  unitId: 'lot',
  managerId: 'gestionnaire',
  contractorId: 'intervenant',
  source: 'origine',
  trade: 'activite',
};

const KINDS: Record<Kind, string> = {
  ALL: 'recus',
  CLOSED: 'clos',
  OPEN: 'en-cours',
  EXHAUSTED: 'sans-reponse',
  COMPLETED: 'termines',
  INVOICED: 'factures',
};

const WAITED: Record<WaitedFor, string> = { AGENCY: 'agence', CONTRACTOR: 'intervenant', CLIENT: 'client' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param today YYYY-MM-DD; without a period in the address, the twelve months that end with it */
export function readAsked(params: URLSearchParams, today: string): Asked {
  const names = Object.fromEntries(
    Object.entries(NAMES).map(([name, word]) => [name, params.get(word) ?? '']),
  ) as Record<Name, string>;
  const [first] = periodsOf(today);
  const urgents = params.get('urgents');
  return {
    ...names,
    from: dayIn(params, 'du') ?? first.from,
    until: dayIn(params, 'au') ?? first.until,
    urgent: urgents === 'oui' ? 'true' : urgents === 'non' ? 'false' : '',
    hours: params.get('heures') === 'ouvrees' ? 'WORKING' : 'CALENDAR',
  };
}

export function writeAsked(asked: Asked): URLSearchParams {
  const params = new URLSearchParams({ du: asked.from, au: asked.until });
  for (const [name, word] of Object.entries(NAMES)) {
    const value = asked[name as Name];
    if (value !== '') params.set(word, value);
  }
  if (asked.urgent !== '') params.set('urgents', asked.urgent === 'true' ? 'oui' : 'non');
  if (asked.hours === 'WORKING') params.set('heures', 'ouvrees');
  return params;
}

export function readBehind(params: URLSearchParams): Behind {
  const type = params.get('type');
  const age = params.get('age') ?? '';
  return {
    kind: codeOf(KINDS, params.get('voir')) ?? 'ALL',
    waitedFor: codeOf(WAITED, params.get('attend')) ?? '',
    ageBand: /^[0-4]$/.test(age) ? age : '',
    type: TICKET_TYPES.find((code) => code === type) ?? '',
    page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
  };
}

/** The address of the list behind a figure, from any page of figures. */
export function listAddress(path: string, asked: Asked, behind: Partial<Behind>): string {
  const params = writeAsked(asked);
  const { kind = 'ALL', waitedFor, ageBand, type, page = 1 } = behind;
  params.set('voir', KINDS[kind]);
  if (waitedFor) params.set('attend', WAITED[waitedFor]);
  if (ageBand) params.set('age', ageBand);
  if (type) params.set('type', type);
  if (page > 1) params.set('page', String(page));
  return `/tickets/${path}/figures/tickets?${params}`;
}

/** As the gateway asks for it. */
export function toQuery({ from, until, hours, ...segment }: Asked): Query {
  return { from, until, ...segment, ...(hours === 'WORKING' ? { hours } : {}) };
}

export interface NamedPeriod {
  name: 'twelve' | 'month' | 'lastMonth' | 'year' | 'lastYear';
  from: string;
  until: string;
}

/** What people ask for most; the first is shown unasked. */
export function periodsOf(today: string): [NamedPeriod, ...NamedPeriod[]] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return [
    { name: 'twelve', from: day(year, month - 11, 1), until: today },
    { name: 'month', from: day(year, month, 1), until: today },
    { name: 'lastMonth', from: day(year, month - 1, 1), until: day(year, month, 0) },
    { name: 'year', from: day(year, 1, 1), until: today },
    { name: 'lastYear', from: day(year - 1, 1, 1), until: day(year - 1, 12, 31) },
  ];
}

/** The part of a month ("2026-11") that lies within the period. */
export function monthWithin({ from, until }: Pick<Asked, 'from' | 'until'>, month: string) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [first, last] = [day(year, number, 1), day(year, number + 1, 0)];
  return { from: first < from ? from : first, until: last > until ? until : last };
}

/** The part of a year that lies within the period. */
export const yearWithin = ({ from, until }: Pick<Asked, 'from' | 'until'>, year: number) => ({
  from: from > `${year}-01-01` ? from : `${year}-01-01`,
  until: until < `${year}-12-31` ? until : `${year}-12-31`,
});

/** Months and days beyond their ends roll over. */
const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

function dayIn(params: URLSearchParams, name: string): string | undefined {
  const value = params.get(name) ?? '';
  return DAY.test(value) ? value : undefined;
}

function codeOf<C extends string>(words: Record<C, string>, word: string | null): C | undefined {
  return (Object.keys(words) as C[]).find((code) => words[code] === word);
}
