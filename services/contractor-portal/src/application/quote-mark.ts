import { createHash } from 'node:crypto';
import type { Answer } from '../domain/answer.js';
import type { Quote, View } from './ports/ticket-desk.js';

/** What an approver has before its eyes: another amount or another file is another quote. */
export function markOf({ amountCents, documents, comment }: Quote): string {
  const content = JSON.stringify([amountCents, comment, ...documents.map(({ sha256 }) => sha256)]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}

/** The contractor replaced the quote after the page was read: nobody approves what they have not seen. */
export function isOfAnotherQuote(answer: Answer, view: View): boolean {
  if (answer.kind !== 'approval' || view.kind !== 'correspondent') return false;
  const quote = view.quotes.find(({ missionId }) => missionId === answer.missionId);
  return quote !== undefined && markOf(quote) !== answer.quote;
}
