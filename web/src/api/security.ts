import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, withQuery } from './http/http.js';
import type { GetSecuritySettingsResponse, ListSecurityEventsResponse } from './types.js';

const SETTINGS_KEY = ['security', 'settings'] as const;
const PAGE_SIZE = 50;

export interface SecurityFilters {
  kinds: string;
  personId: string;
  /** ISO instants; empty: open. */
  from: string;
  until: string;
}

export function useSecuritySettings() {
  return useQuery({
    queryKey: SETTINGS_KEY,
    queryFn: ({ signal }) => http.get<GetSecuritySettingsResponse>('/api/security', {}, signal),
  });
}

export function useSaveSecuritySettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secondFactorRequired: boolean) =>
      http.change('PUT', '/api/security', { secondFactorRequired }),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });
}

export function useResetSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => http.change('DELETE', `/api/security/second-factors/${userId}`),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });
}

/** Of one colleague; without a user everybody's but this one. */
export function useEndSessionsOf() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (userId?: string) =>
      http.change<{ ended: number }>('DELETE', ['/api/security/sessions', userId].filter(Boolean).join('/')),
    onSuccess: () => client.invalidateQueries({ queryKey: ['security', 'events'] }),
  });
}

/** Of one client, by the mail that signs in. */
export function useEndSessionsOfClient() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mail: string) =>
      http.change<{ ended: number }>('POST', '/api/security/client-sessions/end', { mail }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['security', 'events'] }),
  });
}

export function useSecurityEvents(filters: SecurityFilters) {
  return useInfiniteQuery({
    queryKey: ['security', 'events', filters],
    queryFn: ({ pageParam: cursor, signal }) =>
      http.get<ListSecurityEventsResponse>(
        '/api/security/events',
        { ...filters, cursor, limit: PAGE_SIZE },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    staleTime: 0,
  });
}

export const securityExportUrl = (filters: SecurityFilters): string =>
  withQuery('/api/security/events.csv', { ...filters });
