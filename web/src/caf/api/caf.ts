import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { toProblem } from '../../api/http/problem.js';
import { newKey } from '../../lib/keys.js';
import type {
  CafAlert,
  CafFile,
  CafSettings,
  Ground,
  LegalCase,
  PreviewRow,
  Radiation,
  Run,
  Scope,
  Statement,
  StatementLine,
  Station,
  Suggestion,
} from './types.js';

const CAF = '/api/caf';
const STATEMENTS = `${CAF}/statements`;

/** What goes on by itself (a file that waits, a statement that is read) shows without a click. */
const SOON = 2_000;

export function useGround() {
  return useQuery({ queryKey: ['caf', 'ground'], queryFn: () => http.get<Ground>(`${CAF}/entities`) });
}

export function useVersions(entityId: string) {
  return useQuery({
    queryKey: ['caf', 'versions', entityId],
    queryFn: async () =>
      (await http.get<{ versions: CafSettings[] }>(`${CAF}/entities/${entityId}/versions`)).versions,
  });
}

/** A command of the CAF, after which what it touched is read again. */
function useCommand<T, R>(run: (input: T) => Promise<R>, ...touched: string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () =>
      Promise.all(touched.map((name) => client.invalidateQueries({ queryKey: ['caf', name] }))),
  });
}

export const useSaveSettings = () =>
  useCommand(
    ({ entityId, savedAt: _at, savedBy: _by, ...body }: CafSettings) =>
      http.change<CafSettings>('PUT', `${CAF}/entities/${entityId}`, body, { key: newKey() }),
    ...['ground', 'versions', 'rows'],
  );

export const useSaveStation = () =>
  useCommand(
    ({ id, version, name, pickupFolder, statementsFolder }: Station) =>
      http.change<Station>(
        'PUT',
        `${CAF}/stations/${id}`,
        { version, name, pickupFolder, statementsFolder },
        { key: newKey() },
      ),
    'ground',
  );

export type RowFilter = '' | 'IN' | 'OUT' | 'FAULTY';

export function useRows(scope: Scope | undefined, filter: RowFilter) {
  return useInfiniteQuery({
    queryKey: ['caf', 'rows', scope, filter],
    queryFn: ({ pageParam, signal }) =>
      http.get<{ rows: PreviewRow[]; nextCursor: string }>(
        `${CAF}/rows`,
        { ...scope, filter, cursor: pageParam },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    enabled: scope !== undefined,
    staleTime: 0,
  });
}

/** @param told how many tenants were looked at, while the file is made */
export const useRun = (told?: (examined: number) => void) =>
  useCommand(
    async (asked: Scope & { dry?: boolean }) =>
      untilDone(await http.post<Run>(`${CAF}/runs`, asked, newKey()), told),
    ...['files', 'cases', 'radiations'],
  );

export const useRegenerate = () =>
  useCommand(
    async (fileId: string) =>
      untilDone(await http.post<Run>(`${CAF}/files/${fileId}/regeneration`, {}, newKey())),
    'files',
  );

export const useDrop = () =>
  useCommand((fileId: string) => http.post<CafFile>(`${CAF}/files/${fileId}/drop`, {}, newKey()), 'files');

/** A file of thousands takes longer than an answer may. */
async function untilDone(run: Run, told?: (examined: number) => void): Promise<Run> {
  let current = run;
  while (current.state === 'RUNNING') {
    told?.(current.examined);
    await new Promise((resolve) => setTimeout(resolve, SOON));
    current = await http.get<Run>(`${CAF}/runs/${encodeURIComponent(run.id)}`);
  }
  return current;
}

export interface FileFilter {
  message: string;
  organisme: string;
  state: string;
  /** Days, YYYY-MM-DD. */
  from: string;
  until: string;
}

export function useFiles(filter: FileFilter) {
  return useInfiniteQuery({
    queryKey: ['caf', 'files', filter],
    queryFn: ({ pageParam }) =>
      http.get<{ files: CafFile[]; nextCursor: string; blocked: Run[] }>(`${CAF}/files`, {
        ...filter,
        cursor: pageParam,
      }),
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ files }) => files.some((file) => file.state === 'WAITING')) ? SOON : false,
  });
}

export const fileContent = (id: string): string => `${CAF}/files/${id}/content`;
export const caseProof = (id: string): string => `${CAF}/legal-cases/${encodeURIComponent(id)}/proof`;

