import type { Provider, Type } from '@nestjs/common';
import { AppointmentsController } from './adapters/nats/appointments.controller.js';
import { ContractorsController } from './adapters/nats/contractors.controller.js';
import { MissionsController } from './adapters/nats/missions.controller.js';
import { QuotesController } from './adapters/nats/quotes.controller.js';
import { AcceptQuoteHandler } from './application/accept-quote.handler.js';
import { AcceptWorkOrderHandler } from './application/accept-work-order.handler.js';
import { AcknowledgeReadingHandler } from './application/acknowledge-reading.handler.js';
import { AnswerApprovalHandler } from './application/answer-approval.handler.js';
import { AnswerPresenceHandler } from './application/answer-presence.handler.js';
import { AskCompletionHandler } from './application/ask-completion.handler.js';
import { AskPresenceHandler } from './application/ask-presence.handler.js';
import { CancelAppointmentHandler } from './application/cancel-appointment.handler.js';
import { ContactAnotherContractorHandler } from './application/contact-another-contractor.handler.js';
import { DeclineQuoteRequestHandler } from './application/decline-quote-request.handler.js';
import { PostponeAppointmentHandler } from './application/postpone-appointment.handler.js';
import { PromiseQuoteHandler } from './application/promise-quote.handler.js';
import { ProposeAppointmentHandler } from './application/propose-appointment.handler.js';
import { RefuseQuoteHandler } from './application/refuse-quote.handler.js';
import { RefuseWorkOrderHandler } from './application/refuse-work-order.handler.js';
import { ReportCompletionHandler } from './application/report-completion.handler.js';
import { RequestApprovalHandler } from './application/request-approval.handler.js';
import { RequestInvoiceHandler } from './application/request-invoice.handler.js';
import { RequestNewInvoiceHandler } from './application/request-new-invoice.handler.js';
import { RequestQuoteHandler } from './application/request-quote.handler.js';
import { StepBackHandler } from './application/step-back.handler.js';
import { SubmitInvoiceHandler } from './application/submit-invoice.handler.js';
import { SubmitQuoteHandler } from './application/submit-quote.handler.js';
import { ValidateAppointmentHandler } from './application/validate-appointment.handler.js';
import { GetCorrespondentQuery } from './application/get-correspondent.query.js';
import { GetMissionQuery } from './application/get-mission.query.js';

/** The steps of the missions, in the order of the specification's table, and what is beside them. */
export const MISSION_USE_CASES: readonly Provider[] = [
  AcceptWorkOrderHandler,
  AcknowledgeReadingHandler,
  RefuseWorkOrderHandler,
  RequestQuoteHandler,
  PromiseQuoteHandler,
  DeclineQuoteRequestHandler,
  SubmitQuoteHandler,
  RequestApprovalHandler,
  AnswerApprovalHandler,
  AcceptQuoteHandler,
  RefuseQuoteHandler,
  ProposeAppointmentHandler,
  ValidateAppointmentHandler,
  PostponeAppointmentHandler,
  CancelAppointmentHandler,
  AskPresenceHandler,
  AnswerPresenceHandler,
  AskCompletionHandler,
  ReportCompletionHandler,
  RequestInvoiceHandler,
  SubmitInvoiceHandler,
  RequestNewInvoiceHandler,
  StepBackHandler,
  ContactAnotherContractorHandler,
  GetMissionQuery,
  GetCorrespondentQuery,
];

export const MISSION_CONTROLLERS: readonly Type[] = [
  MissionsController,
  QuotesController,
  AppointmentsController,
  ContractorsController,
];
