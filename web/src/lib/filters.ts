import type { Show } from '../api/types.js';

export interface TicketFilters {
  mine: boolean;
  show: Show;
  search: string;
}

export const DEFAULT_FILTERS: TicketFilters = { mine: true, show: 'open', search: '' };

/** What the address says for each choice; French, since people read and share addresses. */
const SHOW_WORDS: Record<Show, string> = {
  open: 'en-cours',
  today: 'du-jour',
  closed: 'fermes',
  all: 'tous',
};

export const SHOWS = Object.keys(SHOW_WORDS) as Show[];

export function readFilters(params: URLSearchParams): TicketFilters {
  const show = SHOWS.find((s) => SHOW_WORDS[s] === params.get('afficher'));
  return {
    mine: params.get('mes-tickets') !== 'non',
    show: show ?? DEFAULT_FILTERS.show,
    search: params.get('recherche') ?? '',
  };
}

/** Only what differs from the default is written. */
export function writeFilters(filters: TicketFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.show !== DEFAULT_FILTERS.show) params.set('afficher', SHOW_WORDS[filters.show]);
  if (!filters.mine) params.set('mes-tickets', 'non');
  if (filters.search !== '') params.set('recherche', filters.search);
  return params;
}
