import { useMutation } from '@tanstack/react-query';
import { DEFAULT_FILTERS } from '../lib/lists/filters.js';
import { MODULE_PATHS, moduleOf } from '../lib/modules.js';
import { useSignedIn } from './session.js';
import { fetchTicketPage } from './tickets.js';
import type { TicketRow } from './types.js';

/** A ticket by the number that people know, in whichever module; undefined where there is none for this user. */
export function useFindTicket() {
  const { user } = useSignedIn();
  const modules = MODULE_PATHS.filter((path) => user.rights[path].view).map(moduleOf);
  return useMutation({
    mutationFn: async (number: string): Promise<TicketRow | undefined> => {
      const filters = {
        ...DEFAULT_FILTERS,
        mine: false,
        show: 'all',
        search: number,
        searchIn: 'NUMBER',
      } as const;
      const pages = await Promise.all(modules.map((module) => fetchTicketPage(module, filters, '')));
      return pages.flatMap(({ tickets }) => tickets).find((row) => String(row.number) === number);
    },
  });
}
