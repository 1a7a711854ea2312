import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { TicketFilters } from '../lib/lists/filters.js';
import { CREATION } from '../fr.js';
import { newKey } from '../lib/keys.js';
import { sayArrived } from './http/has-arrived.js';
import { http, withQuery } from './http/http.js';
import type { ChangeMethod } from './http/http.js';
import { ProblemError } from './http/problem.js';
import type {
  ArchiveState,
  ListEarlierResponse,
  Message,
  ModuleCode,
  QueueCounts,
  Ticket,
  TicketPage,
  VerifyHistoryResponse,
} from './types.js';

/** Which columns are shown is the screen's own. */
const asked = ({ columns: _, ...filters }: TicketFilters) => filters;

const ARCHIVE_POLL_MS = 3000;

export const keys = {
  lists: ['tickets'] as const,
  list: (module: ModuleCode, filters: TicketFilters) => ['tickets', module, asked(filters)] as const,
  queues: (module: ModuleCode, mine: boolean) => ['queues', module, mine] as const,
  asides: (module: ModuleCode) => ['asides', module] as const,
  ticket: (id: string) => ['ticket', id] as const,
  messages: (id: string) => ['messages', id] as const,
  archive: (id: string) => ['archive', id] as const,
};

export function fetchTicketPage(
  module: ModuleCode,
  filters: TicketFilters,
  cursor: string,
  signal?: AbortSignal,
): Promise<TicketPage> {
  return http.get<TicketPage>('/api/tickets', { module, ...asked(filters), cursor }, signal);
}

export type TicketPages = InfiniteData<TicketPage, string>;

export function useTicketList(module: ModuleCode, filters: TicketFilters) {
  return useInfiniteQuery({
    queryKey: keys.list(module, filters),
    queryFn: ({ pageParam, signal }) => fetchTicketPage(module, filters, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor || undefined,
    placeholderData: keepPreviousData,
  });
}

const ONGOING = 50;

/** The open tickets of a building that one may see. */
export function useOngoingAt(module: ModuleCode, buildingId: string) {
  return useQuery({
    queryKey: ['ongoing', module, buildingId],
    queryFn: async ({ signal }) => {
      const asked = { module, buildingId, show: 'open', mine: false, limit: ONGOING };
      return (await http.get<TicketPage>('/api/tickets', asked, signal)).tickets;
    },
    enabled: buildingId !== '',
  });
}

/** How many tickets wait in each queue; told anew when tickets change, see the list's `use-live-counts.ts`. */
export function useQueueCounts(module: ModuleCode, mine: boolean) {
  return useQuery({
    queryKey: keys.queues(module, mine),
    queryFn: ({ signal }) => http.get<QueueCounts>('/api/tickets/queues', { module, mine }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useTicket(id: string) {
  return useQuery({
    queryKey: keys.ticket(id),
    queryFn: ({ signal }) => http.get<Ticket>(`/api/tickets/${id}`, {}, signal),
  });
}

export type EarlierPart = { part: 'HISTORY' | 'NOTES' } | { part: 'MESSAGES'; threadId: string };

export function fetchEarlier(
  id: string,
  part: EarlierPart,
  before: number,
  signal?: AbortSignal,
): Promise<ListEarlierResponse> {
  return http.get<ListEarlierResponse>(`/api/tickets/${id}/earlier`, { ...part, before }, signal);
}

/** Asked for when somebody wants to know, each time anew. */
export function useHistoryCheck(id: string) {
  return useMutation({
    mutationFn: () => http.get<VerifyHistoryResponse>(`/api/tickets/${id}/history/verification`),
  });
}

export function useMessages(id: string) {
  return useQuery({
    queryKey: keys.messages(id),
    queryFn: async ({ signal }) =>
      (await http.get<{ messages: Message[] }>(`/api/tickets/${id}/messages`, {}, signal)).messages,
  });
}

/** Prepared in the background after the closing: asked again until it is there. */
export function useArchive(id: string) {
  return useQuery({
    queryKey: keys.archive(id),
    queryFn: () => fetchArchiveState(id),
    refetchInterval: ({ state }) => (state.data === 'PENDING' ? ARCHIVE_POLL_MS : false),
  });
}

async function fetchArchiveState(id: string): Promise<ArchiveState> {
  try {
    return (await http.get<{ state: ArchiveState }>(`/api/tickets/${id}/archive`)).state;
  } catch (error) {
    // The closing is known to the ticket before it reaches the archive.
    if (error instanceof ProblemError && error.status === 404) return 'PENDING';
    throw error;
  }
}

export interface TicketCommand {
  /** POST unless told otherwise. */
  method?: ChangeMethod;
  /** Path below the ticket, e.g. "closing" or "missions/m1/acceptance"; empty for the ticket itself. */
  path: string;
  body: unknown;
  key: string;
}

export function useTicketCommand(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body, key }: TicketCommand) =>
      http.change<Ticket | undefined>(method, `/api/tickets/${id}${path && `/${path}`}`, body, { key }),
    onSuccess: (ticket) => {
      if (ticket) storeTicket(client, ticket);
      // Deleted: it leaves the lists.
      else void client.invalidateQueries({ queryKey: keys.lists });
    },
  });
}

export type LinkHolder = { missionId: string } | { correspondentId: string };

/** Sends a personal link again, or ends it; sending shows in the journal. */
export function useLinkCommand(id: string, holder: LinkHolder) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, key }: { what: 'sending' | 'revocation'; key: string }) =>
      http.change<unknown>('POST', `/api/tickets/${id}/links/${what}`, holder, { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.messages(id) }),
  });
}

