/** "À revoir le": what one user puts aside until a day. */
export const ASIDES = {
  action: 'À revoir le…',
  title: (n: number) => (n > 1 ? `Revoir ces ${n} tickets plus tard` : 'Revoir ce ticket plus tard'),
  hint: (n: number) =>
    n > 1
      ? 'Ils sortent de vos listes et y reviennent d’eux-mêmes ce jour-là, ou dès qu’un intervenant ou un client répond. Vos collègues continuent de les voir.'
      : 'Il sort de vos listes et y revient de lui-même ce jour-là, ou dès qu’un intervenant ou un client répond. Vos collègues continuent de le voir.',
  day: 'À revoir le',
  dayHint: 'jj/mm/aaaa',
  dayMissing: 'Indiquez une date comme 04/12/2026.',
  dayPast: 'Choisissez un jour à venir.',
  tomorrow: 'Demain',
  monday: 'Lundi prochain',
  week: 'Dans une semaine',
  month: 'Dans un mois',
  reason: 'Pourquoi (facultatif)',
  reasonHint: 'Vous le retrouverez au retour du ticket.',
  submit: 'Mettre de côté',
  done: (n: number, day: string) => `${n > 1 ? `${n} tickets mis` : 'Ticket mis'} de côté jusqu’au ${day}.`,
  state: {
    WAITING: (day: string) => `Mis de côté jusqu’au ${day}`,
    DATE: (day: string) => `À revoir depuis le ${day}`,
    HEARD: (day: string) => `De retour avant le ${day} : il y a du nouveau`,
  },
  mark: { WAITING: (day: string) => `Jusqu’au ${day}`, DATE: () => 'À revoir', HEARD: () => 'Du nouveau' },
  take: 'Reprendre maintenant',
  seen: 'C’est revu',
  change: 'Changer la date',
  taken: 'Le ticket est de retour dans vos listes.',
};