export function useRadiations() {
  return useInfiniteQuery({
    queryKey: ['caf', 'radiations'],
    queryFn: ({ pageParam }) =>
      http.get<{ radiations: Radiation[]; nextCursor: string }>(`${CAF}/radiations`, { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    staleTime: 0,
    // A notice of a moment ago is heard a moment later.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ radiations }) => radiations.some((one) => one.state === 'PENDING'))
        ? SOON
        : 5 * SOON,
  });
}

export function useCases(cleared: boolean) {
  return useQuery({
    queryKey: ['caf', 'cases', cleared],
    queryFn: () =>
      http.get<{ cases: LegalCase[]; scannedAt?: string }>(`${CAF}/legal-cases`, { cleared, refresh: true }),
  });
}

export function useAlerts() {
  return useQuery({
    queryKey: ['caf', 'alerts'],
    queryFn: async () => (await http.get<{ alerts: CafAlert[] }>(`${CAF}/alerts`)).alerts,
  });
}

export const useReport = () =>
  useCommand(
    ({ id, ...body }: { id: string; reportedOn: string; how: string; proofId?: string }) =>
      http.post<LegalCase>(`${CAF}/legal-cases/${encodeURIComponent(id)}/report`, body, newKey()),
    'cases',
  );

export const useOffer = () =>
  useCommand(
    (body: { account: string; receivedOn: string }) => http.post(`${CAF}/offers`, body, newKey()),
    'alerts',
  );

export const useOfferAnswer = () =>
  useCommand(
    ({ id, ...body }: { id: string; answeredOn: string; accepted: boolean }) =>
      http.post(`${CAF}/offers/${encodeURIComponent(id)}/answer`, body, newKey()),
    'alerts',
  );

export interface StatementFilter {
  state: string;
  /** YYYY-MM. */
  month: string;
  organisme: string;
}

export function useStatements(filter: StatementFilter) {
  return useInfiniteQuery({
    queryKey: ['caf', 'statements', filter],
    queryFn: ({ pageParam }) =>
      http.get<{ statements: Statement[]; nextCursor: string }>(STATEMENTS, { ...filter, cursor: pageParam }),
    placeholderData: keepPreviousData,
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ statements }) => statements.some(isUnderWay)) ? SOON : 15_000,
  });
}

export const isUnderWay = ({ state }: Pick<Statement, 'state'>): boolean =>
  state === 'READING' || state === 'POSTING';

const statementPath = (id: string, ...rest: string[]): string =>
  [STATEMENTS, encodeURIComponent(id), ...rest].join('/');

export function useStatement(id: string) {
  return useQuery({
    queryKey: ['caf', 'statement', id],
    queryFn: () => http.get<Statement>(statementPath(id)),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? SOON : false),
  });
}

export type LineFilter = '' | 'SELECTED' | 'UNSELECTED' | 'UNMATCHED' | 'POSTED';

/** Of a statement that is read or posted the lines come again once that is over. */
export function useLines({ id, state }: Statement, filter: LineFilter) {
  return useInfiniteQuery({
    queryKey: ['caf', 'lines', id, filter, state],
    enabled: state !== 'READING',
    // Those of before stay on the screen until then.
    placeholderData: (before: InfiniteData<LinesPage, string> | undefined, query): typeof before =>
      query?.queryKey[2] === id && query.queryKey[3] === filter ? before : undefined,
    queryFn: ({ pageParam }) => fetchLines(id, filter, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
  });
}

interface LinesPage {
  lines: StatementLine[];
  nextCursor: string;
}

const fetchLines = (id: string, filter: LineFilter, cursor: string) =>
  http.get<LinesPage>(statementPath(id, 'lines'), {
    ...{ filter, cursor, limit: 100 },
  });

/** Paper wants them all. */
export async function allLines(id: string, filter: LineFilter): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let cursor = '';
  do {
    const page = await fetchLines(id, filter, cursor);
    lines.push(...page.lines);
    cursor = page.nextCursor;
  } while (cursor);
  return lines;
}

export function useSuggestions(statementId: string, lineId: string) {
  return useQuery({
    queryKey: ['caf', 'suggestions', lineId],
    queryFn: async () =>
      (
        await http.get<{ suggestions: Suggestion[] }>(
          statementPath(statementId, 'lines', encodeURIComponent(lineId), 'suggestions'),
        )
      ).suggestions,
  });
}

export const useImport = () =>
  useCommand(async (file: File) => {
    const form = new FormData();
    form.append('file', file);
    const headers = { ...http.csrfHeaders(), 'Idempotency-Key': newKey() };
    const answer = await fetch(STATEMENTS, {
      method: 'POST',
      body: form,
      headers,
      credentials: 'same-origin',
    });
    const text = await answer.text();
    if (!answer.ok) throw toProblem(answer.status, text);
    return JSON.parse(text) as Statement;
  }, 'statements');

const ON_STATEMENT = ['statement', 'lines', 'statements'];

export const useSelect = (id: string) =>
  useCommand(
    ({ lineIds, selected }: { lineIds: string[]; selected: boolean }) =>
      http.post<Statement>(
        statementPath(id, 'selection'),
        { lines: lineIds.map((lineId) => ({ id: lineId })), selected },
        newKey(),
      ),
    ...ON_STATEMENT,
  );

export const useAssign = (id: string) =>
  useCommand(
    ({ lineId, account, sharerId }: { lineId: string; account: string; sharerId?: string }) =>
      http.post(
        statementPath(id, 'lines', encodeURIComponent(lineId), 'tenant'),
        { account, sharerId },
        newKey(),
      ),
    ...ON_STATEMENT,
  );

export const useValidate = (id: string) =>
  useCommand(() => http.post<Statement>(statementPath(id, 'validation'), {}, newKey()), ...ON_STATEMENT);
