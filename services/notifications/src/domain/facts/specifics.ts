import type { Appointment, PresenceAnswer, ReminderKind, TicketFact } from './facts.js';

/** What only some facts carry. */
export interface Specifics {
  readonly comment?: string;
  /** Expected before, and no longer. */
  readonly dropped?: Appointment;
  /** Ask for an acknowledgement of reading. */
  readonly readReceipt?: boolean;
  readonly reminder?: { readonly kind: ReminderKind; readonly count?: number; readonly maximum?: number };
  readonly presence?: { readonly answer: PresenceAnswer; readonly lateMinutes: number };
  readonly completion?: { readonly proofs: number; readonly withInvoice: boolean };
  readonly quote?: { readonly amountCents: number };
  readonly invoice?: { readonly amountCents: number };
  /** Who is asked to approve, and what came of it. */
  readonly approval?: {
    readonly by: string;
    readonly approved?: boolean;
    readonly replacement?: boolean;
    /** In place of an answer given a few minutes before. */
    readonly corrects?: boolean;
  };
  readonly message?: { readonly threadId: string; readonly subject: string; readonly text: string };
  /** Of a message from or to somebody who is not a contractor. */
  readonly correspondentName?: string;
  /** An address that nothing can be delivered at. */
  readonly refused?: { readonly name: string; readonly addresses: string; readonly reason: string };
  readonly previousManager?: string;
  /** As it was asked, and when. */
  readonly request?: { readonly text: string; readonly at: Date };
}

export function specificsOf(fact: TicketFact): Specifics {
  switch (fact.kind) {
    case 'WorkOrderRequested':
      return { readReceipt: fact.readReceipt };
    case 'QuoteRequested':
      return { readReceipt: fact.readReceipt, comment: fact.comment };
    case 'WorkOrderAccepted':
    case 'WorkOrderRefused':
    case 'AppointmentProposed':
      return { comment: fact.comment, dropped: fact.dropped };
    case 'NewInvoiceRequested':
    case 'TicketClosed':
    case 'TicketReopened':
    case 'PreTicketCancelled':
    case 'QuotePromised':
    case 'QuoteRequestRefused':
    case 'QuoteRefused':
    case 'AppointmentPostponed':
    case 'AppointmentCancelled':
    case 'ThirdPartiesInformed':
    case 'SteppedBack':
      return { comment: fact.comment };
    case 'QuoteReceived':
    case 'QuoteAccepted':
      return { comment: fact.comment, quote: { amountCents: fact.amountCents } };
    case 'ApprovalRequested':
      return {
        comment: fact.comment,
        quote: { amountCents: fact.amountCents },
        approval: { by: fact.correspondent.person.name, replacement: fact.replacement ?? false },
      };
    case 'ApprovalAnswered':
      return {
        comment: fact.comment,
        approval: {
          by: fact.correspondent.person.name,
          approved: fact.approved,
          corrects: fact.corrects ?? false,
        },
      };
    case 'ReminderSent':
      return { reminder: { kind: fact.reminder, count: fact.count, maximum: fact.maximum } };
    case 'RemindersExhausted':
      return { reminder: { kind: fact.reminder }, correspondentName: fact.correspondent?.person.name };
    case 'AddressRefused': {
      const { addresses, reason, mission, correspondent } = fact;
      const { name } = correspondent?.person ?? mission.contractor;
      return { refused: { name, addresses: addresses.join(', '), reason } };
    }
    case 'PresenceAnswered':
      return { comment: fact.comment, presence: { answer: fact.answer, lateMinutes: fact.lateMinutes } };
    case 'CompletionReported':
      return {
        comment: fact.comment,
        dropped: fact.dropped,
        completion: { proofs: fact.proofs, withInvoice: fact.withInvoice },
        invoice: { amountCents: fact.invoiceCents },
      };
    case 'InvoiceReceived':
      return { invoice: { amountCents: fact.amountCents } };
    case 'MessagePosted':
    case 'MessageReceived':
      return {
        message: { threadId: fact.threadId, subject: fact.threadSubject, text: fact.text },
        correspondentName: fact.correspondent?.person.name,
      };
    case 'PreTicketReceived':
      return { request: { text: fact.text, at: fact.at } };
    case 'ManagerChanged':
      return { previousManager: fact.previous.name };
    case 'TicketOpened':
    case 'TicketUpdated':
    case 'TicketDeleted':
    case 'NoteAdded':
    case 'ReachChanged':
    case 'PreTicketValidated':
    case 'MissionReplaced':
    case 'AppointmentValidated':
    case 'VisitReminded':
    case 'ReadingAcknowledged':
    case 'PresenceAsked':
    case 'CompletionAsked':
    case 'InvoiceRequested':
      return {};
    default:
      return fact satisfies never;
  }
}
