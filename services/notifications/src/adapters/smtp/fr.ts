/** Title of the appointment in people's calendars. */
export const eventTitle = (ticketNumber: number, subject: string): string =>
  `Intervention n° ${ticketNumber} – ${subject}`;

export const INVITATION_FILE = 'rendez-vous.ics';
