import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountApi } from '../../api/account.js';
import { Http } from '../../api/http/http.js';
import { hasArrived, sayArrived } from '../../api/http/has-arrived.js';
import { isPassing } from '../../api/http/query-client.js';
import { sessionHooks } from '../../api/http/session-hooks.js';
import { uploaderTo } from '../../api/uploads/uploads.js';
import { CLIENT_REQUEST } from '../../fr.js';
import type {
  ClientPlace,
  ClientRequest,
  ClientSession,
  FollowUp,
  FollowUpPage,
  ListSharedReportsResponse,
  OwnRequest,
  OwnRequestPage,
} from '../../api/types.js';

/** Its own CSRF token: one browser may be signed in to both extranets. */
const http = new Http('/api/client/session');

export const {
  useSession: useClientSession,
  useSignedIn: useClient,
  useSignIn: useClientSignIn,
  useSecondStep: useClientSecondStep,
  usePasskeySignIn: useClientPasskeySignIn,
  useSignOut: useClientSignOut,
  useReturn: useClientReturn,
} = sessionHooks<ClientSession>(http, '/api/client/session');

export const clientAccountApi = accountApi(http, '/api/client/account');

export const uploadOfClient = uploaderTo(http, '/api/client/uploads');

const PAGE_SIZE = 20;
const RETRIES = 3;
/** The stream says when to read again (`use-client-live.ts`); whoever comes back to a page reads again anyway. */
const LIVE = { staleTime: 0, refetchOnWindowFocus: true } as const;

export function usePlaces() {
  return useQuery({
    queryKey: ['places'],
    queryFn: async ({ signal }) =>
      (await http.get<{ places: ClientPlace[] }>('/api/client/places', {}, signal)).places,
    staleTime: Infinity,
  });
}

export function useFollowUps() {
  return useInfiniteQuery({
    queryKey: ['follow-ups'],
    queryFn: ({ pageParam: cursor, signal }) =>
      http.get<FollowUpPage>('/api/client/follow-ups', { cursor, limit: PAGE_SIZE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    ...LIVE,
  });
}

export function useOwnRequests() {
  return useInfiniteQuery({
    queryKey: ['requests'],
    queryFn: ({ pageParam: cursor, signal }) =>
      http.get<OwnRequestPage>('/api/client/requests', { cursor, limit: PAGE_SIZE }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    ...LIVE,
  });
}

/** Clients are told of tickets alone: what is given or taken back while the list is on screen is asked for. */
const REPORTS_EVERY_MS = 10_000;

export function useClientReports() {
  return useQuery({
    queryKey: ['reports'],
    queryFn: async ({ signal }) =>
      (await http.get<ListSharedReportsResponse>('/api/client/reports', {}, signal)).reports,
    ...LIVE,
    refetchInterval: REPORTS_EVERY_MS,
  });
}

export const clientReportUrl = (id: string): string => `/api/client/reports/${id}/report.pdf`;

export function useFollowUp(id: string) {
  return useQuery({
    queryKey: ['follow-up', id],
    queryFn: ({ signal }) => http.get<FollowUp>(`/api/client/follow-ups/${id}`, {}, signal),
    ...LIVE,
  });
}

export function useOwnRequest(id: string) {
  return useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => http.get<OwnRequest>(`/api/client/requests/${id}`, {}, signal),
    ...LIVE,
  });
}

/**
 * Repeated by itself while the network fails: the key makes it count once. `onArrived`: an earlier text came through
 * under this key, and only the answer was lost.
 */
export function useSendRequest(onArrived: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: ClientRequest; key: string }) =>
      http
        .post<{ ticketId: string; number: number }>('/api/client/requests', request, key)
        .catch(sayArrived(CLIENT_REQUEST.arrived)),
    retry: (count, error) => count < RETRIES && isPassing(error),
    onError: (error) => {
      if (hasArrived(error)) onArrived();
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['requests'] }),
  });
}

/** Its page, where one writes, adds photos, cancels, and says whether it is repaired. */
export function useRequestPage(id: string) {
  return useMutation({
    mutationFn: (key: string) => http.post<{ url: string }>(`/api/client/requests/${id}/link`, {}, key),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

export function sentDocumentUrl(requestId: string, documentId: string): string {
  return `/api/client/requests/${requestId}/documents/${documentId}`;
}
