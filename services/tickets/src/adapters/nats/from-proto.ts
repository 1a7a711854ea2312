import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type {
  Agreement as AgreementMessage,
  Appointment as AppointmentMessage,
  Caller as CallerMessage,
  CommandContext,
  DocumentRef as DocumentRefMessage,
  ImportedTicket,
  Person as PersonMessage,
  Place as PlaceMessage,
  Reach as ReachMessage,
  ReminderSetting as ReminderSettingMessage,
  TicketDraft as TicketDraftMessage,
  TimerSettings as TimerSettingsMessage,
  UserRef as UserRefMessage,
} from '@intervia/contracts';
import {
  ActorKind,
  AgreementMeans,
  CorrespondentRole,
  Module,
  PresenceAnswer,
  Source,
  Visibility,
  optionsOf,
} from '@intervia/contracts';
import type { Caller } from '../../application/running/caller.js';
import type { CommandTarget, MissionTarget } from '../../application/running/command-runner.js';
import type { PastTicket } from '../../application/opening/import-tickets.handler.js';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import type { Agreement } from '../../domain/mission/steps.js';
import { InvalidCommand } from '../../domain/values/errors.js';
import type {
  Actor,
  Appointment,
  DocumentRef,
  Person,
  Place,
  PresenceAnswer as Answer,
  ReminderSetting,
  UserRef,
} from '../../domain/values/model.js';
import type { OptionChoice } from '../../domain/values/options.js';
import type { TimerChoice } from '../../domain/settings/timer-settings.js';

/** Subjects of the bus are made of it. */
const AGENCY_ID = /^[A-Za-z0-9_-]{1,64}$/;
const MAX_COMMAND_ID = 200;
/** Manual, "Étape n° 4": "la durée prévue". */
const DEFAULT_DURATION_MINUTES = 60;

/** The name of an enum's value, or undefined when none was chosen or it is not known here. */
export function nameOf<E extends object>(
  enumeration: E,
  value: number,
): Exclude<keyof E, 'UNSPECIFIED'> | undefined {
  const name = (enumeration as Record<number, string | undefined>)[value];
  return value === 0 ? undefined : (name as Exclude<keyof E, 'UNSPECIFIED'> | undefined);
}

export function toCaller(caller: CallerMessage | undefined): Caller {
  const agencyId = toAgencyId(caller?.agencyId);
  const kind = nameOf(ActorKind, caller?.actor?.kind ?? 0);
  if (!kind) throw new InvalidCommand([{ field: 'caller.actor.kind', code: 'REQUIRED' }]);
  const id = caller?.actor?.id ?? '';
  if (!id && kind !== 'SYSTEM') throw new InvalidCommand([{ field: 'caller.actor.id', code: 'REQUIRED' }]);
  return {
    agencyId,
    actor: { kind, id, name: caller?.actor?.name ?? '', ...traceOf(caller) },
    standsInFor: caller?.standsInFor ?? [],
    attachedOnly: caller?.attachedOnly ?? false,
  };
}

const LONGEST_OF_TRACE = 100;

function traceOf(caller: CallerMessage | undefined): Pick<Actor, 'trace'> {
  const trace = caller?.actor?.trace;
  if (!trace) return {};
  const [link = '', address = '', device = ''] = [trace.link, trace.address, trace.device].map((text) =>
    text.slice(0, LONGEST_OF_TRACE),
  );
  return { trace: { link, address, device } };
}

export function toAgencyId(agencyId = ''): string {
  if (!AGENCY_ID.test(agencyId)) throw new InvalidCommand([{ field: 'agencyId', code: 'MALFORMED' }]);
  return agencyId;
}

export function toCommandContext(context: CommandContext | undefined): Omit<CommandTarget, 'ticketId'> {
  const commandId = context?.commandId ?? '';
  if (!commandId || commandId.length > MAX_COMMAND_ID) {
    throw new InvalidCommand([{ field: 'context.commandId', code: commandId ? 'TOO_LONG' : 'REQUIRED' }]);
  }
  const fingerprint = context?.fingerprint ?? '';
  if (fingerprint.length > MAX_COMMAND_ID)
    throw new InvalidCommand([{ field: 'context.fingerprint', code: 'TOO_LONG' }]);
  return { ...toCaller(context?.caller), commandId, fingerprint };
}

export function toTarget(request: { context?: CommandContext; ticketId: string }): CommandTarget {
  return { ...toCommandContext(request.context), ticketId: request.ticketId };
}

export function toMissionTarget(request: {
  context?: CommandContext;
  ticketId: string;
  missionId: string;
}): MissionTarget {
  return { ...toTarget(request), missionId: request.missionId };
}