export interface SentDraft {
  draft: unknown;
  key: string;
}

/** Opens a ticket; with the id of a "?", validates it. */
export function useSendDraft(
  pendingId: string | undefined,
  onError: (error: Error, sent: SentDraft) => void,
) {
  const client = useQueryClient();
  const path = pendingId ? `/api/tickets/${pendingId}/validation` : '/api/tickets';
  return useMutation({
    mutationFn: ({ draft, key }: SentDraft) =>
      http.post<Ticket>(path, draft, key).catch(sayArrived(CREATION.arrived)),
    onError,
    onSuccess: (ticket) => {
      storeTicket(client, ticket);
      return client.invalidateQueries({ queryKey: keys.lists, refetchType: 'none' });
    },
  });
}

interface ManagerChange {
  ticketIds: string[];
  managerId: string;
  key: string;
}

interface ManagerChanged {
  changed: number;
  /** Each ticket is changed alone: these were not. */
  refused: { ticketId: string; detail: string }[];
}

export function useChangeManager() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: ManagerChange) =>
      http.post<ManagerChanged>('/api/tickets/manager-changes', body, key),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.lists }),
  });
}

export type ExportedTickets = TicketFilters | { ids: string };

export function exportUrl(format: 'csv' | 'txt', module: ModuleCode, tickets: ExportedTickets): string {
  const which = 'ids' in tickets ? tickets : asked(tickets);
  return withQuery(`/api/tickets/export.${format}`, { module, ...which });
}

/** A live refresh may have brought a newer version meanwhile. */
function storeTicket(client: QueryClient, ticket: Ticket): void {
  client.setQueryData<Ticket>(keys.ticket(ticket.id), (known) =>
    known && known.version > ticket.version ? known : ticket,
  );
}

/** Whether what is cached is at least of that version. */
export function isKnown(client: QueryClient, ticketId: string, version: number | undefined): boolean {
  const known = client.getQueryData<Ticket>(keys.ticket(ticketId));
  return known !== undefined && version !== undefined && known.version >= version;
}

/** Reading clears the red dot, for this user only; a failure only leaves the dot. */
export async function markRead(client: QueryClient, id: string): Promise<void> {
  await http.post(`/api/tickets/${id}/read`, {});
  client.setQueriesData<TicketPages>(
    { queryKey: keys.lists },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          tickets: page.tickets.map((row) => (row.id === id ? { ...row, unread: false } : row)),
        })),
      },
  );
}

/** Outlives the page; what is lost with the network is only a measure. */
export function recordTimeSpent(id: string, seconds: number): void {
  http
    .change('POST', `/api/tickets/${id}/time-spent`, { seconds }, { key: newKey(), keepalive: true })
    .catch(() => undefined);
}

export function documentUrl(ticketId: string, documentId: string): string {
  return `/api/tickets/${ticketId}/documents/${documentId}`;
}
