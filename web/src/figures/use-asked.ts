import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { toLocalInput } from '../lib/dates.js';
import { readAsked, writeAsked } from './address.js';
import type { Asked } from './address.js';

/** What is measured, as the address says, and how to measure something else. */
export function useAsked(): [Asked, (asked: Asked) => void] {
  const [params, setParams] = useSearchParams();
  const asked = useMemo(() => readAsked(params, today()), [params]);
  const setAsked = useCallback((next: Asked) => setParams(writeAsked(next), { replace: true }), [setParams]);
  return [asked, setAsked];
}

/** In Paris. */
export const today = (): string => toLocalInput(new Date()).slice(0, 10);
