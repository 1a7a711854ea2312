export const YES_NO = (value: boolean): string => (value ? 'Oui' : 'Non');

export const HEADERS = {
  number: 'Numéro',
  type: 'Type',
  status: 'Statut',
  module: 'Module',
  subject: 'Sujet',
  description: 'Description',
  place: 'Immeuble ou lot',
  address: 'Adresse',
  owner: 'Propriétaire',
  requester: 'Demandeur',
  manager: 'Gestionnaire',
  contractors: 'Intervenants',
  source: 'Source',
  urgent: 'Urgent',
  amount: 'Montant (€)',
  openedAt: 'Créé le',
  modifiedAt: 'Modifié le',
  closedAt: 'Clos le',
};
