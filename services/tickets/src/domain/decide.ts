import type {
  CloseTicket,
  Command,
  FireTimers,
  ImportTicket,
  MissionCommand,
  OpenTicket,
} from './commands.js';
import { checkComment } from './checks.js';
import { decideMission } from './decide-mission.js';
import { checkDraft, checkImportedDraft } from './draft.js';
import type { CompleteDraft, TicketDraft } from './draft.js';
import {
  ActionNotAllowed,
  ActorNotAllowed,
  InvalidCommand,
  InvalidTicket,
  MissionNotFound,
  QuotesNotYetSupported,
  TicketAlreadyClosed,
  TicketNotFound,
} from './errors.js';
import type { FieldProblem } from './errors.js';
import type { TicketEvent } from './events.js';
import { fireDueTimers } from './fire-timers.js';
import type { Mission } from './mission.js';
import type { Actor, TicketDetails } from './model.js';
import type { OpenTicket as OpenTicketState, Ticket } from './ticket.js';
import { PERFORMERS, TRANSITIONS } from './transitions.js';

/** What a command makes happen; throws a TicketError when it must not. */
export function decide(command: Command, ticket: Ticket): readonly TicketEvent[] {
  switch (command.type) {
    case 'OpenTicket':
      return openTicket(command, ticket);
    case 'ImportTicket':
      return importTicket(command, ticket);
    case 'CloseTicket':
      return closeTicket(command, ticket);
    case 'FireTimers':
      return fireTimers(command, ticket);
    case 'AcceptWorkOrder':
    case 'RefuseWorkOrder':
    case 'AskPresence':
    case 'AnswerPresence':
    case 'AskCompletion':
    case 'ReportCompletion':
    case 'RequestInvoice':
    case 'SubmitInvoice':
    case 'RequestNewInvoice':
      return moveMission(command, ticket);
  }
}

/** Asked before a number is taken, so that a refused draft leaves no gap. */
export function assertMayOpen(actor: Actor, draft: TicketDraft): asserts draft is CompleteDraft {
  if (actor.kind !== 'USER') throw new ActorNotAllowed('OpenTicket', actor.kind);
  assertComplete(draft, checkDraft(draft));
}

function openTicket({ actor, now, draft, identity }: OpenTicket, ticket: Ticket): readonly TicketEvent[] {
  assertNew(ticket, 'OpenTicket');
  assertMayOpen(actor, draft);
  const fact = { at: now, actor };
  return [
    {
      type: 'TicketOpened',
      ...fact,
      details: detailsOf(draft, identity, actor, now),
      attachments: draft.attachments,
    },
    ...draft.contractors.map((contractor, i) => ({
      type: 'WorkOrderRequested' as const,
      ...fact,
      missionId: missionIdAt(identity, i),
      contractor,
    })),
  ];
}

function importTicket(command: ImportTicket, ticket: Ticket): readonly TicketEvent[] {
  assertNew(ticket, 'ImportTicket');
  const { actor, now, draft, identity, openedAt, closedAt, invoiceAmountCents } = command;
  assertComplete(draft, checkImportedDraft(draft));
  return [
    {
      type: 'TicketImported',
      at: now,
      actor,
      closedAt,
      details: detailsOf(draft, identity, actor, openedAt),
      // The product it comes from kept one amount for the whole ticket.
      missions: draft.contractors.map((contractor, i) => ({
        id: missionIdAt(identity, i),
        contractor,
        amountCents: i === 0 ? invoiceAmountCents : 0,
      })),
      documents: draft.attachments.map((ref) => ({
        ref,
        kind: 'ATTACHMENT' as const,
        missionId: '',
        addedAt: openedAt,
      })),
    },
  ];
}

function closeTicket({ actor, now, comment }: CloseTicket, ticket: Ticket): readonly TicketEvent[] {
  assertOpen(ticket);
  if (actor.kind !== 'USER') throw new ActorNotAllowed('CloseTicket', actor.kind);
  const problems = checkComment('comment', comment);
  if (problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'TicketClosed', at: now, actor, comment }];
}

function fireTimers({ now }: FireTimers, ticket: Ticket): readonly TicketEvent[] {
  return ticket.phase === 'open' ? fireDueTimers(ticket, now) : [];
}

function moveMission(command: MissionCommand, ticket: Ticket): readonly TicketEvent[] {
  const mission = missionFor(command, ticket);
  assertPerformer(command);
  const transition = TRANSITIONS[mission.status][command.type];
  const refused = transition.to.length === 0 || (transition.manualOnly && command.actor.kind !== 'USER');
  if (refused) throw new ActionNotAllowed(command.type, mission.status);
  return decideMission(command);
}

/** A contractor sees its own mission and no other, also on a closed ticket. */
function missionFor({ actor, missionId }: MissionCommand, ticket: Ticket): Mission {
  if (ticket.phase === 'none') throw new TicketNotFound();
  const mission = ticket.missions.find(({ id }) => id === missionId);
  if (!mission || (actor.kind === 'CONTRACTOR' && actor.id !== missionId)) throw new MissionNotFound();
  assertOpen(ticket);
  return mission;
}

function assertPerformer({ type, actor }: MissionCommand): void {
  const contractorsStep = PERFORMERS[type] === 'contractor';
  if (actor.kind === 'USER' || (actor.kind === 'CONTRACTOR' && contractorsStep)) return;
  throw new ActorNotAllowed(type, actor.kind);
}

function assertOpen(ticket: Ticket): asserts ticket is OpenTicketState {
  if (ticket.phase === 'none') throw new TicketNotFound();
  if (ticket.phase === 'closed') throw new TicketAlreadyClosed(ticket.details.number);
}

function assertNew(ticket: Ticket, command: string): void {
  if (ticket.phase !== 'none') throw new ActionNotAllowed(command, ticket.phase);
}

function assertComplete(draft: TicketDraft, problems: FieldProblem[]): asserts draft is CompleteDraft {
  if (problems.length > 0) throw new InvalidTicket(problems);
  if (draft.quote) throw new QuotesNotYetSupported();
}

function missionIdAt(identity: OpenTicket['identity'], index: number): string {
  const id = identity.missionIds[index];
  if (!id) throw new RangeError('one mission id per contractor is needed');
  return id;
}

function detailsOf(
  draft: CompleteDraft,
  identity: OpenTicket['identity'],
  actor: Actor,
  openedAt: Date,
): TicketDetails {
  return {
    id: identity.id,
    agencyId: identity.agencyId,
    number: identity.number,
    module: draft.module,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    originalDescription: draft.originalDescription,
    notifiedDescription: draft.notifiedDescription,
    place: draft.place,
    manager: draft.manager,
    creator:
      draft.manager.id === actor.id ? draft.manager : { id: actor.id, name: actor.name, mail: '', phone: '' },
    requester: draft.requester,
    source: draft.source,
    silent: draft.silent,
    sendOwner: draft.sendOwner,
    askPresence: draft.askPresence,
    notifyReminders: draft.notifyReminders,
    urgent: draft.urgent,
    visibility: draft.visibility ?? 'REQUESTER',
    contacts: draft.contacts,
    notified: draft.notified,
    timerSettings: draft.timers,
    requestedAt: draft.requestedAt ?? openedAt,
    openedAt,
  };
}
