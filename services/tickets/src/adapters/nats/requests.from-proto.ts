import type {
  ClientScope as ClientScopeMessage,
  ModuleSettings as ModuleSettingsMessage,
  PostMessageRequest,
  RequestTicketRequest,
  UpdateTicketRequest,
  VisitNote as VisitNoteMessage,
} from '@intervia/contracts';
import { CorrespondentRole, Module, Source, Visibility } from '@intervia/contracts';
import type { VisitNote } from '../../application/opening/import-visit-notes.handler.js';
import type { ClientScope } from '../../domain/audiences/audience.js';
import { InvalidSettings } from '../../domain/values/errors.js';
import { DEFAULT_TIMERS } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { PostMessage, PreTicketRequest, UpdateTicket } from '../../domain/ticket/ticket-commands.js';
import { chosenTimers } from '../../domain/settings/timer-settings.js';
import {
  nameOf,
  toDate,
  toDocuments,
  toOptions,
  toPerson,
  toPlace,
  toTimerChoice,
  toUser,
} from './from-proto.js';

/** What a request asks for, beside who asks. */
type Asked = 'type' | 'actor' | 'now';

export function toPreTicketRequest(request: RequestTicketRequest): PreTicketRequest {
  return {
    module: nameOf(Module, request.module),
    subject: request.subject,
    description: request.description,
    place: request.place && toPlace(request.place),
    requester: request.requester && toPerson(request.requester),
    source: nameOf(Source, request.source),
    manager: request.manager && toUser(request.manager),
    assistant: request.assistant && toUser(request.assistant),
    attachments: toDocuments(request.attachments),
    requestedAt: toDate(request.requestedAt),
  };
}

export function toVisitNote(note: VisitNoteMessage): VisitNote {
  return {
    externalId: note.externalId,
    request: {
      module: nameOf(Module, note.module),
      subject: note.subject,
      description: note.text,
      place: note.place && toPlace(note.place),
      source: 'VTI',
      attachments: toDocuments(note.photos),
      requestedAt: toDate(note.notedAt),
    },
  };
}

export function toUpdate(request: UpdateTicketRequest): Omit<UpdateTicket, Asked> {
  return {
    subject: request.subject,
    description: request.description,
    notifiedDescription: request.notifiedDescription,
    options: toOptions(request),
    timers: request.timers && toTimerChoice(request.timers),
    contacts: request.contacts?.persons.map(toPerson),
    notified: request.notified?.persons.map(toPerson),
    requester: request.requester && toPerson(request.requester),
    addedAttachments: toDocuments(request.addedAttachments),
  };
}

export function toMessageContent(request: PostMessageRequest): Omit<PostMessage, Asked | 'ids'> {
  const { missionId, correspondentId, threadId, subject, text, received } = request;
  return {
    missionId,
    correspondentId,
    role: nameOf(CorrespondentRole, request.role),
    person: request.person && toPerson(request.person),
    threadId,
    subject,
    text,
    documents: toDocuments(request.documents),
    received,
    repaired: request.repaired,
  };
}

export function toSettings(message: ModuleSettingsMessage | undefined): ModuleSettings {
  if (!message) throw new InvalidSettings([{ field: 'settings', code: 'REQUIRED' }]);
  return {
    shownToClients: message.shownToClients,
    visibility: nameOf(Visibility, message.visibility),
    readReceipt: message.readReceipt,
    hideAgencyMail: message.hideAgencyMail,
    notify: {
      creator: message.notifyCreator,
      manager: message.notifyManager,
      assistant: message.notifyAssistant,
    },
    defaultDescription: message.defaultDescription,
    defaultAttachments: toDocuments(message.defaultAttachments),
    listSize: message.listSize,
    timers: chosenTimers(toTimerChoice(message.timers), DEFAULT_TIMERS),
    automaticInvoiceRequest: message.automaticInvoiceRequest,
    dormantDays: message.dormantDays,
    emergencyNumbers: message.emergencyNumbers,
    version: message.version,
  };
}

export function toClientScope(scope: ClientScopeMessage | undefined): ClientScope {
  return {
    partyId: scope?.partyId ?? '',
    councilBuildingIds: scope?.councilBuildingIds ?? [],
    ownedBuildingIds: scope?.ownedBuildingIds ?? [],
    ownedUnitIds: scope?.ownedUnitIds ?? [],
    rentedUnitIds: scope?.rentedUnitIds ?? [],
  };
}
