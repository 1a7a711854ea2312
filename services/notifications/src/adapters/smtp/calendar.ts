import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Invitation } from '../../domain/planning/invitation.js';
import { eventTitle } from './fr.js';

export interface CalendarParties {
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendees: readonly string[];
}

/** iTIP (RFC 5546): the same UID for all that concerns a mission, so calendars update or remove what they hold. */
export function writeCalendar(
  invitation: Invitation,
  stampedAt: Date,
  { organizer, attendees }: CalendarParties,
): string {
  const { method, missionId, sequence, start, end, ticketNumber, subject, place } = invitation;
  const cancelled = method === 'cancel';
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Intervia', product: 'Tickets', language: 'FR' },
  });
  calendar.createEvent({
    id: `mission-${missionId}@intervia`,
    sequence,
    stamp: stampedAt,
    start,
    end,
    summary: eventTitle(ticketNumber, subject),
    location: [place.label, place.address].filter(Boolean).join(', '),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organizer.name, email: organizer.address },
    // No RSVP: what counts as an answer is given on the mission's page.
    attendees: attendees.map((email) => ({ email, rsvp: false })),
  });
  return calendar.toString();
}
