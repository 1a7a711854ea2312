import type { PresenceAnswer, ReminderKind, TicketFact } from './facts.js';

/** What only some facts carry. */
export interface Specifics {
  readonly comment?: string;
  /** Ask for an acknowledgement of reading. */
  readonly readReceipt?: boolean;
  readonly reminder?: { readonly kind: ReminderKind; readonly count?: number; readonly maximum?: number };
  readonly presence?: { readonly answer: PresenceAnswer; readonly lateMinutes: number };
  readonly completion?: { readonly proofs: number; readonly withInvoice: boolean };
  readonly quote?: { readonly amountCents: number };
  readonly invoice?: { readonly amountCents: number };
  /** Who is asked to approve, and what came of it. */
  readonly approval?: { readonly by: string; readonly approved?: boolean };
  readonly message?: { readonly threadId: string; readonly subject: string; readonly text: string };
  /** Of a message from or to somebody who is not a contractor. */
  readonly correspondentName?: string;
  readonly previousManager?: string;
}

export function specificsOf(fact: TicketFact): Specifics {
  switch (fact.kind) {
    case 'work-order-requested':
      return { readReceipt: fact.readReceipt };
    case 'quote-requested':
      return { readReceipt: fact.readReceipt, comment: fact.comment };
    case 'work-order-accepted':
    case 'work-order-refused':
    case 'new-invoice-requested':
    case 'ticket-closed':
    case 'ticket-reopened':
    case 'pre-ticket-cancelled':
    case 'quote-promised':
    case 'quote-request-refused':
    case 'quote-refused':
    case 'appointment-proposed':
    case 'appointment-postponed':
    case 'appointment-cancelled':
    case 'third-parties-informed':
    case 'stepped-back':
      return { comment: fact.comment };
    case 'quote-received':
    case 'quote-accepted':
      return { comment: fact.comment, quote: { amountCents: fact.amountCents } };
    case 'approval-requested':
      return {
        comment: fact.comment,
        quote: { amountCents: fact.amountCents },
        approval: { by: fact.correspondent.person.name },
      };
    case 'approval-answered':
      return {
        comment: fact.comment,
        approval: { by: fact.correspondent.person.name, approved: fact.approved },
      };
    case 'reminder-sent':
      return { reminder: { kind: fact.reminder, count: fact.count, maximum: fact.maximum } };
    case 'reminders-exhausted':
      return { reminder: { kind: fact.reminder }, correspondentName: fact.correspondent?.person.name };
    case 'presence-answered':
      return { comment: fact.comment, presence: { answer: fact.answer, lateMinutes: fact.lateMinutes } };
    case 'completion-reported':
      return {
        comment: fact.comment,
        completion: { proofs: fact.proofs, withInvoice: fact.withInvoice },
        invoice: { amountCents: fact.invoiceCents },
      };
    case 'invoice-received':
      return { invoice: { amountCents: fact.amountCents } };
    case 'message-posted':
    case 'message-received':
      return {
        message: { threadId: fact.threadId, subject: fact.threadSubject, text: fact.text },
        correspondentName: fact.correspondent?.person.name,
      };
    case 'manager-changed':
      return { previousManager: fact.previous.name };
    case 'ticket-opened':
    case 'ticket-updated':
    case 'note-added':
    case 'reach-changed':
    case 'pre-ticket-received':
    case 'pre-ticket-validated':
    case 'mission-replaced':
    case 'appointment-validated':
    case 'visit-reminded':
    case 'reading-acknowledged':
    case 'presence-asked':
    case 'completion-asked':
    case 'invoice-requested':
      return {};
    default:
      return fact satisfies never;
  }
}
