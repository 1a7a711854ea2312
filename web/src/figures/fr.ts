import type { ServiceTarget } from '../api/types.js';
import type { Kind, NamedPeriod, WaitedFor } from './address.js';

const many = (count: number, one: string): string => `${count} ${one}${count > 1 ? 's' : ''}`;

export const FIGURES = {
  statistics: 'Statistiques',
  dashboard: 'Tableau de bord',
  title: (page: string, module: string) => `${page} ${module}`,
  pages: 'Pages de chiffres',
  back: 'Tickets',
  from: 'Du',
  until: 'Au',
  dayHint: 'jj/mm/aaaa',
  notADay: 'Écrivez une date : jj/mm/aaaa.',
  endsBefore: 'La fin précède le début.',
  periods: 'Périodes courantes',
  print: 'Imprimer',
  export: 'Exporter les chiffres',
  csv: 'Exporter en CSV',
  xlsx: 'Exporter en XLSX (Excel)',
  tickets: (count: number) => many(count, 'ticket'),
  period: (from: string, until: string) => `Demandes reçues du ${from} au ${until}`,
  before: (from: string, until: string) => `comparées à la période du ${from} au ${until}`,
  empty: 'Aucun ticket reçu sur cette période.',
  none: 'Aucune mesure sur cette période.',
  shape: 'Représentation',
  pies: 'Camemberts',
  bars: 'Barres',
  number: 'Nombre',
  share: '%',
  rest: 'Autres',
  unknown: 'Non précisé',
  noManager: 'Sans gestionnaire',
  total: 'Total',
  tradesNote: 'Un ticket compte dans chacune des activités qu’il a appelées : la somme peut dépasser 100 %.',
  chart: (title: string) => `Graphique : ${title}. Le tableau qui suit donne les mêmes chiffres.`,
  seeTickets: (label: string) => `${label} : voir les tickets`,
};

export const STATISTICS = {
  sources: 'Sources des tickets',
  types: 'Types de tickets',
  months: 'Nombre de tickets par mois',
  managers: 'Nombre de tickets par gestionnaire',
  trades: 'Nombre de tickets par activité (intervenants)',
};

export const COLUMNS = {
  sources: 'Source',
  types: 'Type',
  months: 'Mois',
  managers: 'Gestionnaire',
  trades: 'Activité',
};

export const PERIODS: Record<NamedPeriod['name'], string> = {
  twelve: '12 mois',
  month: 'Ce mois',
  lastMonth: 'Mois dernier',
  year: 'Cette année',
  lastYear: 'Année dernière',
};

export const SEGMENTS = {
  title: 'Tickets mesurés',
  buildingId: 'Immeuble',
  unitId: 'Lot',
  managerId: 'Gestionnaire',
  contractorId: 'Intervenant',
  source: 'Source',
  trade: 'Activité',
  urgent: 'Urgence',
  all: 'Tous',
  urgents: 'Urgents',
  normal: 'Non urgents',
  noTrade: 'Activité non précisée',
  hours: 'Heures',
  calendar: 'Calendaires',
  working: 'Ouvrées',
  workingNote: 'Sans les heures de silence de l’agence, les dimanches ni les jours fériés.',
  clear: 'Tout mesurer',
};

export const DASHBOARD = {
  now: 'Période',
  past: 'Avant',
  figure: 'Chiffre',
  change: 'Évolution',
  received: 'Demandes reçues',
  closed: 'Tickets clos',
  firstResponse: 'Première réponse',
  completion: 'Fin des travaux',
  contractorResponse: 'Réponse des intervenants',
  quoteReceipt: 'Réception du devis',
  quoteDecision: 'Décision sur le devis',
  firstTime: 'Réglés à la première visite',
  cost: 'Montant facturé',
  median: 'Médiane',
  p90: '90 % en moins de',
  measures: 'Mesures',
  medianBefore: 'Médiane avant',
  p90Before: '90 % avant',
  spreads: 'Délais',
  spreadsNote:
    'Les demandes de devis disent qui a fait attendre : l’intervenant jusqu’à la réception, l’agence et ses clients jusqu’à la décision.',
  hoursOf: 'Médiane en heures',
  counts: 'Relances, devis et reprises',
  reminders: 'Relances par mission',
  exhausted: 'Missions sans réponse après toutes les relances',
  repeats: 'Demandes répétées (même lot, même activité, 90 jours)',
  gap: 'Écart facture − devis accepté',
  presence: 'Présence des intervenants',
  answer: 'Réponse',
  backlog: 'En cours aujourd’hui',
  backlogNote: 'Quelle que soit la date de la demande, par ancienneté et par qui est attendu.',
  age: 'Ancienneté',
  service: 'Engagements de délai',
  serviceNote: 'Le délai est suspendu tant qu’un client ou un vote est attendu.',
  target: 'Engagement',
  within: 'En moins de',
  kept: 'Tenus',
  missed: 'Manqués',
  keptShare: 'Tenus (%)',
  misses: 'Engagements manqués',
  over: 'Dépassement',
  byBuilding: 'Fin des travaux par immeuble',
  building: 'Immeuble',
  costs: 'Coûts',
  costBuilding: 'Coûts par immeuble',
  costUnit: 'Coûts par lot',
  costUnitYear: 'Coûts par lot et par année',
  unitYearNote: 'L’année est celle de la demande.',
  costTrade: 'Coûts par activité',
  costContractor: 'Coûts par intervenant',
  year: 'Année',
  invoices: 'Factures',
  amount: 'Montant',
  showAll: (count: number) => `Voir les ${count} lignes`,
  showFew: 'Voir moins',
  days: (from: number, until: number) =>
    until > 0 ? `${from} à ${until} jours` : `plus de ${from - 1} jours`,
  ticket: 'Ticket',
};

export const WAITED: Record<WaitedFor, string> = {
  AGENCY: 'L’agence',
  CONTRACTOR: 'Un intervenant',
  CLIENT: 'Un client',
};

export const TARGETS: Record<ServiceTarget, string> = {
  URGENT_VISIT: 'Visite, ticket urgent',
  NORMAL_VISIT: 'Visite',
  COMPLETION: 'Fin des travaux',
};

export const KIND_WORDS: Record<Kind, string> = {
  ALL: 'Demandes reçues',
  CLOSED: 'Tickets clos',
  OPEN: 'Tickets en cours aujourd’hui',
  EXHAUSTED: 'Tickets restés sans réponse après toutes les relances',
  COMPLETED: 'Tickets dont les travaux sont terminés',
  INVOICED: 'Tickets facturés',
};

export const MEASURED = {
  back: 'Revenir au tableau de bord',
  filters: 'Critères',
  waited: 'En attente de',
  columns: {
    number: 'N°',
    type: 'Type',
    status: 'Statut',
    subject: 'Sujet',
    place: 'Lieu',
    manager: 'Gestionnaire',
    contractors: 'Intervenants',
    requested: 'Demande reçue',
    closed: 'Clos le',
    amount: 'Facturé',
  },
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  none: 'Aucun ticket ne correspond à ces critères.',
};
