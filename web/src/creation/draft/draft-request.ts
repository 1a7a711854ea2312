import type {
  DocumentRef,
  ModuleCode,
  TicketDraftDto,
  TicketPlaceDto,
  TicketUpdateDto,
} from '../../api/types.js';
import { readInstant } from '../../lib/typed-date.js';
import { personBody } from '../../people/typed-person.js';
import { timersBody, timersOfType } from '../../timers/typed-timers.js';
import { FLAGS, changedOptions } from '../../lib/ticket-options.js';
import type { Options } from '../../lib/ticket-options.js';
import type { Draft, DraftPlace } from './draft.js';

/** The form as `POST /api/tickets` takes it. */
export function toRequest(
  draft: Draft,
  module: ModuleCode,
  documents: readonly DocumentRef[],
): TicketDraftDto {
  const { place, source, requestedAt, contractors, managerId, quote } = draft;
  return {
    ...sharedBody(draft),
    options: meantOptions(draft, module),
    module,
    quote,
    managerId,
    place: place ? placeIds(place) : {},
    source: source || undefined,
    requestedAt: readInstant(requestedAt),
    originalDescription: draft.originalDescription,
    notifiedGroups: groupsOf(draft, module),
    contractors: contractors.map(personBody),
    attachmentIds: documents.map(({ id }) => id),
  };
}

/** The form as `PATCH /api/tickets/:id` takes it: only what was changed since `before`. */
export function toUpdate(
  before: Draft,
  draft: Draft,
  module: ModuleCode,
  documents: readonly DocumentRef[],
): TicketUpdateDto {
  const known = sharedBody(before);
  const changed = Object.entries(sharedBody(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof SharedBody]),
  );
  const groups = groupsOf(draft, module);
  const options = changedOptions(meantOptions(before, module), meantOptions(draft, module));
  return {
    ...Object.fromEntries(changed),
    ...(options ? { options } : {}),
    // Groups are added to those who are notified by name.
    ...(groups.length > 0 ? { notified: draft.notified.map(personBody), notifiedGroups: groups } : {}),
    ...(documents.length > 0 ? { addedAttachmentIds: documents.map(({ id }) => id) } : {}),
  };
}

/** One that means nothing on such a ticket is a no, also where a form was begun in the other module. */
function meantOptions({ options }: Draft, module: ModuleCode): Options {
  const meaningless = Object.entries(FLAGS).filter(([, { only }]) => only && only !== module);
  return { ...options, ...Object.fromEntries(meaningless.map(([flag]) => [flag, false])) };
}

type SharedBody = Omit<TicketDraftDto, 'module' | 'place'>;

/** What is told at the opening, and may be changed later. */
function sharedBody(draft: Draft): SharedBody {
  const { requester, contacts, notified, timers, quote } = draft;
  return {
    subject: draft.subject,
    description: draft.description,
    notifiedDescription: draft.notifiedDescription,
    requester: requester.name.trim() ? personBody(requester) : undefined,
    contacts: contacts.map(personBody),
    notified: notified.map(personBody),
    timers: timersBody(timers, timersOfType(quote)),
  };
}

function groupsOf({ notifiedGroups }: Draft, module: ModuleCode): Draft['notifiedGroups'] {
  return module === 'SYNDIC' ? notifiedGroups : [];
}

function placeIds({ kind, id }: DraftPlace): TicketPlaceDto {
  return kind === 'unit' ? { unitId: id } : { buildingId: id };
}
