/** Title of the appointment in people's calendars. */
export const eventTitle = (ticketNumber: number, subject: string): string =>
  `Intervention n° ${ticketNumber} – ${subject}`;

export const INVITATION_FILE = 'rendez-vous.ics';

/** ASCII in the subject: it is written by hand. */
export const PROBE_MAIL = {
  subject: 'Essai de votre compte e-mail',
  text: 'Ce message confirme que votre agence peut envoyer ses e-mails avec ce compte. Vous n’avez rien à faire.',
};
