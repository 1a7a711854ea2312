import type {
  Figures,
  GetDashboardResponse,
  GetStatisticsResponse,
  Spread,
  Tally,
} from '@intervia/contracts';
import { ServiceTarget } from '@intervia/contracts';
import { SOURCES, TYPES } from '@intervia/french/words';

export type Cell = string | number;

/** A table as people read it, in French; amounts in euros, durations in hours. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const HOUR = 3600;
const CENT = 100;

const own = (table: Readonly<Record<string, unknown>>, key: string): string | undefined => {
  const found = Object.hasOwn(table, key) ? table[key] : undefined;
  if (typeof found === 'string') return found;
  return (found as { long?: string } | undefined)?.long;
};

export function statisticsTables(statistics: GetStatisticsResponse): Table[] {
  const { tickets, sources, types, months, managers, trades } = statistics;
  const named = (names: Readonly<Record<string, unknown>>) => (tally: Tally) =>
    own(names, tally.key) ?? 'Non précisé';
  return [
    shares('Sources', sources, tickets, named(SOURCES)),
    shares('Types', types, tickets, named({ ...TYPES, PRE_TICKET: 'En attente de validation' })),
    shares('Mois', months, tickets, ({ key }) => key),
    shares('Gestionnaires', managers, tickets, ({ label }) => label || 'Sans gestionnaire'),
    shares(
      'Activités',
      trades,
      tickets,
      ({ key, label }) => label || (key === 'NONE' ? 'Non précisée' : key),
    ),
  ];
}

function shares(
  title: string,
  tallies: readonly Tally[],
  total: number,
  label: (tally: Tally) => string,
): Table {
  return {
    title,
    columns: [title, 'Nombre', '%'],
    rows: tallies.map((tally) => [label(tally), tally.count, share(tally.count, total)]),
  };
}

const share = (count: number, total: number): number => (total ? Math.round((count / total) * 1000) / 10 : 0);

const SPREADS: readonly (readonly [string, (figures: Figures) => Spread | undefined])[] = [
  ['Première réponse', ({ firstResponse }) => firstResponse],
  ['Fin des travaux', ({ completion }) => completion],
  ['Réponse des intervenants', ({ contractorResponse }) => contractorResponse],
  ['Réception du devis', ({ quoteReceipt }) => quoteReceipt],
  ['Décision sur le devis', ({ quoteDecision }) => quoteDecision],
];

const COUNTS: readonly (readonly [string, (figures: Figures) => number])[] = [
  ['Demandes reçues', ({ tickets }) => tickets],
  ['Tickets clos', ({ closed }) => closed],
  ['Relances par mission', ({ remindersSent, missions }) => ratio(remindersSent, missions)],
  [
    'Relances restées sans réponse (%)',
    ({ remindersExhausted, missions }) => share(remindersExhausted, missions),
  ],
  ['Réglés à la première visite (%)', ({ fixedFirstTime, completed }) => share(fixedFirstTime, completed)],
  ['Demandes répétées', ({ repeats }) => repeats],
  ['Écart facture − devis (€)', ({ invoicedCents, quotedCents }) => (invoicedCents - quotedCents) / CENT],
  ['Coût facturé (€)', ({ costCents }) => costCents / CENT],
];

const TARGETS: Readonly<Record<ServiceTarget, string>> = {
  [ServiceTarget.UNSPECIFIED]: '',
  [ServiceTarget.URGENT_VISIT]: 'Visite, urgent',
  [ServiceTarget.NORMAL_VISIT]: 'Visite',
  [ServiceTarget.COMPLETION]: 'Fin des travaux',
};

export function dashboardTables({ figures, before, backlog }: GetDashboardResponse): Table[] {
  if (!figures || !before) return [];
  return [
    {
      title: 'Délais',
      columns: ['Délai (heures)', 'Mesures', 'Médiane', '90 %', 'Médiane avant', '90 % avant'],
      rows: SPREADS.map(([name, of]) => [
        name,
        of(figures)?.count ?? 0,
        ...hours(of(figures)),
        ...hours(of(before)),
      ]),
    },
    {
      title: 'Chiffres',
      columns: ['Chiffre', 'Période', 'Période d’avant'],
      rows: COUNTS.map(([name, of]) => [name, of(figures), of(before)]),
    },
    {
      title: 'En cours',
      columns: ['Âge (jours)', 'L’agence', 'Un intervenant', 'Un client'],
      rows: backlog.map(({ fromDays, untilDays, agency, contractor, client }) => [
        untilDays ? `${fromDays} à ${untilDays}` : `${fromDays} et plus`,
        ...[agency, contractor, client],
      ]),
    },
    {
      title: 'Engagements',
      columns: ['Engagement', 'Heures', 'Tenus', 'Manqués', 'Tenus (%)'],
      rows: figures.serviceLevels.map(({ target, hours: within, kept, missed }) => [
        ...[TARGETS[target], within, kept, missed, share(kept, kept + missed)],
      ]),
    },
    costs('Coûts par immeuble', figures.costByBuilding),
    costs('Coûts par lot', figures.costByUnit),
    {
      title: 'Coûts par lot et année',
      columns: ['Nom', 'Année', 'Factures', 'Montant (€)'],
      rows: figures.costByUnitAndYear.map(({ label, year, count, cents }) => [
        ...[label || 'Non précisé', year, count, cents / CENT],
      ]),
    },
    costs('Coûts par activité', figures.costByTrade),
    costs('Coûts par intervenant', figures.costByContractor),
  ];
}

const ratio = (sum: number, count: number): number => (count ? Math.round((sum / count) * 100) / 100 : 0);

function hours(spread: Spread | undefined): Cell[] {
  return [spread?.medianSeconds, spread?.p90Seconds].map((seconds) =>
    seconds === undefined ? '' : Math.round((seconds / HOUR) * 10) / 10,
  );
}

const costs = (title: string, tallies: readonly Tally[]): Table => ({
  title,
  columns: ['Nom', 'Factures', 'Montant (€)'],
  rows: tallies.map(({ label, count, cents }) => [label || 'Non précisé', count, cents / CENT]),
});
