import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { propertyKeys } from './keys.js';
import type { Entry, Register, Verification } from './types.js';

export const registerPath = (cardId: string, ...rest: string[]): string =>
  ['/api/property/registers', cardId, ...rest].join('/');

export function useRegisters() {
  return useQuery({
    queryKey: propertyKeys.registers,
    queryFn: async () => (await http.get<{ registers: Register[] }>('/api/property/registers')).registers,
    staleTime: 0,
  });
}

export function useEntries(cardId: string) {
  return useInfiniteQuery({
    queryKey: [...propertyKeys.registers, cardId],
    queryFn: ({ signal, pageParam }) =>
      http.get<{ entries: Entry[]; nextBefore: number }>(
        registerPath(cardId, 'entries'),
        { before: pageParam || undefined, limit: 50 },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextBefore }) => nextBefore || undefined,
    staleTime: 0,
  });
}

export function useVerify(cardId: string) {
  return useMutation({ mutationFn: () => http.get<Verification>(registerPath(cardId, 'verification')) });
}

export interface NewAnnotation {
  number: number;
  kind: 'ENDING' | 'AMENDMENT';
  on: string;
  text: string;
}

export function useAnnotate(cardId: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, ...annotation }: NewAnnotation) =>
      http.post(registerPath(cardId, 'entries', String(number), 'annotations'), annotation, key),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.registers }),
  });
}

export interface NewDecision {
  on: string;
  mandantName: string;
  mandantAddress: string;
  places: string[];
  remarks: string;
}

export function useEnterDecision(cardId: string, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: NewDecision) => http.post(registerPath(cardId, 'decisions'), decision, key),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.registers }),
  });
}
