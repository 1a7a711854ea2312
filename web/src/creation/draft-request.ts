import type { DocumentRef, ModuleCode } from '../api/types.js';
import { readInstant } from '../lib/typed-date.js';
import type { Draft, DraftPerson, DraftPlace, DraftReminder } from './draft.js';

/** The form as `POST /api/tickets` takes it. */
export function toRequest(draft: Draft, module: ModuleCode, documents: readonly DocumentRef[]): object {
  const { place, requester, source, requestedAt, contractors, contacts, notified, timers, ...same } = draft;
  return {
    ...same,
    module,
    place: place ? placeIds(place) : {},
    source: source || undefined,
    requestedAt: readInstant(requestedAt),
    requester: requester.name.trim() ? personBody(requester) : undefined,
    // Only a letting has an owner to name (manual, "Gérance uniquement").
    sendOwner: module === 'GERANCE' && draft.sendOwner,
    contractors: contractors.map(personBody),
    contacts: contacts.map(personBody),
    notified: notified.map(personBody),
    attachmentIds: documents.map(({ id }) => id),
    timers: { workOrder: reminderBody(timers.workOrder), invoice: reminderBody(timers.invoice) },
  };
}

function placeIds({ kind, id }: DraftPlace): object {
  return kind === 'unit' ? { unitId: id } : { buildingId: id };
}

function personBody({ key: _key, partyId, ...person }: DraftPerson): object {
  return { ...person, partyId: partyId || undefined };
}

function reminderBody(reminder: DraftReminder): object {
  return { hours: hoursOf(reminder), maximum: Number(reminder.maximum) };
}

export function hoursOf({ delay, unit }: DraftReminder): number {
  return Number(delay) * (unit === 'days' ? 24 : 1);
}
