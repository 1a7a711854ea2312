import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { newKey } from '../../lib/keys.js';
import { propertyKeys } from './keys.js';
import type { DepartureResult, DueAlarm, LeaseRow, RentCall, Revision, TenantFile } from './types.js';

const TENANTS = '/api/property/tenants';

export function useTenants(search: string, presentOnly: boolean) {
  return useInfiniteQuery({
    queryKey: [...propertyKeys.tenants, search, presentOnly],
    queryFn: ({ signal, pageParam }) =>
      http.get<{ leases: LeaseRow[]; nextCursor: string }>(
        TENANTS,
        { search, presentOnly, limit: 50, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    placeholderData: keepPreviousData,
  });
}

export function useTenant(leaseId: string) {
  return useQuery({
    queryKey: propertyKeys.tenant(leaseId),
    queryFn: async ({ signal }) =>
      (await http.get<{ tenant: TenantFile }>(`${TENANTS}/${leaseId}`, undefined, signal)).tenant,
  });
}

export function useRentCalls(leaseId: string) {
  return useQuery({
    queryKey: [...propertyKeys.tenant(leaseId), 'rent-calls'],
    queryFn: async ({ signal }) =>
      (await http.get<{ rentCalls: RentCall[] }>(`${TENANTS}/${leaseId}/rent-calls`, { limit: 12 }, signal))
        .rentCalls,
  });
}

/** Until a month from today; the server knows the day. */
export function useAlarmsDue() {
  return useQuery({
    queryKey: [...propertyKeys.tenants, 'alarms'],
    queryFn: async ({ signal }) =>
      (await http.get<{ alarms: DueAlarm[] }>('/api/property/alarms', { limit: 20 }, signal)).alarms,
  });
}

function useTenantCommand<B extends { leaseId: string }, R>(
  path: (body: B) => string,
  bodyOf: (body: B) => unknown,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...command }: B & { key?: string }) =>
      http.post<R>(path(command as unknown as B), bodyOf(command as unknown as B), key ?? newKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.all }),
  });
}

export function useMarkAlarmDone() {
  return useTenantCommand<{ leaseId: string; alarmId: string }, unknown>(
    ({ leaseId, alarmId }) => `${TENANTS}/${leaseId}/alarms/${alarmId}/done`,
    () => ({}),
  );
}

export interface NoticeCommand {
  leaseId: string;
  version: number;
  sharerId: string;
  reason: string;
  receivedOn: string;
  leavesOn: string;
  remarks: string;
  newAddress: object;
}

export function useGiveNotice() {
  return useTenantCommand<NoticeCommand, unknown>(
    ({ leaseId }) => `${TENANTS}/${leaseId}/notices`,
    ({ leaseId: _, version, ...notice }) => ({ version, notice }),
  );
}

export function useWithdrawNotice() {
  return useTenantCommand<{ leaseId: string; noticeId: string; version: number }, unknown>(
    ({ leaseId, noticeId }) => `${TENANTS}/${leaseId}/notices/${noticeId}/withdrawal`,
    ({ version }) => ({ version }),
  );
}

export interface SharerCommand {
  leaseId: string;
  version: number;
  replacesSharerId: string;
  sharer: object;
  guarantor: object | undefined;
}

export function useEnterSharer() {
  return useTenantCommand<SharerCommand, unknown>(
    ({ leaseId }) => `${TENANTS}/${leaseId}/sharers`,
    ({ leaseId: _, ...entry }) => entry,
  );
}

export interface DepartureCommand {
  leaseId: string;
  version: number;
  departure: object;
}

export function useRecordDepartures() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ departures, key }: { departures: DepartureCommand[]; key: string }) =>
      (await http.post<{ results: DepartureResult[] }>('/api/property/departures', { departures }, key))
        .results,
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.all }),
  });
}

export function usePreviewRevision(leaseId: string, askedOn: string) {
  return useQuery({
    queryKey: [...propertyKeys.tenant(leaseId), 'revision', askedOn],
    queryFn: ({ signal }) => http.get<Revision>(`${TENANTS}/${leaseId}/revision`, { askedOn }, signal),
    enabled: askedOn !== '',
  });
}

export function useReviseRent() {
  return useTenantCommand<{ leaseId: string; version: number; askedOn: string }, unknown>(
    ({ leaseId }) => `${TENANTS}/${leaseId}/revisions`,
    ({ version, askedOn }) => ({ version, askedOn }),
  );
}
