import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { startOfParisDay } from '../domain/calendar.js';
import { ActorNotAllowed, InvalidCommand } from '../domain/errors.js';
import type { Actor, Module } from '../domain/model.js';
import { wordsOf } from '../domain/search-words.js';
import { TicketList } from './ports/ticket-list.js';
import type { RowPosition, Search, TicketListFilter, TicketRow } from './ports/ticket-list.js';

/** Manual, "En cours ou… autres". */
export type Show = 'OPEN' | 'TODAY' | 'CLOSED' | 'ALL';

export interface ListRequest {
  readonly module?: Module;
  readonly mine: boolean;
  readonly show: Show;
  readonly search: string;
  readonly cursor: string;
  /** 0 for the default. */
  readonly limit: number;
}

export interface TicketPage {
  readonly rows: TicketRow[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;
const MAX_SEARCH_WORDS = 8;

/** The list of the manager's screen, last modified first (manual, "Tri par défaut"). */
@Injectable()
export class ListTicketsQuery {
  constructor(
    private readonly list: TicketList,
    private readonly clock: Clock,
  ) {}

  async execute(agencyId: string, actor: Actor, request: ListRequest): Promise<TicketPage> {
    if (actor.kind !== 'USER') throw new ActorNotAllowed('ListTickets', actor.kind);
    if (!request.module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
    const limit = Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT);
    const rows = await this.list.page({
      agencyId,
      module: request.module,
      managerId: request.mine ? actor.id : undefined,
      ...this.shown(request.show),
      search: readSearch(request.search),
      after: request.cursor ? readCursor(request.cursor) : undefined,
      // One more than asked for tells whether there is a next page.
      limit: limit + 1,
      readerId: actor.id,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, nextCursor: rows.length > limit && last ? writeCursor(last) : '' };
  }

  private shown(show: Show): Pick<TicketListFilter, 'closed' | 'modifiedSince'> {
    switch (show) {
      case 'OPEN':
        return { closed: false };
      case 'TODAY':
        return { closed: false, modifiedSince: startOfParisDay(this.clock.now()) };
      case 'CLOSED':
        return { closed: true };
      case 'ALL':
        return {};
    }
  }
}

function readSearch(text: string): Search | undefined {
  const number = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
  if (number > 0) return { number };
  const words = [...new Set(wordsOf(text))].slice(0, MAX_SEARCH_WORDS);
  if (words.length > 0) return { words };
  return undefined;
}

function writeCursor({ modifiedAt, id }: RowPosition): string {
  return Buffer.from(`${modifiedAt.getTime()} ${id}`).toString('base64url');
}

function readCursor(cursor: string): RowPosition {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const modifiedAt = new Date(Number(time));
  if (!/^\d+$/.test(time) || Number.isNaN(modifiedAt.getTime()) || !id) {
    throw new InvalidCommand([{ field: 'cursor', code: 'MALFORMED' }]);
  }
  return { modifiedAt, id };
}
