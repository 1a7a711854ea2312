import type { Provider, Type } from '@nestjs/common';
import { AppointmentsController } from './adapters/nats/appointments.controller.js';
import { ContractorsController } from './adapters/nats/contractors.controller.js';
import { MissionsController } from './adapters/nats/missions.controller.js';
import { QuotesController } from './adapters/nats/quotes.controller.js';
import { AcceptQuoteHandler } from './application/steps/accept-quote.handler.js';
import { AcceptWorkOrderHandler } from './application/steps/accept-work-order.handler.js';
import { AcknowledgeReadingHandler } from './application/steps/acknowledge-reading.handler.js';
import { AnswerApprovalHandler } from './application/steps/answer-approval.handler.js';
import { AnswerPresenceHandler } from './application/steps/answer-presence.handler.js';
import { AskCompletionHandler } from './application/steps/ask-completion.handler.js';
import { AskPresenceHandler } from './application/steps/ask-presence.handler.js';
import { CancelAppointmentHandler } from './application/steps/cancel-appointment.handler.js';
import { ContactAnotherContractorHandler } from './application/steps/contact-another-contractor.handler.js';
import { DeclineQuoteRequestHandler } from './application/steps/decline-quote-request.handler.js';
import { PostponeAppointmentHandler } from './application/steps/postpone-appointment.handler.js';
import { PromiseQuoteHandler } from './application/steps/promise-quote.handler.js';
import { ProposeAppointmentHandler } from './application/steps/propose-appointment.handler.js';
import { RefuseQuoteHandler } from './application/steps/refuse-quote.handler.js';
import { RefuseWorkOrderHandler } from './application/steps/refuse-work-order.handler.js';
import { ReportCompletionHandler } from './application/steps/report-completion.handler.js';
import { RequestApprovalHandler } from './application/steps/request-approval.handler.js';
import { RequestInvoiceHandler } from './application/steps/request-invoice.handler.js';
import { RequestNewInvoiceHandler } from './application/steps/request-new-invoice.handler.js';
import { RequestQuoteHandler } from './application/steps/request-quote.handler.js';
import { StepBackHandler } from './application/steps/step-back.handler.js';
import { SubmitInvoiceHandler } from './application/steps/submit-invoice.handler.js';
import { SubmitQuoteHandler } from './application/steps/submit-quote.handler.js';
import { ValidateAppointmentHandler } from './application/steps/validate-appointment.handler.js';
import { GetCorrespondentQuery } from './application/reading/get-correspondent.query.js';
import { GetMissionQuery } from './application/reading/get-mission.query.js';

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
