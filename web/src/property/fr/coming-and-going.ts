export const SHARER = {
  title: 'Faire entrer un colocataire',
  replaces: 'Remplace',
  replacesHelp:
    'Qui a donné congé ou est parti. Sa caution est alors libérée à l’entrée du remplaçant, une fois le congé effectif ; sinon six mois après.',
  nobody: 'Personne : une personne de plus',
  enteredOn: 'Entré(e) en colocation le',
  share: 'Part du loyer',
  shareHelp: 'Vide : celle de la personne remplacée.',
  who: 'Colocataire',
  guarantor: 'Garantie',
  none: 'Aucune',
  amount: 'Montant garanti',
  reference: 'Référence (visa Visale, n° de caution)',
  until: 'Jusqu’au',
  guarantorWho: 'Garant',
  save: 'Enregistrer l’entrée',
  done: 'Colocataire entré(e).',
};

export const DEPARTURE = {
  title: (n: number) => (n > 1 ? `Constater le départ de ${n} locataires` : 'Constater le départ'),
  leftOn: 'Parti le',
  lastMonthPaid: 'Dernier mois réglé',
  save: 'Constater le départ',
  done: (n: number) => `${n} départ${n > 1 ? 's' : ''} constaté${n > 1 ? 's' : ''}.`,
  close: 'Fermer',
  refused: (name: string) => `${name} : départ non enregistré.`,
};
