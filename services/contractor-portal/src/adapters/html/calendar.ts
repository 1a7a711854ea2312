import ical from 'ical-generator';
import type { Mission } from '../../application/ports/ticket-desk.js';

const MINUTE_MS = 60_000;

/** A file in the page itself: an event with the UID of the mails' invitations, which then replaces it. */
export function calendarOf(
  { id, number, subject, place, lateMinutes }: Mission,
  { start, durationMinutes }: NonNullable<Mission['appointment']>,
): string {
  const begins = new Date(start.getTime() + lateMinutes * MINUTE_MS);
  const calendar = ical({ prodId: { company: 'Intervia', product: 'Tickets', language: 'FR' } });
  calendar.createEvent({
    id: `mission-${id}@intervia`,
    stamp: start,
    start: begins,
    end: new Date(begins.getTime() + durationMinutes * MINUTE_MS),
    summary: `${subject} (n° ${number})`,
    location: [place.label, place.address].filter(Boolean).join(', '),
  });
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(calendar.toString())}`;
}
