/** What Ctrl-K finds. */
export const FINDER = {
  open: 'Rechercher partout (Ctrl K)',
  search: 'Rechercher partout',
  hint: 'Un ticket, une personne, un immeuble, un intervenant, un réglage…',
  groups: {
    tickets: 'Tickets',
    people: 'Personnes',
    buildings: 'Immeubles',
    contractors: 'Intervenants',
    pages: 'Pages et réglages',
  },
  ticketsOf: 'Voir ses tickets',
  ticketsAt: (address: string) => (address ? `${address} · voir ses tickets` : 'Voir ses tickets'),
  none: 'Rien ne correspond. Essayez le début d’un mot, trois lettres au moins.',
  failed: 'La recherche n’a pas abouti. Vérifiez la connexion et réessayez.',
  searching: 'Recherche…',
  create: (module: string) => `Nouveau ticket ${module}`,
  list: (module: string) => `Tickets ${module}`,
  settings: (module: string, part: string) => `Paramètres ${module} : ${part}`,
  statistics: (module: string) => `Statistiques ${module}`,
  reports: (module: string) => `Rapports ${module}`,
};
