import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { propertyKeys } from './keys.js';
import type { Entry, Register, Verification } from './types.js';

/** A card has a register for each of its mentions. */
type RegisterOf = Pick<Register, 'cardId' | 'mention'>;

const partOf = ({ cardId }: RegisterOf, ...rest: string[]): string =>
  ['/api/property/registers', cardId, ...rest].join('/');

export const registerPath = (register: RegisterOf, ...rest: string[]): string =>
  `${partOf(register, ...rest)}?mention=${register.mention ?? 'G'}`;

export function useRegisters() {
  return useQuery({
    queryKey: propertyKeys.registers,
    queryFn: async () => (await http.get<{ registers: Register[] }>('/api/property/registers')).registers,
    staleTime: 0,
  });
}

export function useEntries(register: RegisterOf) {
  return useInfiniteQuery({
    queryKey: [...propertyKeys.registers, register.cardId, register.mention],
    queryFn: ({ signal, pageParam }) =>
      http.get<{ entries: Entry[]; nextBefore: number }>(
        partOf(register, 'entries'),
        { mention: register.mention, before: pageParam || undefined, limit: 50 },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextBefore }) => nextBefore || undefined,
    staleTime: 0,
  });
}

export function useVerify(register: RegisterOf) {
  return useMutation({ mutationFn: () => http.get<Verification>(registerPath(register, 'verification')) });
}

export interface NewAnnotation {
  number: number;
  kind: 'ENDING' | 'AMENDMENT';
  on: string;
  text: string;
}

export function useAnnotate(register: RegisterOf, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, ...annotation }: NewAnnotation) =>
      http.post(registerPath(register, 'entries', String(number), 'annotations'), annotation, key),
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

export function useEnterDecision(register: RegisterOf, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: NewDecision) => http.post(registerPath(register, 'decisions'), decision, key),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.registers }),
  });
}
