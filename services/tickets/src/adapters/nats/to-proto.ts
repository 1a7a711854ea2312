import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ActorSchema,
  AppointmentSchema,
  ApprovalSchema,
  DocumentRefSchema,
  PersonSchema,
  PlaceSchema,
  TicketOptions as OptionsMessage,
  TicketDocumentSchema,
  TimerSettingsSchema,
  UserRefSchema,
} from '@intervia/contracts';
import { Action, ActorKind, DocumentKind, Visibility } from '@intervia/contracts';
import type { AllowedAction } from '../../domain/actions/allowed-action.js';
import type { TicketOptions } from '../../domain/values/options.js';
import type { Approval } from '../../domain/mission/mission.js';
import type {
  Actor,
  Appointment,
  DocumentRef,
  Person,
  Place,
  TicketDocument,
  TimerSettings,
  UserRef,
} from '../../domain/values/model.js';

/** Values that several messages hold. */

/** Each has all that the other has: what one of them lacked would be lost in silence. */
type OptionsOfBoth = { readonly [N in keyof TicketOptions]-?: NonNullable<OptionsMessage[N]> } & Required<
  Omit<OptionsMessage, '$typeName' | '$unknown'>
>;

export function toOptionsMessage(options: TicketOptions): OptionsOfBoth {
  return { ...options, visibility: Visibility[options.visibility] };
}

export const COMMAND_ACTIONS: Readonly<Record<AllowedAction['command'], Action>> = {
  AcceptWorkOrder: Action.ACCEPT_WORK_ORDER,
  RefuseWorkOrder: Action.REFUSE_WORK_ORDER,
  AskPresence: Action.ASK_PRESENCE,
  AnswerPresence: Action.ANSWER_PRESENCE,
  AskCompletion: Action.ASK_COMPLETION,
  ReportCompletion: Action.REPORT_COMPLETION,
  RequestInvoice: Action.REQUEST_INVOICE,
  SubmitInvoice: Action.SUBMIT_INVOICE,
  RequestNewInvoice: Action.REQUEST_NEW_INVOICE,
  RequestQuote: Action.REQUEST_QUOTE,
  PromiseQuote: Action.PROMISE_QUOTE,
  DeclineQuoteRequest: Action.DECLINE_QUOTE_REQUEST,
  SubmitQuote: Action.SUBMIT_QUOTE,
  RequestApproval: Action.REQUEST_APPROVAL,
  AnswerApproval: Action.ANSWER_APPROVAL,
  AcceptQuote: Action.ACCEPT_QUOTE,
  RefuseQuote: Action.REFUSE_QUOTE,
  ProposeAppointment: Action.PROPOSE_APPOINTMENT,
  ValidateAppointment: Action.VALIDATE_APPOINTMENT,
  PostponeAppointment: Action.POSTPONE_APPOINTMENT,
  CancelAppointment: Action.CANCEL_APPOINTMENT,
  AcknowledgeReading: Action.ACKNOWLEDGE_READING,
  StepBack: Action.STEP_BACK,
  ContactAnotherContractor: Action.CONTACT_ANOTHER,
  CloseTicket: Action.CLOSE,
  ValidatePreTicket: Action.VALIDATE_PRE_TICKET,
  CancelPreTicket: Action.CANCEL_PRE_TICKET,
  UpdateTicket: Action.UPDATE,
  ChangeReach: Action.CHANGE_REACH,
  // Done on a selection of the list, where the ticket's own actions do not show.
  ChangeManager: Action.UPDATE,
  AddNote: Action.ADD_NOTE,
  PostMessage: Action.POST_MESSAGE,
  InformThirdParties: Action.INFORM_THIRD_PARTY,
  ReopenTicket: Action.REOPEN,
  DeleteTicket: Action.DELETE,
};

export function toPersonMessage(person: Person): MessageInitShape<typeof PersonSchema> {
  const { partyId, name, mails, mobiles, channels, comment, phone } = person;
  return { partyId, name, comment, phone, reach: { mails: [...mails], mobiles: [...mobiles], channels } };
}

export function toAppointmentMessage(appointment: Appointment): MessageInitShape<typeof AppointmentSchema> {
  return { start: timestampFromDate(appointment.start), durationMinutes: appointment.durationMinutes };
}

export function toApprovalMessage(approval: Approval): MessageInitShape<typeof ApprovalSchema> {
  const { correspondentId, approved, comment, askedAt, answeredAt } = approval;
  return {
    correspondentId,
    approved,
    comment,
    askedAt: timestampFromDate(askedAt),
    answeredAt: toTimestamp(answeredAt),
  };
}

export function toActorMessage({ kind, id, name }: Actor): MessageInitShape<typeof ActorSchema> {
  return { kind: ActorKind[kind], id, name };
}

/** From where it acted is the agency's to know: nobody else is told. */
export function toTracedActorMessage({ kind, id, name, trace }: Actor): MessageInitShape<typeof ActorSchema> {
  return { kind: ActorKind[kind], id, name, trace };
}

export function toDocumentMessage(ref: DocumentRef): MessageInitShape<typeof DocumentRefSchema> {
  const { id, name, mediaType, size, sha256 } = ref;
  return { id, name, mediaType, size, sha256 };
}

export function toTicketDocumentMessage(
  document: TicketDocument,
): MessageInitShape<typeof TicketDocumentSchema> {
  return {
    ref: toDocumentMessage(document.ref),
    kind: DocumentKind[document.kind],
    missionId: document.missionId,
    addedAt: timestampFromDate(document.addedAt),
  };
}

export function toPlaceMessage({ staffIds, ...place }: Place): MessageInitShape<typeof PlaceSchema> {
  return { ...place, staffIds: [...staffIds] };
}

export function toTimestamp(date: Date | undefined): Timestamp | undefined {
  return date && timestampFromDate(date);
}

/** Nobody is nothing. */
export function toUserMessage(user: UserRef | undefined): MessageInitShape<typeof UserRefSchema> | undefined {
  return user?.id || user?.name ? user : undefined;
}

export function toTimerSettingsMessage(
  settings: TimerSettings,
): MessageInitShape<typeof TimerSettingsSchema> {
  return { ...settings };
}
