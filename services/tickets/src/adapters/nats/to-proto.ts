import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ActorSchema,
  AppointmentSchema,
  DocumentRefSchema,
  PersonSchema,
  TicketDocumentSchema,
  TimerSettingsSchema,
} from '@intervia/contracts';
import { Action, ActorKind, DocumentKind } from '@intervia/contracts';
import type { AllowedAction } from '../../domain/actions.js';
import type {
  Actor,
  Appointment,
  DocumentRef,
  Person,
  TicketDocument,
  TimerSettings,
} from '../../domain/model.js';

/** Values that several messages hold. */

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
  CloseTicket: Action.CLOSE,
};

export function toPersonMessage(person: Person): MessageInitShape<typeof PersonSchema> {
  const { partyId, name, mails, mobiles, channels, comment, phone } = person;
  return { partyId, name, comment, phone, reach: { mails: [...mails], mobiles: [...mobiles], channels } };
}

export function toAppointmentMessage(appointment: Appointment): MessageInitShape<typeof AppointmentSchema> {
  return { start: timestampFromDate(appointment.start), durationMinutes: appointment.durationMinutes };
}

export function toActorMessage({ kind, id, name }: Actor): MessageInitShape<typeof ActorSchema> {
  return { kind: ActorKind[kind], id, name };
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

export function toTimerSettingsMessage(
  settings: TimerSettings,
): MessageInitShape<typeof TimerSettingsSchema> {
  return { ...settings };
}
