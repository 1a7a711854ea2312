import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../api/http/http.js';
import { newKey } from '../lib/keys.js';

const JESTIMO = '/api/jestimo';
/** What goes on by itself shows without a click. */
const SOON = 2_000;

export interface JestimoAccount {
  userId: string;
  login: string;
  savedAt?: string;
}

export type EstimateKind = 'RENT' | 'SALE';

export interface Estimate {
  id: string;
  kind: EstimateKind;
  redirectUrl: string;
  lowCents: number;
  valueCents: number;
  highCents: number;
  perM2Cents: number;
  confidence: string;
  madeAt: string;
  madeBy: string;
}

export interface Feed {
  entityId: string;
  entityName: string;
  state: 'OFF' | 'READY' | 'SENDING' | 'SENT' | 'FAILING';
  sentThrough: string;
  lastSentAt?: string;
  lastRecords: number;
  knownRecords: number;
  failureCode: string;
  nextTryAt?: string;
}

export interface Sending {
  id: string;
  entityId: string;
  day: string;
  records: number;
  state: 'WAITING' | 'SENT' | 'FAILING';
  attempts: number;
  madeAt: string;
  failureCode: string;
}

export interface Login {
  login: string;
  password: string;
}

export const useJestimoAccount = () =>
  useQuery({
    queryKey: ['jestimo', 'account'],
    queryFn: () => http.get<{ account?: JestimoAccount; configured: boolean }>(`${JESTIMO}/account`),
  });

export const useJestimoAccounts = () =>
  useQuery({
    queryKey: ['jestimo', 'accounts'],
    queryFn: async () => (await http.get<{ accounts: JestimoAccount[] }>(`${JESTIMO}/accounts`)).accounts,
  });

export const useFeeds = () =>
  useQuery({
    queryKey: ['jestimo', 'feeds'],
    queryFn: async () => (await http.get<{ feeds: Feed[] }>(`${JESTIMO}/feeds`)).feeds,
    refetchInterval: SOON,
  });

export const useSendings = () =>
  useQuery({
    queryKey: ['jestimo', 'sendings'],
    queryFn: async () => (await http.get<{ sendings: Sending[] }>(`${JESTIMO}/feeds/sendings`)).sendings,
    refetchInterval: SOON,
  });

export const useEstimates = (unitId: string) =>
  useQuery({
    queryKey: ['jestimo', 'estimates', unitId],
    queryFn: async () =>
      (await http.get<{ estimates: Estimate[] }>(`${JESTIMO}/units/${unitId}/estimates`)).estimates,
  });

/** A command, after which all that is shown of Jestimo is read again. */
function useCommand<T, R>(run: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: ['jestimo'] }),
  });
}

export const useSaveAccount = () =>
  useCommand((login: Login) => http.change<unknown>('PUT', `${JESTIMO}/account`, login, { key: newKey() }));

export const useForgetAccount = () =>
  useCommand(() => http.change<unknown>('DELETE', `${JESTIMO}/account`, undefined, { key: newKey() }));

export const useSaveAccounts = () =>
  useCommand((logins: Login & { userIds: string[] }) =>
    http.change<unknown>('PUT', `${JESTIMO}/accounts`, logins, { key: newKey() }),
  );

export const useSetFeed = () =>
  useCommand(({ entityId, enabled }: { entityId: string; enabled: boolean }) =>
    http.change<Feed>('PUT', `${JESTIMO}/feeds/${entityId}`, { enabled }, { key: newKey() }),
  );

export const useStartFeed = () =>
  useCommand(({ entityId, how }: { entityId: string; how: 'initialisation' | 'retry' }) =>
    http.change<Feed>('POST', `${JESTIMO}/feeds/${entityId}/${how}`, undefined, { key: newKey() }),
  );

/** The key is of one click: sent again, it is the same estimate. */
export const useEstimate = (unitId: string) =>
  useCommand(({ kind, key }: { kind: EstimateKind; key: string }) =>
    http.post<Estimate>(`${JESTIMO}/units/${unitId}/estimates`, { kind }, key),
  );
