import type { MessageShape } from '@bufbuild/protobuf';
import { TicketsService } from '@intervia/contracts';
import type { TakenStep, TakenSteps } from '../../application/steps/take-step.handler.js';
import {
  toAgreement,
  toAnswer,
  toAppointment,
  toDocument,
  toDocuments,
  toTimerChoice,
} from './from-proto.js';

type Methods = typeof TicketsService.method;
export type StepName = keyof TakenSteps;
/** A step's RPC is called as the step is. */
type RequestOf<T extends StepName> = MessageShape<Methods[Uncapitalize<T>]['input']>;
type Reader<T extends StepName> = (request: RequestOf<T>) => TakenSteps[T];

const comment = ({ comment }: { readonly comment: string }) => ({ comment });
const reason = ({ reason }: { readonly reason: string }) => ({ reason });
const nothing = () => ({});

/** What the request of each step says. */
const CONTENTS: { readonly [T in StepName]: Reader<T> } = {
  AcceptWorkOrder: ({ appointment, comment }) => ({ appointment: toAppointment(appointment), comment }),
  RefuseWorkOrder: reason,
  RequestQuote: ({ timers, comment }) => ({ timers: toTimerChoice(timers), comment }),
  PromiseQuote: comment,
  DeclineQuoteRequest: reason,
  SubmitQuote: ({ quotes, amountCents, comment }) => ({ quotes: toDocuments(quotes), amountCents, comment }),
  AnswerApproval: ({ approved, comment, agreement, corrects }) => ({
    approved,
    comment,
    corrects,
    agreement: agreement && toAgreement(agreement),
  }),
  AcceptQuote: ({ signedCopy, comment }) => ({ signedCopy: toDocument(signedCopy), comment }),
  RefuseQuote: comment,
  ProposeAppointment: ({ appointment, comment }) => ({ appointment: toAppointment(appointment), comment }),
  ValidateAppointment: nothing,
  PostponeAppointment: comment,
  CancelAppointment: comment,
  AskPresence: nothing,
  AnswerPresence: ({ answer, lateMinutes, comment }) => ({ answer: toAnswer(answer), lateMinutes, comment }),
  AskCompletion: nothing,
  ReportCompletion: ({ comment, proofs, invoice, invoiceAmountCents }) => ({
    comment,
    proofs: toDocuments(proofs),
    invoice: toDocument(invoice),
    invoiceAmountCents,
  }),
  RequestInvoice: nothing,
  SubmitInvoice: ({ invoice, amountCents, comment }) => ({
    invoice: toDocument(invoice),
    amountCents,
    comment,
  }),
  RequestNewInvoice: comment,
  AcknowledgeReading: nothing,
  StepBack: comment,
};

export const STEP_NAMES = Object.keys(CONTENTS) as readonly StepName[];

export function toStep<T extends StepName>(type: T, request: RequestOf<T>): TakenStep {
  // Type and content come from one row of the table.
  return { type, ...CONTENTS[type](request) } as unknown as TakenStep;
}

export function methodOf<T extends StepName>(type: T): Methods[Uncapitalize<T>] {
  return TicketsService.method[(type.charAt(0).toLowerCase() + type.slice(1)) as Uncapitalize<T>];
}
