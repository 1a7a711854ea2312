import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http/http.js';
import { useLiveEvents } from '../api/live/live.js';
import type {
  Carnet,
  CarnetEntry,
  ListReportsResponse,
  ModuleCode,
  NewReportDto,
  Report,
  SharedWith,
} from '../api/types.js';
import { newKey } from '../lib/keys.js';

const REPORTS = '/api/reports';
const CARNETS = '/api/carnets';
const LIST = ['reports'];
const carnetKey = (buildingId: string) => ['carnet', buildingId];

export type FileFormat = 'pdf' | 'xlsx' | 'csv';
export const reportFile = (id: string, format: FileFormat): string => `${REPORTS}/${id}/report.${format}`;

/** What is being made moves by itself: the stream says when to read again. */
export function useReports(module: ModuleCode, limit: number) {
  const client = useQueryClient();
  useLiveEvents((kind) => {
    if (kind === 'report') void client.invalidateQueries({ queryKey: LIST });
  });
  return useQuery({
    queryKey: [...LIST, module, limit],
    queryFn: ({ signal }) => http.get<ListReportsResponse>(REPORTS, { module, limit }, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

function useCommand<T, A>(command: (asked: A) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: command,
    onSettled: () => client.invalidateQueries({ queryKey: LIST }),
  });
}

export const useNewReport = () =>
  useCommand(({ report, key }: { report: NewReportDto; key: string }) =>
    http.post<Report>(REPORTS, report, key),
  );

export const useShareReport = () =>
  useCommand(({ id, sharedWith }: { id: string; sharedWith: SharedWith }) =>
    http.change<Report>('PUT', `${REPORTS}/${id}/sharing`, { sharedWith }, { key: newKey() }),
  );

export const useRetryReport = () =>
  useCommand((id: string) => http.post<Report>(`${REPORTS}/${id}/retry`, undefined, newKey()));

export const useDeleteReport = () =>
  useCommand((id: string) => http.change<void>('DELETE', `${REPORTS}/${id}`, undefined, { key: newKey() }));

export const useCarnet = (buildingId: string) =>
  useQuery({
    queryKey: carnetKey(buildingId),
    queryFn: ({ signal }) => http.get<Carnet>(`${CARNETS}/${buildingId}`, {}, signal),
    staleTime: 0,
    // What is typed must not be replaced behind one's back.
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
  });

export function useSaveCarnet(buildingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, entries, key }: { version: number; entries: CarnetEntry[]; key: string }) =>
      http.change<Carnet>('PUT', `${CARNETS}/${buildingId}`, { version, entries }, { key }),
    onSuccess: (carnet) => client.setQueryData(carnetKey(buildingId), carnet),
  });
}
