import { LETTERS } from '@intervia/rules';
import { checkComment, checkDocuments, checkReachable, checkText, filled } from '../values/checks.js';
import { checkRole, correspondentFor, correspondentsOf } from './correspondents.js';
import { checkRepair } from './requester-exchange.js';
import { checkPeople } from '../ticket/draft.js';
import {
  CorrespondentNotFound,
  InvalidCommand,
  MissionNotFound,
  NotOnMultiWorkOrder,
  ThreadNotFound,
  assertNone,
} from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import { foremost } from '../mission/mission.js';
import type { Correspondent } from '../values/model.js';
import type { AddNote, InformThirdParties, PostMessage } from '../ticket/ticket-commands.js';
import { countedMissions, ticketType } from '../ticket/ticket.js';
import type { ExistingTicket } from '../ticket/ticket.js';

export function decideExchange(
  command: AddNote | PostMessage | InformThirdParties,
  ticket: ExistingTicket,
): readonly TicketEvent[] {
  switch (command.type) {
    case 'AddNote':
      return addNote(command);
    case 'PostMessage':
      return postMessage(command, ticket);
    case 'InformThirdParties':
      return informThirdParties(command, ticket);
  }
}

/** Manual, "Note interne": rich text, and since 2.4 attachments. */
function addNote({ actor, now, noteId, html, text, documents }: AddNote): readonly TicketEvent[] {
  assertNone([
    ...checkText('html', html, { max: LETTERS.note }),
    ...filled('html', text.trim() !== '' || documents.length > 0),
    ...checkDocuments('documents', documents),
  ]);
  return [{ type: 'NoteAdded', at: now, actor, noteId, html, text, documents }];
}

/** With whom a message is exchanged. */
interface Party {
  /** Empty for a correspondent. */
  readonly missionId: string;
  readonly correspondent?: Correspondent;
  readonly name: string;
}

/** Manual, "Envoyer un message": "le sujet sera conservé afin de créer un fil de discussion". */
function postMessage(command: PostMessage, ticket: ExistingTicket): readonly TicketEvent[] {
  const { actor, now, text, documents, ids } = command;
  assertNone([
    ...checkText('text', text, { required: true, max: LETTERS.text }),
    ...checkText('subject', command.subject, { max: LETTERS.subject }),
    ...checkDocuments('documents', documents),
    ...checkRepair(command, ticket),
  ]);
  const party = partyOf(command, ticket);
  const thread = command.threadId
    ? knownThread(command.threadId, party, ticket)
    : (ownThread(command, party, ticket) ?? { id: ids.thread, subject: subjectOfNew(command, ticket) });
  // A third party's message is received, whoever enters it.
  const received = command.received || actor.kind !== 'USER';
  return [
    {
      type: received ? 'MessageReceived' : 'MessagePosted',
      at: now,
      actor,
      ...party,
      threadId: thread.id,
      messageId: ids.message,
      subject: thread.subject,
      text,
      documents,
      ...(command.repaired === undefined ? {} : { repaired: command.repaired }),
    },
  ];
}

function partyOf(command: PostMessage, ticket: ExistingTicket): Party {
  const { actor } = command;
  if (actor.kind === 'CONTRACTOR') return contractor(actor.id, ticket);
  if (actor.kind !== 'USER') return knownCorrespondent(actor.id, ticket);
  if (command.missionId) return contractor(command.missionId, ticket);
  if (command.correspondentId) return knownCorrespondent(command.correspondentId, ticket);
  return somebody(command, ticket);
}

function contractor(missionId: string, { missions }: ExistingTicket): Party {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) throw new MissionNotFound();
  return { missionId, name: mission.contractor.name };
}

function knownCorrespondent(id: string, ticket: ExistingTicket): Party {
  const correspondent = correspondentsOf(ticket).find((known) => known.id === id);
  if (!correspondent) throw new CorrespondentNotFound();
  return { missionId: '', correspondent, name: correspondent.person.name };
}

function somebody({ role, person, ids }: PostMessage, ticket: ExistingTicket): Party {
  const problems = [
    ...checkRole(ticket.details.module, role),
    ...(person ? checkReachable('person', person) : filled('person', person)),
  ];
  if (!role || !person || problems.length > 0) throw new InvalidCommand(problems);
  const correspondent = correspondentFor(ticket.correspondents, role, person, ids.correspondent);
  return { missionId: '', correspondent, name: correspondent.person.name };
}

function knownThread(
  threadId: string,
  { missionId, correspondent }: Party,
  { threads }: ExistingTicket,
): { id: string; subject: string } {
  const thread = threads.find(({ id }) => id === threadId);
  const theirs = thread?.missionId === missionId && thread.correspondentId === (correspondent?.id ?? '');
  if (!thread || !theirs) throw new ThreadNotFound();
  return thread;
}

/** A third party that names no thread goes on in its own under the ticket's subject: it cannot make any number. */
function ownThread(
  { actor, subject }: PostMessage,
  { missionId, correspondent }: Party,
  { details, threads }: ExistingTicket,
): { id: string; subject: string } | undefined {
  if (actor.kind === 'USER') return undefined;
  const wanted = subject.trim() || details.subject;
  return threads.findLast(
    (thread) =>
      thread.missionId === missionId &&
      thread.correspondentId === (correspondent?.id ?? '') &&
      thread.subject === wanted,
  );
}

/** "CONTACTER LE GESTIONNAIRE" asks a third party for no subject: it is the ticket's. */
function subjectOfNew({ actor, subject }: PostMessage, { details }: ExistingTicket): string {
  if (subject.trim()) return subject.trim();
  if (actor.kind === 'USER') throw new InvalidCommand([{ field: 'subject', code: 'REQUIRED' }]);
  return details.subject;
}

/** Manual, "Informer un tiers": the present step, told to anybody; several contractors have no one step. */
function informThirdParties(command: InformThirdParties, ticket: ExistingTicket): readonly TicketEvent[] {
  const { actor, now, persons, comment } = command;
  if (ticketType(ticket) === 'MULTI_WORK_ORDER') throw new NotOnMultiWorkOrder('InformThirdParties');
  assertNone([
    ...filled('persons', persons.length > 0),
    ...checkPeople('persons', persons),
    ...persons.flatMap(({ channels }, i) => filled(`persons.${i}.channels`, channels.mail || channels.sms)),
    ...checkComment('comment', comment),
  ]);
  const mission = foremost(countedMissions(ticket));
  if (!mission) throw new MissionNotFound();
  const step = { missionId: mission.id, status: mission.status };
  return [{ type: 'ThirdPartiesInformed', at: now, actor, ...step, persons, comment }];
}
