import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { PresenceAnswer } from '@intervia/contracts';
import type { CommandContextSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import type { Answer, Presence } from '../../domain/answer.js';
import { repairText } from './fr.js';
import type { Holder } from '../../domain/link.js';

const presenceCodes: Readonly<Record<Presence, PresenceAnswer>> = {
  CONFIRMED: PresenceAnswer.CONFIRMED,
  LATE: PresenceAnswer.LATE,
  ABSENT: PresenceAnswer.ABSENT,
  POSTPONED: PresenceAnswer.POSTPONED,
};

export interface Envelope {
  context: MessageInitShape<typeof CommandContextSchema>;
  ticketId: string;
  holder: Holder;
  /** Of a thread that a message begins. */
  subject: string;
  timeoutMs: number;
}

/** Each answer is one command of the tickets service. */
export async function sendAnswer(
  tickets: ServiceClient<typeof TicketsService>,
  { context, ticketId, holder, subject, timeoutMs }: Envelope,
  answer: Answer,
): Promise<unknown> {
  const base = { context, ticketId, missionId: holder.id };
  const wait = { timeoutMs };
  switch (answer.kind) {
    case 'accept':
      return tickets.acceptWorkOrder({ ...base, ...visitOf(answer) }, wait);
    case 'refuse':
      return tickets.refuseWorkOrder({ ...base, reason: answer.reason }, wait);
    case 'presence': {
      const { presence, lateMinutes, comment } = answer;
      return tickets.answerPresence({ ...base, answer: presenceCodes[presence], lateMinutes, comment }, wait);
    }
    case 'completion': {
      const { comment, proofs, invoice } = answer;
      const billed = invoice && { invoice: invoice.document, invoiceAmountCents: invoice.amountCents };
      return tickets.reportCompletion({ ...base, comment, proofs, ...billed }, wait);
    }
    case 'invoice': {
      const { document: invoice, amountCents } = answer.invoice;
      return tickets.submitInvoice({ ...base, invoice, amountCents, comment: answer.comment }, wait);
    }
    case 'promise':
      return tickets.promiseQuote({ ...base, comment: answer.comment }, wait);
    case 'decline':
      return tickets.declineQuoteRequest({ ...base, reason: answer.reason }, wait);
    case 'quote': {
      const { quotes, amountCents, comment } = answer;
      return tickets.submitQuote({ ...base, quotes, amountCents, comment }, wait);
    }
    case 'appointment':
      return tickets.proposeAppointment({ ...base, ...visitOf(answer) }, wait);
    case 'read':
      return tickets.acknowledgeReading(base, wait);
    case 'approval': {
      const { missionId, approved, comment, corrects } = answer;
      return tickets.answerApproval({ ...base, missionId, approved, comment, corrects }, wait);
    }
    case 'message': {
      const { threadId, text, documents } = answer;
      const sender = holder.kind === 'mission' ? { missionId: holder.id } : { correspondentId: holder.id };
      const thread = threadId ? { threadId } : { subject };
      return tickets.postMessage(
        { context, ticketId, ...sender, ...thread, text, documents, received: true },
        wait,
      );
    }
    case 'repair': {
      const { repaired, comment, documents } = answer;
      const text = repairText(repaired, comment);
      const said = { correspondentId: holder.id, subject, text, documents, repaired, received: true };
      return tickets.postMessage({ context, ticketId, ...said }, wait);
    }
    case 'withdrawal':
      return tickets.cancelPreTicket({ context, ticketId, reason: answer.reason }, wait);
    default:
      return answer satisfies never;
  }
}

function visitOf({
  start,
  durationMinutes,
  comment,
}: {
  start: Date;
  durationMinutes: number;
  comment: string;
}) {
  return { appointment: { start: timestampFromDate(start), durationMinutes }, comment };
}
