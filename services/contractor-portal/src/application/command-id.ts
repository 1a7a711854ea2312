import { createHash } from 'node:crypto';
import type { Answer } from '../domain/answer.js';

/**
 * One id for one answer given on one page: a double tap, a retry after a lost connection or the same photos
 * uploaded again are the same command, while a changed answer sent from the "back" page is another.
 */
export function commandIdOf(nonce: string, answer: Answer): string {
  const content = JSON.stringify(answer, (_key, value: unknown) =>
    isDocument(value) ? value.sha256 : value,
  );
  const hash = createHash('sha256').update(nonce).update('\0').update(content).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, '$1-$2-$3-$4-$5');
}

function isDocument(value: unknown): value is { sha256: string } {
  return typeof value === 'object' && value !== null && 'sha256' in value;
}
