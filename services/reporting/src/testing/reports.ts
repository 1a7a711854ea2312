import { FixedClock } from '@intervia/clock';
import { parisDay } from '@intervia/french';
import type { ReportContent, ReportPhoto, ReportTicket } from '../application/reports/report-content.js';
import { figuresOf } from '../domain/measures/figures.js';
import { DEFAULT_TARGETS } from '../domain/measures/service-level.js';
import { CALENDAR } from '../domain/measures/working-time.js';
import type { Report } from '../domain/reports/report.js';
import { anEntry } from './builders.js';
import { DAY, MONDAY, aRow } from './measured.js';

/** Around `MONDAY`. */
export const YEAR = {
  from: parisDay(FixedClock.at('2026-01-01T12:00:00Z').now()),
  until: parisDay(FixedClock.at('2026-12-31T12:00:00Z').now()),
};

export function aReport(overrides: Partial<Report> = {}): Report {
  return {
    ...{ id: 'report-1', agencyId: 'tilleuls', kind: 'PERIOD', version: 'HANDOUT', module: 'SYNDIC' },
    place: {
      ...{ buildingId: 'b-1', unitId: '', label: 'Résidence Les Tilleuls' },
      ...{ address: '14 rue des Tilleuls, 69003 Lyon', reference: '0042' },
    },
    ...{ ...YEAR, staffId: '', state: 'PENDING', attempts: 1 },
    parts: ['AMOUNTS', 'DESCRIPTIONS', 'CONTRACTORS', 'HISTORY', 'PHOTOS', 'PEOPLE'],
    requester: { id: 'claire', name: 'Claire Moreau', mail: 'claire@tilleuls.example' },
    requestedAt: FixedClock.at('2026-11-28T10:00:00Z').now(),
    ...{ done: 0, total: 0, reason: '', sharedWith: 'NOBODY', mailed: false },
    ...overrides,
  };
}

export async function* photosOf(photos: readonly ReportPhoto[]): AsyncIterable<ReportPhoto> {
  yield* photos;
}

export function aTicketOfReport(overrides: Partial<ReportTicket> = {}): ReportTicket {
  return {
    ...{ number: 1042, type: 'WORK_ORDER', urgent: false, subject: 'Fuite dans le hall' },
    ...{ place: 'Résidence Les Tilleuls', requestedAt: MONDAY, closedAt: MONDAY + DAY, isPrivate: false },
    description: 'L’eau coule.',
    missions: [
      {
        ...{ company: 'Plomberie Bernard', trade: 'Plomberie', quotedCents: 0, invoicedCents: 12_345 },
        completedAt: Date.UTC(2026, 10, 27, 10),
      },
    ],
    history: [anEntry({ fact: 'WorkOrderAccepted' })],
    people: [],
    photos: photosOf([]),
    ...overrides,
  };
}

async function* each(tickets: readonly ReportTicket[]): AsyncIterable<ReportTicket> {
  yield* tickets;
}

/** What the figures are made of stands in no relation to the tickets that are told. */
export function contentOf(overrides: Partial<Report>, tickets: readonly ReportTicket[]): ReportContent {
  const row = aRow([
    ['TicketOpened', MONDAY],
    ['InvoiceReceived', MONDAY + DAY, { amountCents: 12_345 }],
    ['TicketClosed', MONDAY + 2 * DAY],
  ]);
  const rows = tickets.length > 0 ? [row] : [];
  const works = {
    ...{ ticketId: 't-1', number: 1042, subject: 'Fuite', company: 'Plomberie Bernard', closedAt: MONDAY },
    ...{ quotedCents: 11_000, votedCents: 11_000, invoicedCents: 12_345 },
  };
  return {
    report: aReport(overrides),
    agency: { name: 'Agence des Tilleuls', address: '2 place Bellecour, 69002 Lyon', phone: '+33478000000' },
    figures: figuresOf(rows, {
      ...{ trades: new Map(), elapsed: CALENDAR, targets: DEFAULT_TARGETS, earlier: [], now: MONDAY },
    }),
    trades: rows.map(() => ({ trade: 'Plomberie', works: 1, cents: 12_345 })),
    works: [works],
    tickets: each(tickets),
  };
}
