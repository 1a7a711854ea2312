import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { startOfParisDay } from '@intervia/french';
import { ActorNotAllowed, InvalidCommand } from '../../domain/values/errors.js';
import {
  criteriaConditions,
  NO_CRITERIA,
  numberCondition,
  wordCondition,
} from '../../domain/search/list-keys.js';
import type { Criteria, KeyCondition } from '../../domain/search/list-keys.js';
import type { Colour } from '../../domain/mission/mission.js';
import type { Module } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import { QUEUE_NAMES, queueCriteria } from '../../domain/search/queues.js';
import type { Queue, QueueCriteria } from '../../domain/search/queues.js';
import { tellingWords, wordsOf } from '../../domain/search/search-words.js';
import type { WordField } from '../../domain/search/search-words.js';
import { readsWhole, selves } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import { AsidesHandler } from './asides.handler.js';
import type { KeptAside } from './asides.handler.js';
import { beyond, pageOf, readPosition } from './position.js';
import type { Position } from './position.js';
import { Settings } from '../ports/settings.js';
import { TicketList } from '../ports/ticket-list.js';
import type { ListOrder, TicketListFilter, TicketRow } from '../ports/ticket-list.js';

/** Manual, "En cours ou… autres". */
export type Show = 'OPEN' | 'TODAY' | 'CLOSED' | 'ALL';

export interface ListCriteria extends Criteria {
  readonly managerIds: readonly string[];
  readonly ticketIds: readonly string[];
  readonly colour?: Colour;
}

export interface ListRequest {
  readonly module?: Module;
  readonly mine: boolean;
  readonly show: Show;
  readonly search: string;
  /** Absent: anywhere. */
  readonly searchIn?: WordField | 'NUMBER';
  readonly criteria?: ListCriteria;
  /** Of open tickets, beside the criteria. */
  readonly queue?: Queue;
  /** Absent: last modified first, visits by their date. */
  readonly sort?: ListOrder;
  readonly cursor: string;
  /** 0 for the module's list size. */
  readonly limit: number;
}