export function toAppointment(message: AppointmentMessage | undefined): Appointment | undefined {
  const start = toDate(message?.start);
  if (!message || !start) return undefined;
  return { start, durationMinutes: message.durationMinutes || DEFAULT_DURATION_MINUTES };
}

export function toAgreement(message: AgreementMessage): Omit<Agreement, 'newCorrespondentId'> {
  const { correspondentId, role, approver, means, saidAt, proofs } = message;
  return {
    correspondentId,
    role: nameOf(CorrespondentRole, role),
    approver: approver && toPerson(approver),
    means: nameOf(AgreementMeans, means),
    saidAt: toDate(saidAt),
    proofs: toDocuments(proofs),
  };
}

export function toAnswer(answer: PresenceAnswer): Answer | undefined {
  return nameOf(PresenceAnswer, answer);
}

/** A document without an id is none. */
export function toDocument(message: DocumentRefMessage | undefined): DocumentRef | undefined {
  if (!message?.id) return undefined;
  const { id, name, mediaType, size, sha256 } = message;
  return { id, name, mediaType, size, sha256 };
}

export function toDocuments(messages: readonly DocumentRefMessage[]): DocumentRef[] {
  return messages.map(toDocument).filter((document) => document !== undefined);
}

export function toDraft(message: TicketDraftMessage | undefined): TicketDraft {
  if (!message) throw new InvalidCommand([{ field: 'draft', code: 'REQUIRED' }]);
  return {
    module: nameOf(Module, message.module),
    quote: message.quote,
    subject: message.subject,
    description: message.description,
    originalDescription: message.originalDescription,
    notifiedDescription: message.notifiedDescription,
    place: message.place && toPlace(message.place),
    manager: message.manager && toUser(message.manager),
    requester: message.requester && toPerson(message.requester),
    source: nameOf(Source, message.source),
    requestedAt: toDate(message.requestedAt),
    options: toOptions(message),
    contractors: message.contractors.map(toPerson),
    contacts: message.contacts.map(toPerson),
    notified: message.notified.map(toPerson),
    attachments: toDocuments(message.attachments),
    timers: toTimerChoice(message.timers),
    assistant: message.assistant && toUser(message.assistant),
    creator: message.creator && toUser(message.creator),
  };
}

/** As chosen: what is absent was not. */
export function toOptions(message: Parameters<typeof optionsOf>[0]): OptionChoice {
  const { $typeName: _, $unknown: _u, visibility, ...flags } = optionsOf(message);
  return { ...flags, visibility: nameOf(Visibility, visibility) };
}

export function toPastTicket(message: ImportedTicket): PastTicket {
  return {
    externalId: message.externalId,
    draft: toDraft(message.draft),
    openedAt: toDate(message.openedAt),
    closedAt: toDate(message.closedAt),
    invoiceAmountCents: message.invoiceAmountCents,
  };
}

export function toPerson({ partyId, name, reach, comment, phone }: PersonMessage): Person {
  return {
    partyId,
    name: name.trim(),
    ...toReach(reach),
    comment,
    phone,
  };
}

export function toReach(reach: ReachMessage | undefined): Pick<Person, 'mails' | 'mobiles' | 'channels'> {
  return {
    mails: reach?.mails ?? [],
    mobiles: reach?.mobiles ?? [],
    channels: { mail: reach?.channels?.mail ?? false, sms: reach?.channels?.sms ?? false },
  };
}

export function toUser({ id, name, mail, phone }: UserRefMessage): UserRef {
  return { id, name, mail, phone };
}

export function toPlace(message: PlaceMessage): Place {
  const { $typeName: _, ...place } = message;
  return place;
}

/** What is absent stays absent: the domain knows what stands. */
export function toTimerChoice(message: TimerSettingsMessage | undefined): TimerChoice {
  return {
    workOrder: toReminder(message?.workOrder),
    quote: toReminder(message?.quote),
    invoice: toReminder(message?.invoice),
    approval: toReminder(message?.approval),
    visitHours: message?.visitHours,
    presenceMinutes: message?.presenceMinutes,
    completionMinutes: message?.completionMinutes,
    quiet: message?.quiet && { from: message.quiet.from, until: message.quiet.until },
  };
}

function toReminder(message: ReminderSettingMessage | undefined): Partial<ReminderSetting> | undefined {
  return message && { hours: message.hours, maximum: message.maximum };
}

export function toDate(timestamp: Timestamp | undefined): Date | undefined {
  return timestamp && timestampDate(timestamp);
}
