import type { HistoryDetails } from './record.js';
import type { MissionEvent, WorkOrderRequested } from '../mission/mission-events.js';

/** What history says of a mission's fact besides who and when. */
export function historyOfMission(event: MissionEvent | WorkOrderRequested): HistoryDetails {
  switch (event.type) {
    case 'WorkOrderRequested':
      return { text: event.contractor.name };
    case 'QuoteRequested':
      return { text: event.comment, names: [event.contractor.name] };
    case 'WorkOrderAccepted':
    case 'AppointmentProposed':
    case 'AppointmentPostponed':
    case 'AppointmentCancelled':
      return { text: event.comment, appointment: event.appointment };
    case 'AppointmentValidated':
      return { appointment: event.appointment };
    case 'WorkOrderRefused':
    case 'QuoteRequestRefused':
      return { text: event.reason };
    case 'QuoteReceived':
      return { text: event.comment, documents: event.quotes, amountCents: event.amountCents };
    case 'ApprovalRequested': {
      const { comment: text, correspondent, informed } = event;
      const names = [correspondent.person, ...informed].map(({ name }) => name);
      return { text, names, correspondentId: correspondent.id };
    }
    case 'ApprovalAnswered': {
      const { comment: text, correspondent, approved, agreement } = event;
      const names = [correspondent.person.name];
      const by = { text, approved, names, correspondentId: correspondent.id };
      if (!agreement) return by;
      const { means, saidAt, proofs: documents } = agreement;
      return { ...by, means, saidAt, documents };
    }
    case 'QuoteAccepted':
      return { text: event.comment, documents: event.signedCopy ? [event.signedCopy] : [] };
    case 'ReminderSent':
    case 'RemindersExhausted':
      return { timer: event.kind };
    case 'AddressRefused':
      return {
        text: [event.addresses.join(', '), event.reason].filter(Boolean).join(' : '),
        names: [event.name],
        correspondentId: event.correspondentId || undefined,
      };
    case 'VisitReminded':
      return { timer: 'VISIT' };
    case 'PresenceAnswered':
      return { text: event.comment, presence: event.answer, lateMinutes: event.lateMinutes };
    case 'CompletionReported':
      return { text: event.comment, documents: event.proofs };
    case 'InvoiceReceived':
      return { text: event.comment, documents: [event.invoice], amountCents: event.amountCents };
    case 'SteppedBack':
      return { text: event.comment, status: event.to };
    case 'QuotePromised':
    case 'QuoteRefused':
    case 'NewInvoiceRequested':
      return { text: event.comment };
    case 'MissionReplaced':
    case 'PresenceAsked':
    case 'CompletionAsked':
    case 'InvoiceRequested':
    case 'ReadingAcknowledged':
      return {};
  }
}
