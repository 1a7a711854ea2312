import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { HistoryEntrySchema, MissionSchema, TicketSchema } from '@intervia/contracts';
import { maskLinks } from '@intervia/rules';
import {
  AgreementMeans,
  Colour,
  CorrespondentRole,
  Module,
  PresenceAnswer,
  Source,
  Status,
  TicketType,
  TimerKind,
  withOptions,
} from '@intervia/contracts';
import type { TicketRecord } from '../../../application/ports/tickets.js';
import { withoutOldest } from '../../../application/running/growth.js';
import { userActions } from '../../../domain/actions/actions.js';
import { APPROVERS, correspondentsOf, WRITTEN_TO } from '../../../domain/exchanges/correspondents.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import {
  amountOf,
  hasNothingLeft,
  isVisitExpected,
  quoteOf,
  visitOf,
} from '../../../domain/mission/mission.js';
import type { Mission } from '../../../domain/mission/mission.js';
import {
  colourOfMission,
  endedAt,
  ticketAmount,
  ticketColour,
  ticketStatus,
  ticketType,
} from '../../../domain/ticket/ticket.js';
import type { ExistingTicket } from '../../../domain/ticket/ticket.js';
import { toCorrespondentMessage, toNoteMessages, toThreadMessages } from './exchange.mapper.js';
import {
  COMMAND_ACTIONS,
  toTracedActorMessage,
  toApprovalMessage,
  toAppointmentMessage,
  toDocumentMessage,
  toOptionsMessage,
  toPersonMessage,
  toPlaceMessage,
  toTicketDocumentMessage,
  toTimerSettingsMessage,
  toTimestamp,
  toUserMessage,
} from '../to-proto.js';

/** The whole ticket, for the agency's own people. */
export function toTicketMessage(stored: TicketRecord): MessageInitShape<typeof TicketSchema> {
  // One that was stored before there were pages holds more than one answer may.
  const { ticket, version, history, earlier, timeSpentSeconds } = withoutOldest(stored).record;
  const { details } = ticket;
  return {
    id: details.id,
    agencyId: details.agencyId,
    number: details.number,
    type: TicketType[ticketType(ticket)],
    status: Status[ticketStatus(ticket)],
    colour: Colour[ticketColour(ticket)],
    module: Module[details.module],
    subject: details.subject,
    description: details.description,
    originalDescription: details.originalDescription,
    notifiedDescription: details.notifiedDescription,
    place: toPlaceMessage(details.place),
    manager: toUserMessage(details.manager),
    assistant: toUserMessage(details.assistant),
    creator: toUserMessage(details.creator),
    requester: details.requester && toPersonMessage(details.requester),
    source: Source[details.source],
    ...withOptions(toOptionsMessage(details.options)),
    missions: ticket.missions.map((mission) => toMissionMessage(mission, ticket)),
    contacts: details.contacts.map(toPersonMessage),
    notified: details.notified.map(toPersonMessage),
    documents: ticket.documents.map(toTicketDocumentMessage),
    history: history.map(toHistoryMessage),
    timers: toTimerMessages(ticket),
    actions: userActions(ticket).map(({ command, missionId, suggested, manualEntry }) => ({
      action: COMMAND_ACTIONS[command],
      missionId,
      suggested,
      manualEntry,
    })),
    timerSettings: toTimerSettingsMessage(details.timerSettings),
    requestedAt: timestampFromDate(details.requestedAt),
    openedAt: timestampFromDate(details.openedAt),
    modifiedAt: timestampFromDate(ticket.modifiedAt),
    closedAt: toTimestamp(endedAt(ticket)),
    version,
    amountCents: ticketAmount(ticket),
    correspondents: correspondentsOf(ticket).map(toCorrespondentMessage),
    writtenTo: WRITTEN_TO[details.module].map((role) => CorrespondentRole[role]),
    approvers: APPROVERS[details.module].map((role) => CorrespondentRole[role]),
    threads: toThreadMessages(ticket.threads),
    notes: toNoteMessages(ticket.notes),
    timeSpentSeconds,
    earlierHistory: earlier.history,
    earlierNotes: earlier.notes,
  };
}

function toMissionMessage(mission: Mission, ticket: ExistingTicket): MessageInitShape<typeof MissionSchema> {
  const visit = visitOf(mission);
  const approval = quoteOf(mission)?.approval;
  return {
    id: mission.id,
    contractor: toPersonMessage(mission.contractor),
    status: Status[mission.status],
    colour: Colour[colourOfMission(mission, ticket)],
    appointment: visit && toAppointmentMessage(visit.appointment),
    amountCents: amountOf(mission),
    lateMinutes: visit?.lateMinutes ?? 0,
    approval: approval && toApprovalMessage(approval),
    readAt: toTimestamp(mission.readAt),
    visitExpected: isVisitExpected(mission),
    nothingLeft: hasNothingLeft(mission),
    refusedAddresses: [...(mission.refused ?? [])],
  };
}

function toTimerMessages(ticket: ExistingTicket): MessageInitShape<typeof TicketSchema>['timers'] {
  if (ticket.phase !== 'open') return [];
  return ticket.timers.map(({ kind, missionId, dueAt, sent, maximum }) => ({
    kind: TimerKind[kind],
    missionId,
    dueAt: timestampFromDate(dueAt),
    sent,
    maximum,
  }));
}

export function toHistoryMessage(entry: HistoryEntry): MessageInitShape<typeof HistoryEntrySchema> {
  const { id, manualEntry, missionId, fact, text, amountCents, lateMinutes, hash } = entry;
  return {
    id,
    manualEntry,
    missionId,
    fact,
    text: maskLinks(text),
    amountCents,
    lateMinutes,
    hash,
    at: timestampFromDate(entry.at),
    actor: toTracedActorMessage(entry.actor),
    appointment: entry.appointment && toAppointmentMessage(entry.appointment),
    documents: entry.documents.map(toDocumentMessage),
    presence: entry.presence && PresenceAnswer[entry.presence],
    timer: entry.timer && TimerKind[entry.timer],
    names: [...entry.names],
    action: entry.action && COMMAND_ACTIONS[entry.action],
    refusal: entry.refusal,
    approved: entry.approved,
    means: entry.means && AgreementMeans[entry.means],
    saidAt: entry.saidAt && timestampFromDate(entry.saidAt),
    status: entry.status && Status[entry.status],
    correspondentId: entry.correspondentId,
  };
}
