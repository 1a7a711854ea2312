import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { fetchTicketPage } from '../api/tickets.js';
import { http } from '../api/http/http.js';
import { useSignedIn } from '../api/session.js';
import type { BuildingList, Contractor, TicketRow, UnitRow } from '../api/types.js';
import { typeName } from '../fr.js';
import { FINDER } from '../fr/finder.js';
import { DEFAULT_FILTERS, writeFilters } from '../lib/lists/filters.js';
import type { TicketFilters } from '../lib/lists/filters.js';
import { MODULE_PATHS, moduleOf } from '../lib/modules.js';
import type { ModulePath } from '../lib/modules.js';
import { knownPeople } from '../people/known-people.js';

export interface Found {
  id: string;
  label: string;
  description: string;
  to: string;
}

export type FoundGroup = 'tickets' | 'people' | 'buildings' | 'contractors';

const TYPING_PAUSE_MS = 200;
const FEWEST_LETTERS = 2;
/** Of each kind: what a screen shows without scrolling. */
const MOST = 5;

/** What is found while somebody types; each kind by itself, and only what the user may see. */
export function useFound(typed: string, mineByDefault: boolean) {
  const { user } = useSignedIn();
  const { pathname } = useLocation();
  // That of the page first: what is of both modules is shown in it.
  const modules = MODULE_PATHS.filter((path) => user.rights[path].view).toSorted(
    (a, b) => Number(pathname.includes(b)) - Number(pathname.includes(a)),
  );
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const isAsked = search.length >= FEWEST_LETTERS || /^\d$/.test(search);
  const { data, isFetching, error } = useQuery({
    queryKey: ['finder', search, modules],
    queryFn: ({ signal }) => findAll(search, modules, mineByDefault, signal),
    enabled: isAsked && modules.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return { found: isAsked ? data : undefined, isFetching: isFetching || search !== typed.trim(), error };
}

async function findAll(
  search: string,
  modules: readonly ModulePath[],
  mine: boolean,
  signal: AbortSignal,
): Promise<Record<FoundGroup, Found[]>> {
  const ofEach = async (find: (path: ModulePath) => Promise<Found[]>): Promise<Found[]> =>
    (await Promise.all(modules.map(find))).flat().slice(0, MOST);
  const listAt = (path: ModulePath, filters: Partial<TicketFilters>): string => {
    const all: TicketFilters = { ...DEFAULT_FILTERS, mine: false, show: 'all', ...filters };
    return `/tickets/${path}?${writeFilters(all, mine).toString()}`;
  };
  const [first = 'syndic'] = modules;
  const [tickets, people, buildings, contractors] = await Promise.all([
    ofEach(async (path) => {
      const filters: TicketFilters = { ...DEFAULT_FILTERS, mine: false, show: 'all', search };
      const page = await fetchTicketPage(moduleOf(path), filters, '', signal);
      return page.tickets.slice(0, MOST).map((row) => foundTicket(row, path));
    }),
    peopleNamed(search, signal).then((found) =>
      found.map(({ label, unitReference }) => ({
        id: `person ${label}`,
        label,
        description: FINDER.ticketsOf,
        to: listAt(first, { search: unitReference }),
      })),
    ),
    ofEach(async (path) => {
      const asked = { module: moduleOf(path), search, limit: MOST };
      const list = await http.get<BuildingList>('/api/buildings', asked, signal);
      return list.buildings.map(({ id, name, reference, address, city }) => ({
        id: `${path} ${id}`,
        label: name,
        description: FINDER.ticketsAt([address, city].filter(Boolean).join(', ')),
        to: listAt(path, { show: 'open', searchIn: 'BUILDING', search: reference || name }),
      }));
    }),
    contractorsNamed(search, signal).then((found) =>
      found.map(({ id, party, trade }) => ({
        id,
        label: party?.name ?? '',
        description: [trade, FINDER.ticketsOf].filter(Boolean).join(' · '),
        to: listAt(first, { searchIn: 'CONTRACTOR', search: party?.name ?? '' }),
      })),
    ),
  ]);
  return { tickets, people, buildings, contractors };
}

const foundTicket = (row: TicketRow, path: ModulePath): Found => ({
  id: row.id,
  label: `${row.number} · ${row.subject}`,
  description: [typeName(row.type).short, row.placeLabel, row.contractorNames].filter(Boolean).join(' · '),
  to: `/tickets/${path}/${row.id}`,
});

async function peopleNamed(search: string, signal: AbortSignal) {
  const { units } = await http.get<{ units: UnitRow[] }>('/api/units', { search, limit: 20 }, signal);
  const references = new Map(units.map(({ unit }) => [unit?.id, unit?.reference]));
  return knownPeople(units, search)
    .slice(0, MOST)
    .map(({ label, name, unitId }) => ({ label, unitReference: references.get(unitId) ?? name }));
}

async function contractorsNamed(search: string, signal: AbortSignal): Promise<Contractor[]> {
  const asked = { search, limit: MOST };
  return (await http.get<{ contractors: Contractor[] }>('/api/contractors', asked, signal)).contractors;
}
