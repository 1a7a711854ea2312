import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/http/problem.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';

interface Props<T> {
  query: UseQueryResult<T>;
  /** For what is not there, or not for this client. */
  nowhere?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What was once loaded stays on screen while a later look fails. */
export function QueryView<T>({ query: { data, error, refetch }, nowhere, children }: Props<T>) {
  if (nowhere && error instanceof ProblemError && error.status === 404) return nowhere;
  if (data !== undefined) return children(data);
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}
