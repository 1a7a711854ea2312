import { LETTERS } from '@intervia/rules';
import { checkReach, checkText, filled } from '../values/checks.js';
import { checkAttachments, checkOptions, checkPeople } from '../ticket/draft.js';
import { CorrespondentNotFound, InvalidCommand, InvalidTicket, MissionNotFound } from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import type { Person } from '../values/model.js';
import { same } from '../values/same.js';
import { OPTION_NAMES, chosenOptions } from '../values/options.js';
import type { ChangeManager, ChangeReach, UpdateTicket } from '../ticket/ticket-commands.js';
import type { UpdatedDetails } from '../ticket/ticket-events.js';
import type { ExistingTicket } from '../ticket/ticket.js';
import { checkTimers, chosenTimers } from '../settings/timer-settings.js';

/** Manual: "modifiable à tout moment par un clic sur le pictogramme". Nothing changed, nothing told. */
export function updateTicket(command: UpdateTicket, ticket: ExistingTicket): readonly TicketEvent[] {
  assertSound(command, ticket);
  const { actor, now, addedAttachments } = command;
  const wanted = wantedDetails(command, ticket);
  const changes = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && !same(value, ticket.details[name as keyof UpdatedDetails]),
  );
  const known = new Set(ticket.documents.map(({ ref }) => ref.id));
  const attachments = addedAttachments.filter(({ id }) => !known.has(id));
  const fields = [
    ...changes.flatMap(([name]) => contractNames(name, wanted, ticket)),
    ...(attachments.length > 0 ? ['addedAttachments'] : []),
  ];
  if (fields.length === 0) return [];
  const changed = Object.fromEntries(changes) as UpdatedDetails;
  return [{ type: 'TicketUpdated', at: now, actor, fields, changed, attachments }];
}

/** As the contract names what was changed. Each option has its own name. */
function contractNames(
  name: string,
  { options }: UpdatedDetails,
  { details }: ExistingTicket,
): readonly string[] {
  if (name === 'timerSettings') return ['timers'];
  if (name !== 'options') return [name];
  return OPTION_NAMES.filter((option) => options && options[option] !== details.options[option]);
}

function wantedDetails(command: UpdateTicket, { details }: ExistingTicket): UpdatedDetails {
  const { type: _t, actor: _a, now: _n, addedAttachments: _d, timers, ...wanted } = command;
  return {
    ...wanted,
    subject: wanted.subject?.trim(),
    description: wanted.description?.trim(),
    options: wanted.options && chosenOptions(wanted.options, details.options),
    timerSettings: timers && chosenTimers(timers, details.timerSettings),
  };
}

function assertSound(command: UpdateTicket, { details }: ExistingTicket): void {
  const { subject, description, notifiedDescription, contacts, notified, requester, timers } = command;
  const problems = [
    ...(subject === undefined ? [] : checkText('subject', subject, { required: true, max: LETTERS.subject })),
    ...checkText('description', description ?? '', { max: LETTERS.text }),
    ...checkText('notifiedDescription', notifiedDescription ?? '', { max: LETTERS.text }),
    ...checkOptions(details.module, command.options ?? {}),
    ...checkTimers(timers ?? {}),
    ...checkPeople('contacts', contacts ?? []),
    ...checkPeople('notified', notified ?? []),
    ...(requester ? checkReach('requester', requester) : []),
    ...checkAttachments(command.addedAttachments),
  ];
  if (problems.length > 0) throw new InvalidTicket(problems);
}

/** Manual, "Changer les coordonnées du tiers": for this ticket only, the directory keeps its own. */
export function changeReach(command: ChangeReach, ticket: ExistingTicket): readonly TicketEvent[] {
  const { actor, now, missionId, correspondentId, reach } = command;
  const person = missionId ? contractorOf(missionId, ticket) : correspondentOf(correspondentId, ticket);
  const problems = checkReach('reach', { ...person, ...reach });
  if (!reach.channels.mail && !reach.channels.sms) {
    problems.push({ field: 'reach.channels', code: 'REQUIRED' });
  }
  if (problems.length > 0) throw new InvalidCommand(problems);
  const { mails, mobiles, channels } = person;
  if (same(reach, { mails, mobiles, channels })) return [];
  const whom = { missionId, correspondentId: missionId ? '' : correspondentId, name: person.name };
  return [{ type: 'ReachChanged', at: now, actor, ...whom, reach }];
}

function contractorOf(missionId: string, { missions }: ExistingTicket): Person {
  const mission = missions.find(({ id }) => id === missionId);
  if (!mission) throw new MissionNotFound();
  return mission.contractor;
}

function correspondentOf(correspondentId: string, { correspondents }: ExistingTicket): Person {
  const correspondent = correspondents.find(({ id }) => id === correspondentId);
  if (!correspondent) throw new CorrespondentNotFound();
  return correspondent.person;
}

/** Manual, "Transférer à un autre gestionnaire". */
export function changeManager(command: ChangeManager, ticket: ExistingTicket): readonly TicketEvent[] {
  const { actor, now, manager } = command;
  const problems = filled('manager', manager.id.trim());
  if (problems.length > 0) throw new InvalidCommand(problems);
  const previous = ticket.details.manager;
  if (previous.id === manager.id) return [];
  return [{ type: 'ManagerChanged', at: now, actor, manager, previous }];
}
