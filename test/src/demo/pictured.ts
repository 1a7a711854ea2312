import { nextFullHour } from '../journey/paris.js';
import type { ApiClient } from '../platform/api-client.js';

interface Pictured {
  subject: string;
  contractor: string;
  quote?: boolean;
  urgent?: boolean;
  /** Steps of the mission in this order, as the gateway calls them. */
  steps?: readonly (readonly [path: string, body?: object])[];
}

interface Ticket {
  id: string;
  missions: { id: string }[];
}

const appointment = { start: nextFullHour(new Date(), 20).toISOString(), durationMinutes: 60 };
const ACCEPTED = ['acceptance', { appointment }] as const;
const COMPLETED = ['completion', { comment: 'Réparé.' }] as const;

/** An agency's morning, for a picture of it. */
const MORNING: readonly Pictured[] = [
  {
    subject: 'Porte du garage bloquée',
    contractor: 'Serrurerie Lafont',
    steps: [['refusal', { reason: 'Complet.' }]],
  },
  { subject: 'Réfection de la toiture', contractor: 'Couverture Mallet', quote: true },
  {
    subject: 'Chaudière en panne',
    contractor: 'Thermo Services',
    urgent: true,
    steps: [ACCEPTED, ['presence-request']],
  },
  {
    subject: 'Remplacement de deux fenêtres',
    contractor: 'Menuiserie Chabert',
    quote: true,
    steps: [['quote-promise']],
  },
  { subject: 'Interphone muet', contractor: 'Électricité Royer', steps: [ACCEPTED] },
  {
    subject: 'Dégât des eaux au plafond',
    contractor: 'Plomberie Durand',
    urgent: true,
    steps: [ACCEPTED, COMPLETED],
  },
  {
    subject: 'Volet roulant coincé',
    contractor: 'Stores Vidal',
    steps: [ACCEPTED, COMPLETED, ['invoice-request']],
  },
  { subject: 'Nettoyage après travaux', contractor: 'Net et Clair' },
];

/** Opens one ticket each, at as many flats, and takes them where they stand. */
export async function liveMorning(api: ApiClient): Promise<void> {
  const { units } = await api.get<{ units: { unit: { id: string } }[] }>('/api/units?limit=100');
  for (const [at, { subject, contractor, quote, urgent, steps = [] }] of MORNING.entries()) {
    const { id, missions } = await api.post<Ticket>('/api/tickets', {
      module: 'GERANCE',
      subject,
      description: subject,
      place: { unitId: units[(at * 7) % units.length]?.unit.id },
      source: 'PHONE',
      quote,
      options: { urgent: urgent ?? false },
      contractors: [
        {
          name: contractor,
          mails: `devis${at}@entreprises.example`,
          mobiles: '',
          channels: { mail: true, sms: false },
        },
      ],
    });
    for (const [path, body = {}] of steps) {
      await api.post(`/api/tickets/${id}/missions/${missions[0]?.id}/${path}`, body);
    }
  }
}
