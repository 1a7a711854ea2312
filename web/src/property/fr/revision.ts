export const REVISION = {
  title: 'Réviser le loyer',
  askedOn: 'Demandée le',
  hint: 'Le nouveau loyer prend effet à la demande, jamais avant ; les charges ne sont pas révisées.',
  old: 'Loyer hors charges actuel',
  new: 'Nouveau loyer hors charges',
  how: (old: string, value: string, reference: string) => `${old} × ${value} ÷ ${reference}`,
  quarter: 'Trimestre',
  effectOn: 'Prend effet le',
  next: 'Prochaine révision',
  refused: 'Le loyer ne peut pas être révisé :',
  indices: 'Ouvrir la table des indices',
  save: 'Appliquer le nouveau loyer',
  done: 'Loyer révisé.',
};

export const INDICES = {
  title: 'Indices de révision des loyers',
  index: 'Indice',
  territory: 'Territoire',
  territories: { 'FR-MET': 'France métropolitaine', 'FR-20': 'Corse', 'FR-DROM': 'Outre-mer' } as Record<
    string,
    string
  >,
  names: {
    IRL: 'IRL – indice de référence des loyers',
    ILC: 'ILC – loyers commerciaux',
    ILAT: 'ILAT – activités tertiaires',
  } as Record<string, string>,
  year: 'Année',
  quarter: (n: number) => `T${n}`,
  addedBy: (by: string, on: string) => `Ajouté par ${by} le ${on}`,
  readIn: (source: string, on: string) => `${source}, publié le ${on}`,
  empty:
    'Aucune valeur pour le moment : un administrateur de l’agence les ajoute d’après leur publication par l’INSEE.',
  emptyForAdministrator:
    'Aucune valeur pour le moment : ajoutez celles dont vos baux ont besoin, d’après leur publication par l’INSEE.',
  add: 'Ajouter un trimestre',
  addTo: (index: string) => `Ajouter un trimestre (${index})`,
  addHint: 'Une valeur publiée par l’INSEE ne peut pas être modifiée.',
  quarterField: 'Trimestre',
  quarterHint: 'Par exemple T3 2026.',
  value: 'Valeur',
  publishedOn: 'Publié le',
  publication: 'Source',
  publicationHint: 'La publication où la valeur a été lue. Par exemple : INSEE, Informations rapides n° 12.',
  save: 'Ajouter',
  done: 'Trimestre ajouté.',
  source: 'Source : INSEE ; les trimestres ajoutés par l’agence disent la leur.',
};