export interface TicketPage {
  readonly rows: TicketRow[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** Each at most `COUNTED`. */
export interface QueueCounts {
  readonly counts: readonly { readonly queue: Queue; readonly tickets: number }[];
  readonly open: number;
}

interface Around {
  readonly limit: number;
  readonly settings: ModuleSettings;
  readonly aside: readonly KeptAside[];
}

const MAX_LIMIT = 200;
/** Beyond, nobody counts any more: "99+". */
const COUNTED = 100;
const MAX_SEARCH_WORDS = 8;
/** Each manager is a look-up of its own. */
const MAX_MANAGERS = 50;
const MAX_SELECTION = 200;

/** The list of the manager's screen, last modified first (manual, "Tri par défaut"); programs of the agency read all of it. */
@Injectable()
export class ListTicketsQuery {
  constructor(
    private readonly list: TicketList,
    private readonly settings: Settings,
    private readonly asides: AsidesHandler,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, request: ListRequest): Promise<TicketPage> {
    const { module } = request;
    if (!readsWhole(caller)) throw new ActorNotAllowed('ListTickets');
    if (!module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
    checkSizes(request.criteria);
    const settings = await this.settings.of(caller.agencyId, module);
    const limit = Math.min(request.limit || settings.listSize, MAX_LIMIT);
    const aside = caller.actor.kind === 'USER' ? await this.asides.list(caller, module) : [];
    const filter = this.filterOf(caller, { ...request, module }, { limit, settings, aside });
    const found = isImpossible(filter) ? [] : await this.list.page(filter);
    const { items, nextCursor } = pageOf(found, limit, (row) => positionOf(row, filter.order));
    return { rows: items, nextCursor };
  }

  /** Of each queue, and of all open tickets. */
  async count(caller: Caller, module: Module | undefined, mine: boolean): Promise<QueueCounts> {
    if (caller.actor.kind !== 'USER') throw new ActorNotAllowed('CountQueues');
    if (!module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
    const settings = await this.settings.of(caller.agencyId, module);
    const aside = await this.asides.list(caller, module);
    const around = { limit: COUNTED, settings, aside };
    const countOf = (queue?: Queue) => {
      const request = { module, mine, show: 'OPEN', search: '', queue, cursor: '', limit: 0 } as const;
      return this.list.count({ ...this.filterOf(caller, request, around), limit: COUNTED });
    };
    const waiting = QUEUE_NAMES.map(async (queue) => ({ queue, tickets: await countOf(queue) }));
    return { counts: await Promise.all(waiting), open: await countOf() };
  }

  private filterOf(
    caller: Caller,
    request: ListRequest & { module: Module },
    { limit, settings, aside }: Around,
  ): TicketListFilter {
    const { module, queue } = request;
    const now = this.clock.now();
    const waiting = queue && queueCriteria(queue, now, settings);
    const { criteria } = request;
    const colour = criteria?.colour ?? waiting?.colour;
    return {
      agencyId: caller.agencyId,
      module,
      managerIds: managersOf(caller, request),
      staffIds: caller.attachedOnly ? selves(caller) : undefined,
      ...(queue ? { closed: false } : this.shown(request.show, colour)),
      conditions: [
        ...searched(request),
        ...[waiting, criteria].flatMap((one) =>
          one ? criteriaConditions({ ...NO_CRITERIA, ...one }, now) : [],
        ),
      ],
      ...chosen(request, aside, waiting?.aside),
      colour,
      urgent: criteria?.urgent,
      unread: waiting?.unread,
      modifiedBefore: waiting?.modifiedBefore,
      openedFrom: criteria?.openedFrom,
      openedBefore: criteria?.openedBefore,
      order: orderOf(request, waiting),
      after: readPosition(request.cursor),
      limit: beyond(limit),
      readerId: caller.actor.id,
    };
  }

  /** Red is what ended, and nothing else: who asks for a colour need not be shown both. */
  private shown(show: Show, colour: Colour | undefined): Pick<TicketListFilter, 'closed' | 'modifiedSince'> {
    switch (show) {
      case 'OPEN':
        return { closed: false };
      case 'TODAY':
        return { closed: false, modifiedSince: startOfParisDay(this.clock.now()) };
      case 'CLOSED':
        return { closed: true };
      case 'ALL':
        return colour ? { closed: colour === 'RED' } : {};
    }
  }
}

/** What is put aside is out of the lists of open tickets, not out of what somebody looks for, nor of the week's visits. */
function chosen(
  { show, search, criteria, queue }: ListRequest,
  asides: readonly KeptAside[],
  wanted: QueueCriteria['aside'],
): Pick<TicketListFilter, 'ids' | 'notIds'> {
  const selected = criteria && criteria.ticketIds.length > 0 ? criteria.ticketIds : undefined;
  const waiting = asides.filter(({ state }) => state === 'WAITING').map(({ ticketId }) => ticketId);
  if (wanted) {
    const back = asides.filter(({ state }) => state !== 'WAITING').map(({ ticketId }) => ticketId);
    const found = wanted === 'WAITING' ? waiting : back;
    return { ids: selected ? found.filter((id) => selected.includes(id)) : found };
  }
  if (selected) return { ids: selected };
  const isOpenList = queue ? queue !== 'WEEK_VISITS' : show === 'OPEN' || show === 'TODAY';
  return isOpenList && search === '' && !isOfSomething(criteria) ? { notIds: waiting } : {};
}

const isOfSomething = (criteria: ListCriteria | undefined): boolean =>
  criteria !== undefined &&
  [criteria.buildingId, criteria.unitId, criteria.contractorPartyId, criteria.requesterPartyId].some(Boolean);

/** Visits come by their date; what is chosen one by one is few, and stands as it was last modified. */
function orderOf({ sort, criteria }: ListRequest, waiting: QueueCriteria | undefined): ListOrder {
  if (waiting?.aside || (criteria && criteria.ticketIds.length > 0)) return 'MODIFIED';
  return sort ?? (waiting?.visitDays ? 'NEXT' : 'MODIFIED');
}

const AT: Readonly<Record<ListOrder, (row: TicketRow) => Date>> = {
  MODIFIED: ({ modifiedAt }) => modifiedAt,
  MODIFIED_FIRST: ({ modifiedAt }) => modifiedAt,
  OPENED: ({ openedAt }) => openedAt,
  OPENED_FIRST: ({ openedAt }) => openedAt,
  // A ticket that was moved on meanwhile has nothing next any more: it keeps its place by what it had.
  NEXT: ({ next, modifiedAt }) => next?.at ?? modifiedAt,
};

const positionOf = (row: TicketRow, order: ListOrder): Position => ({ at: AT[order](row), id: row.id });

function managersOf(caller: Caller, { mine, criteria }: ListRequest): readonly string[] | undefined {
  const wanted = criteria && criteria.managerIds.length > 0 ? criteria.managerIds : undefined;
  if (!mine) return wanted;
  const own = selves(caller);
  return wanted ? own.filter((id) => wanted.includes(id)) : own;
}

/** What was typed holds no word. */
const FINDS_NOTHING: KeyCondition = { anyOf: [] };

function searched({ search, searchIn }: ListRequest): KeyCondition[] {
  const words = [...new Set(wordsOf(search))];
  if (words.length === 0 && search.trim() !== '') return [FINDS_NOTHING];
  // Manual, "Num": people write "n° 12" as well.
  if (searchIn === 'NUMBER')
    return words.filter((word) => word !== 'n' && word !== 'no').map(numberCondition);
  // The longest word first: it says most.
  return tellingWords(words)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MAX_SEARCH_WORDS)
    .map((word) => wordCondition(word, searchIn));
}

function isImpossible({ managerIds, ids, conditions }: TicketListFilter): boolean {
  return managerIds?.length === 0 || ids?.length === 0 || conditions.some(({ anyOf }) => anyOf.length === 0);
}

function checkSizes(criteria: ListCriteria | undefined): void {
  const problems = [
    ...tooMany('criteria.ticketIds', criteria?.ticketIds, MAX_SELECTION),
    ...tooMany('criteria.managerIds', criteria?.managerIds, MAX_MANAGERS),
  ];
  if (problems.length > 0) throw new InvalidCommand(problems);
}

function tooMany(field: string, values: readonly string[] = [], max: number) {
  return values.length > max ? [{ field, code: 'TOO_MANY' }] : [];
}
