import type { Answer } from '../domain/answer.js';
import { REALLY } from './forms/parse-form.js';
import type { FilledForm } from './ports/page-renderer.js';
import type { Quote, View } from './ports/ticket-desk.js';

/** Of the summary that is shown before a decision is sent: its two buttons. */
export const CHANGE = 'non';

export type Confirmation =
  | { kind: 'given' }
  /** Back to the form, as it was filled. */
  | { kind: 'changing' }
  | { kind: 'asked'; quote: Quote; rivals: readonly string[]; approved: boolean }
  /** Of a quote that waits for no decision any more. */
  | { kind: 'late' };

/** A decision on a quote is summed up before it counts; every other answer counts at once. */
export function confirmationOf(answer: Answer, view: View, { values }: FilledForm): Confirmation {
  if (answer.kind !== 'approval' || view.kind !== 'correspondent') return { kind: 'given' };
  if (values.confirmed === REALLY) return { kind: 'given' };
  const open = view.closed ? [] : view.quotes.filter((quote) => quote.open);
  const asked = answer.corrects ? view.quotes.filter(({ changeableUntil }) => changeableUntil) : open;
  const quote = asked.find(({ missionId }) => missionId === answer.missionId);
  if (!quote) return { kind: 'late' };
  if (values.confirmed === CHANGE) return { kind: 'changing' };
  const rivals = open.filter((other) => other !== quote).map(({ contractorName }) => contractorName);
  return { kind: 'asked', quote, rivals, approved: answer.approved };
}
