import { checkComment } from '../values/checks.js';
import { appointmentDropped, appointmentProposed, appointmentValidated } from './decide-appointment.js';
import {
  approvalAnswered,
  approvalRequested,
  quoteAccepted,
  quoteRefused,
  quoteRequested,
  quoteSubmitted,
} from './decide-quote.js';
import {
  completionReported,
  invoiceSubmitted,
  presenceAnswered,
  workOrderAccepted,
  workOrderRefused,
} from './decide-visit.js';
import { assertNone } from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import type { MissionStep } from '../mission/steps.js';
import type { Mission } from '../mission/mission.js';
import type { RunningTicket } from '../ticket/ticket.js';

/** The status and the actor were checked: what remains is the step's own content. */
export function decideStep(
  step: MissionStep,
  mission: Mission,
  ticket: RunningTicket,
): readonly TicketEvent[] {
  const fact = { at: step.now, actor: step.actor, missionId: step.missionId };
  switch (step.type) {
    case 'AcceptWorkOrder':
      return workOrderAccepted(step, fact, mission);
    case 'RefuseWorkOrder':
      return workOrderRefused(step, fact, mission);
    case 'RequestQuote':
      return quoteRequested(step, fact, mission, ticket);
    case 'PromiseQuote':
      assertNone(checkComment('comment', step.comment));
      return [{ type: 'QuotePromised', ...fact, comment: step.comment }];
    case 'DeclineQuoteRequest':
      assertNone(checkComment('reason', step.reason));
      return [{ type: 'QuoteRequestRefused', ...fact, reason: step.reason }];
    case 'SubmitQuote':
      return quoteSubmitted(step, fact, mission, ticket);
    case 'RequestApproval':
      return approvalRequested(step, fact, ticket);
    case 'AnswerApproval':
      return approvalAnswered(step, fact, mission, ticket);
    case 'AcceptQuote':
      return quoteAccepted(step, fact, mission, ticket);
    case 'RefuseQuote':
      return quoteRefused(step, fact);
    case 'ProposeAppointment':
      return appointmentProposed(step, fact, mission);
    case 'ValidateAppointment':
      return appointmentValidated(fact, mission);
    case 'PostponeAppointment':
    case 'CancelAppointment':
      return appointmentDropped(step, fact, mission);
    case 'AskPresence':
      return [{ type: 'PresenceAsked', ...fact }];
    case 'AnswerPresence':
      return presenceAnswered(step, fact, mission);
    case 'AskCompletion':
      return [{ type: 'CompletionAsked', ...fact }];
    case 'ReportCompletion':
      return completionReported(step, fact, mission, ticket.details);
    case 'RequestInvoice':
      return [{ type: 'InvoiceRequested', ...fact, automatic: false }];
    case 'SubmitInvoice':
      return invoiceSubmitted(step, fact);
    case 'RequestNewInvoice':
      // Manual, "Étape n° 5 bis": "en y apportant un commentaire".
      assertNone(checkComment('comment', step.comment, { required: true }));
      return [{ type: 'NewInvoiceRequested', ...fact, comment: step.comment }];
  }
}
