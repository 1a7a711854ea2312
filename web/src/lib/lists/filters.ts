import type { ListSort, ModuleCode, Queue, SearchField, Show, TicketType } from '../../api/types.js';

export interface TicketFilters {
  mine: boolean;
  show: Show;
  search: string;
  /** Empty: anywhere. */
  searchIn: SearchField | '';
  /** Empty: all five. */
  types: TicketType | '';
  /** Empty: all. A queue is of open tickets. */
  queue: Queue | '';
  /** Empty: last modified first, visits by their date. */
  sort: ListSort | '';
  /** As the address writes them (`columns.ts`); empty: all. */
  columns: string;
}

export const DEFAULT_FILTERS: TicketFilters = {
  mine: true,
  show: 'open',
  search: '',
  searchIn: '',
  types: '',
  queue: '',
  sort: '',
  columns: '',
};

/** What the address says for each choice; French, since people read and share addresses. */
const SHOW_WORDS: Record<Show, string> = {
  open: 'en-cours',
  today: 'du-jour',
  closed: 'fermes',
  all: 'tous',
};

const SEARCH_WORDS: Record<SearchField, string> = {
  BUILDING: 'immeuble',
  UNIT: 'lot',
  OWNER: 'proprietaire',
  SUBJECT_OR_DESCRIPTION: 'sujet-ou-description',
  NUMBER: 'numero',
  CONTRACTOR: 'intervenant',
};

const TYPE_WORDS: Record<TicketType, string> = {
  WORK_ORDER: 'ods',
  MULTI_WORK_ORDER: 'odsm',
  SINGLE_QUOTE: 'ds',
  MULTIPLE_QUOTE: 'dm',
  PRE_TICKET: 'demande',
};

const QUEUE_WORDS: Record<Queue, string> = {
  TODO: 'a-traiter',
  UNREAD: 'non-lus',
  WEEK_VISITS: 'rdv-de-la-semaine',
  LATE: 'en-retard',
  URGENT: 'urgents',
  PENDING: 'a-valider',
  DORMANT: 'dormants',
  REVIEW: 'a-revoir',
  ASIDE: 'mis-de-cote',
};

const SORT_WORDS: Record<ListSort, string> = {
  MODIFIED: 'modification',
  MODIFIED_FIRST: 'modification-ancienne',
  OPENED: 'ouverture',
  OPENED_FIRST: 'ouverture-ancienne',
  NEXT: 'echeance',
};

/** The first is how the list comes by itself. */
export const SORTS = (Object.keys(SORT_WORDS) as ListSort[]).filter((sort) => sort !== 'MODIFIED');
export const QUEUES = Object.keys(QUEUE_WORDS) as Queue[];
export const SHOWS = Object.keys(SHOW_WORDS) as Show[];
export const TICKET_TYPES = Object.keys(TYPE_WORDS) as TicketType[];

/** Manual, "Recherches": what each module searches by. */
export const SEARCH_FIELDS_OF: Record<ModuleCode, readonly SearchField[]> = {
  SYNDIC: ['BUILDING', 'SUBJECT_OR_DESCRIPTION', 'NUMBER', 'CONTRACTOR'],
  GERANCE: ['UNIT', 'BUILDING', 'OWNER', 'SUBJECT_OR_DESCRIPTION', 'NUMBER', 'CONTRACTOR'],
};

/** @param mine what is shown when the address says nothing: own tickets, or all that one may see */
export function readFilters(params: URLSearchParams, mine = DEFAULT_FILTERS.mine): TicketFilters {
  const asked = params.get('mes-tickets');
  return {
    mine: asked === null ? mine : asked !== 'non',
    show: codeOf(SHOW_WORDS, params.get('afficher')) ?? DEFAULT_FILTERS.show,
    search: params.get('recherche') ?? '',
    searchIn: codeOf(SEARCH_WORDS, params.get('chercher-par')) ?? '',
    types: codeOf(TYPE_WORDS, params.get('type')) ?? '',
    queue: codeOf(QUEUE_WORDS, params.get('file')) ?? '',
    sort: codeOf(SORT_WORDS, params.get('tri')) ?? '',
    columns: params.get('colonnes') ?? '',
  };
}

/** Only what differs from the default is written. */
export function writeFilters(
  { mine, show, search, searchIn, types, queue, sort, columns }: TicketFilters,
  mineByDefault = DEFAULT_FILTERS.mine,
): URLSearchParams {
  const params = new URLSearchParams();
  if (show !== DEFAULT_FILTERS.show) params.set('afficher', SHOW_WORDS[show]);
  if (mine !== mineByDefault) params.set('mes-tickets', mine ? 'oui' : 'non');
  if (queue !== '') params.set('file', QUEUE_WORDS[queue]);
  if (sort !== '') params.set('tri', SORT_WORDS[sort]);
  if (columns !== '') params.set('colonnes', columns);
  if (types !== '') params.set('type', TYPE_WORDS[types]);
  if (searchIn !== '') params.set('chercher-par', SEARCH_WORDS[searchIn]);
  if (search !== '') params.set('recherche', search);
  return params;
}

function codeOf<C extends string>(words: Record<C, string>, word: string | null): C | undefined {
  return (Object.keys(words) as C[]).find((code) => words[code] === word);
}
