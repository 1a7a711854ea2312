import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newKey } from '../lib/keys.js';
import { http } from './http/http.js';
import type {
  ErasedDto,
  FindPeopleResponse,
  GetRetentionResponse,
  HeldDto,
  SoughtPersonDto,
  PreviewRetentionResponse,
  RetentionDto,
} from './types.js';

const RETENTION_KEY = ['privacy', 'retention'] as const;
const PEOPLE_KEY = ['privacy', 'people'] as const;
const SHORTEST_SEARCH = 2;

/** Clients and contractors, by the beginnings of words. */
export function useFoundPeople(search: string) {
  return useQuery({
    queryKey: [...PEOPLE_KEY, search],
    queryFn: ({ signal }) => http.get<FindPeopleResponse>('/api/privacy/people', { search }, signal),
    enabled: search.trim().length >= SHORTEST_SEARCH,
  });
}

export function useHeld() {
  return useMutation({
    mutationFn: (person: SoughtPersonDto) => http.post<HeldDto>('/api/privacy/held', person),
  });
}

/** The ZIP, to be saved. */
export function useExportPerson() {
  return useMutation({
    mutationFn: (person: SoughtPersonDto) => http.postForFile('/api/privacy/export', person),
  });
}

export function useErasePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: SoughtPersonDto) => http.post<ErasedDto>('/api/privacy/erasure', person, newKey()),
    // Whoever looks for the same name again does not find who is gone.
    onSuccess: () => client.resetQueries({ queryKey: PEOPLE_KEY }),
  });
}

export function useRetention() {
  return useQuery({
    queryKey: RETENTION_KEY,
    queryFn: ({ signal }) => http.get<GetRetentionResponse>('/api/privacy/retention', {}, signal),
  });
}

export function usePreviewRetention() {
  return useMutation({
    mutationFn: (rule: RetentionDto) =>
      http.post<PreviewRetentionResponse>('/api/privacy/retention/preview', rule),
  });
}

export function useSaveRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rule: RetentionDto) => http.change('PUT', '/api/privacy/retention', rule, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: RETENTION_KEY }),
  });
}
