import { NBSP } from './spaces.js';

/** Cents as "1 234,56 €". */
export function euros(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(?:\d{3})+$)/gu, NBSP);
  return `${whole},${String(cents % 100).padStart(2, '0')}${NBSP}€`;
}

/** Bytes as "240 Ko", "1,8 Mo"; never "0 Ko". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}Ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}${NBSP}Mo`;
}
