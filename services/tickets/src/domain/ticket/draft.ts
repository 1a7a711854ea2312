import { LETTERS, MOST } from '@intervia/rules';
import { checkPerson, checkReach, checkReachable, checkText, filled } from '../values/checks.js';
import type { FieldError } from '@intervia/rules';
import type { DocumentRef, Module, Person, Place, Source, UserRef } from '../values/model.js';
import type { OptionChoice } from '../values/options.js';
import { checkVisibility } from '../settings/settings.js';
import { checkTimers } from '../settings/timer-settings.js';
import type { TimerChoice } from '../settings/timer-settings.js';

/** What the creation form sends; undefined where nothing was chosen. */
export interface TicketDraft {
  readonly module?: Module;
  readonly quote: boolean;
  readonly subject: string;
  readonly description: string;
  readonly originalDescription: string;
  readonly notifiedDescription: string;
  readonly place?: Place;
  readonly manager?: UserRef;
  readonly requester?: Person;
  readonly source?: Source;
  readonly requestedAt?: Date;
  readonly options: OptionChoice;
  readonly contractors: readonly Person[];
  readonly contacts: readonly Person[];
  readonly notified: readonly Person[];
  readonly attachments: readonly DocumentRef[];
  readonly timers: TimerChoice;
  readonly assistant?: UserRef;
  /** The calling user with its addresses. */
  readonly creator?: UserRef;
}

/** A draft in which nothing that a ticket needs is missing. */
export type CompleteDraft = TicketDraft &
  Required<Pick<TicketDraft, 'module' | 'place' | 'manager' | 'source'>>;

/** One problem per fault; the field is its path in the draft. */
export function checkDraft(draft: TicketDraft): FieldError[] {
  return [
    ...checkFacts(draft),
    ...checkOptions(draft.module, draft.options),
    ...checkTimers(draft.timers),
    ...checkContractors(draft.contractors),
    ...checkPeople('contacts', draft.contacts),
    ...checkPeople('notified', draft.notified),
    ...(draft.requester ? checkReach('requester', draft.requester) : []),
    ...checkAttachments(draft.attachments),
  ];
}

/** A past ticket: what it lacks is lost, so only what identifies it is asked for. */
export function checkImportedDraft(draft: TicketDraft): FieldError[] {
  return [
    ...checkFacts(draft),
    ...draft.contractors.flatMap((person, i) => checkPerson(`contractors.${i}`, person)),
  ];
}

function checkFacts(draft: TicketDraft): FieldError[] {
  return [
    ...filled('module', draft.module),
    ...filled('source', draft.source),
    ...filled('manager', draft.manager?.id.trim()),
    ...filled('place', draft.place && (draft.place.unitId || draft.place.buildingId)),
    ...checkText('subject', draft.subject, { required: true, max: LETTERS.subject }),
    ...checkText('description', draft.description, { max: LETTERS.text }),
    ...checkText('originalDescription', draft.originalDescription, { max: LETTERS.text }),
    ...checkText('notifiedDescription', draft.notifiedDescription, { max: LETTERS.text }),
  ];
}

export function checkOptions(
  module: Module | undefined,
  { sendOwner, visibility }: OptionChoice,
): FieldError[] {
  if (!module) return [];
  return [...checkSendOwner(module, sendOwner ?? false), ...checkVisibility(module, visibility)];
}

/** Manual, "Envoi du propriétaire (Gérance uniquement)". */
function checkSendOwner(module: Module, sendOwner: boolean): FieldError[] {
  return sendOwner && module !== 'GERANCE' ? [{ field: 'sendOwner', code: 'GERANCE_ONLY' }] : [];
}

/** Manual, "Intervenant": mail, SMS or both. */
function checkContractors(contractors: readonly Person[]): FieldError[] {
  if (contractors.length === 0) return [{ field: 'contractors', code: 'REQUIRED' }];
  if (contractors.length > MOST.contractors) return [{ field: 'contractors', code: 'TOO_MANY' }];
  return contractors.flatMap((person, i) => checkReachable(`contractors.${i}`, person));
}

export function checkPeople(
  list: 'contacts' | 'notified' | 'persons' | 'informed',
  people: readonly Person[],
): FieldError[] {
  if (people.length > MOST.people) return [{ field: list, code: 'TOO_MANY' }];
  return people.flatMap((person, i) => checkPerson(`${list}.${i}`, person));
}

export function checkAttachments(attachments: readonly DocumentRef[]): FieldError[] {
  if (attachments.length > MOST.documents) return [{ field: 'attachments', code: 'TOO_MANY' }];
  return attachments.flatMap((ref, i) => filled(`attachments.${i}`, ref.id));
}
