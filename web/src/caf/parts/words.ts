import { formatCents } from '../../lib/money.js';

/** "2026-07-05" → "05/07/2026"; a month "2026-07" → "07/2026". */
export const day = (text: string): string => text.split('-').reverse().join('/');

/** Amounts that may be large come as texts. */
export const euros = (cents: string | number): string => formatCents(Number(cents));
