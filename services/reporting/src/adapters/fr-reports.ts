import { inParis } from '@intervia/french';
import type { CarnetChapter, CarnetEntry } from '../domain/reports/carnet.js';
import type { Report, ReportKind, ReportVersion } from '../domain/reports/report.js';

/** Every French string of reports by period, carnets and packs for meetings. */

export const kinds: Readonly<Record<ReportKind, string>> = {
  PERIOD: 'Rapport d’interventions',
  CARNET: 'Carnet d’entretien',
  MEETING: 'Dossier d’assemblée générale',
};

const slugs: Readonly<Record<ReportKind, string>> = {
  PERIOD: 'rapport',
  CARNET: 'carnet-entretien',
  MEETING: 'dossier-assemblee',
};

export const versions: Readonly<Record<ReportVersion, string>> = {
  FILE: 'Version complète, pour le dossier de l’agence',
  HANDOUT: 'Version à diffuser : sans coordonnées personnelles, ni locataires, ni parties privatives',
};

/** "2026-11-28" → "28/11/2026" */
export const day = (text: string): string => text.split('-').reverse().join('/');
export const date = (at: number | undefined): string =>
  at === undefined ? '' : inParis(new Date(at)).toFormat('dd/MM/yyyy');

export const titleOf = ({ kind, place }: Report): string => `${kinds[kind]} – ${place.label}`;

export const fileNameOf = ({ kind, place, from, until }: Report): string =>
  [slugs[kind], slug(place.label), ...(kind === 'CARNET' ? [until] : [from, until])]
    .filter(Boolean)
    .join('-');

const MOST_LETTERS = 40;

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^-+|-+$/gu, '');
}

export const chapters: Readonly<Record<CarnetChapter, string>> = {
  INSURANCE: 'Contrats d’assurance de l’immeuble',
  MAJOR_WORKS: 'Gros travaux réalisés',
  WORKS_INSURANCE: 'Assurances dommages-ouvrage en cours',
  MAINTENANCE: 'Contrats d’entretien et de maintenance',
  DTG: 'Travaux issus du diagnostic technique global (DTG)',
  PLAN: 'Plan pluriannuel de travaux adopté',
};

export function entryOf({ company, reference, year, expiresOn }: CarnetEntry): string[] {
  return [company, reference, year ? String(year) : '', expiresOn && day(expiresOn)];
}

const HOUR_MS = 3_600_000;
const DAY_H = 48;

/** Milliseconds as "5 h" or "3 jours". */
export function span(ms: number | undefined): string {
  if (ms === undefined) return '–';
  const hours = ms / HOUR_MS;
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  return hours < DAY_H ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} jours`;
}

export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;

const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;

export const texts = {
  period: (from: string, until: string) => `Tickets clos du ${day(from)} au ${day(until)}`,
  upTo: (until: string) => `Établi au ${day(until)}`,
  madeOn: (at: string) => `Demandé le ${at}`,
  address: 'Adresse',
  reference: 'Référence',
  syndic: 'Syndic',
  manager: 'Gestionnaire',
  summary: 'En bref',
  empty: 'Aucun ticket n’a été clos sur la période.',
  tiles: {
    closed: 'Tickets clos',
    cost: 'Montant facturé TTC',
    completion: 'Fin des travaux (délai médian)',
    response: 'Réponse des intervenants (délai médian)',
    firstTime: 'Réglés à la première visite',
    reminders: 'Relances par intervention',
  },
  trades: 'Travaux par activité',
  noTrade: 'Activité non précisée',
  tickets: 'Tickets de la période',
  ticket: (type: string, number: number, subject: string) =>
    [`${type} n° ${number}`, subject].filter(Boolean).join(' – '),
  privatePart: 'Intervention en partie privative',
  urgent: 'urgent',
  requested: 'Demandé le',
  closed: 'Clos le',
  place: 'Lieu',
  description: 'Description',
  interventions: 'Interventions',
  people: 'Personnes à contacter',
  history: 'Chronologie',
  photos: (after: boolean, number: number, ticket: number) =>
    `Ticket n° ${ticket}, photo ${number} ${after ? 'après intervention' : 'à la demande'}`,
  unreadable: (names: readonly string[]) =>
    `${names.length > 1 ? 'Photos non affichées' : 'Photo non affichée'} (format non lisible ici, à ouvrir depuis le ticket) : ${names.join(', ')}`,
  unreadableCount: (count: number) =>
    `${plural(count, 'photo non affichée', 'photos non affichées')} : format non lisible ici.`,
  completed: 'terminé le',
  quoted: 'devis',
  invoiced: 'facturé',
  columns: {
    trade: 'Activité',
    works: 'Interventions',
    amount: 'Montant TTC',
    number: 'N°',
    subject: 'Objet',
    company: 'Entreprise',
    quoted: 'Devisé',
    voted: 'Voté ou accepté',
    invoiced: 'Facturé',
    closed: 'Clos le',
    contract: 'Objet',
    reference: 'N° de contrat',
    year: 'Année',
    expires: 'Échéance',
  },
  sheet: [
    ...['N°', 'Type', 'Objet', 'Lieu', 'Demandé le', 'Clos le', 'Entreprises', 'Activités', 'Devisé (€)'],
    ...['Facturé (€)', 'Description'],
  ],
  sheetName: 'Tickets',
  carnetIntro:
    'Carnet d’entretien de l’immeuble, tenu par le syndic (loi du 10 juillet 1965, art. 18 ; décret n° 2001-477 du 30 mai 2001).',
  nothingTyped: 'Néant, ou non renseigné à ce jour.',
  knownWorks: 'Travaux connus des tickets clos',
  knownWorksNote: 'Travaux sur parties communes, avec leur montant, des tickets clos de la période.',
  worksTable: 'Tableau des travaux',
  worksNote: 'Parties communes : ce qui a été devisé, voté ou accepté, puis facturé (TTC).',
  noWorks: 'Aucun travail avec montant sur la période.',
  total: 'Total',
  council: 'Projet de compte rendu du conseil syndical',
  councilNote:
    'Décret n° 67-223 du 17 mars 1967, art. 11 et 22. Projet à compléter et à valider par le conseil syndical.',
  councilText: (name: string, from: string, until: string, closed: number, cost: string) => [
    `Mesdames, Messieurs les copropriétaires de ${name},`,
    `Le conseil syndical rend compte de sa mission d’assistance et de contrôle du syndic pour la période du ${day(from)} au ${day(until)} (loi du 10 juillet 1965, art. 21 ; décret du 17 mars 1967, art. 22).`,
    `Sur cette période, ${plural(closed, 'demande a été traitée et close', 'demandes ont été traitées et closes')}, pour ${cost} facturés. Le détail par activité et le tableau des travaux figurent dans ce dossier.`,
    'Avis donnés au syndic (marchés et contrats dont la consultation du conseil est obligatoire) : à compléter.',
    'Délégations reçues de l’assemblée, et emploi des sommes : à compléter.',
    'Points sur lesquels le conseil appelle l’attention de l’assemblée : à compléter.',
  ],
  page: (page: number, count: number) => `Page ${page} / ${count}`,
};
