import type { Message, MessageInitShape } from '@bufbuild/protobuf';
import { Module, Source, type TicketDraftSchema } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import type { Collection } from 'mongodb';
import { randomUUID } from 'node:crypto';
import type { StoredTicket } from './stored-ticket.js';
import { byUser, type TicketsStack } from './tickets-stack.js';

const BATCH = 1_000;

const SUBJECTS = [
  'Fuite',
  'Porte cassée',
  'Ascenseur bloqué',
  'Chaudière en panne',
  'Ampoule grillée',
  'Infiltration',
];
const PLACES = ['des Tilleuls', 'Bellecour', 'du Parc', 'Les Érables', 'Voltaire', 'de la Gare', 'Montchat'];
const NAMES = [
  'Bérard',
  'Dupont',
  'Martin',
  'Lefèvre',
  'Moreau',
  'Petit',
  'Roux',
  'Girard',
  'Faure',
  'Blanc',
  'Œuvrard',
];
const TRADES = ['Plomberie', 'Serrurerie', 'Électricité', 'Chauffage', 'Toitures'];

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';

type Draft = Exclude<MessageInitShape<typeof TicketDraftSchema>, Message>;

/** Sound, and different ones for different `n`. */
export function aDraft(n: number): Draft {
  return {
    module: Module.SYNDIC,
    subject: `${pick(SUBJECTS, n)} ${pick(['au sous-sol', 'dans le hall', 'au troisième'], n)}`,
    description: `Signalé par ${pick(NAMES, n * 7)} ; urgence relative, voir avec le gardien (bâtiment ${n % 9}).`,
    place: {
      buildingId: `building-${n % 97}`,
      unitId: n % 3 === 0 ? `unit-${n}` : '',
      label: `Résidence ${pick(PLACES, n)}${n % 3 === 0 ? `, appartement ${n % 40}` : ''}`,
      address: `${n % 97} rue ${pick(PLACES, n * 3)}, 69003 Lyon`,
      reference: `COP${n % 97}`,
      ownerName: pick(NAMES, n * 5),
      staffIds: [`user-${n % 20}`],
    },
    manager: { id: `user-${n % 20}`, name: pick(NAMES, n), mail: 'gestion@example.org' },
    source: Source.PHONE,
    contractors: [
      {
        name: `${pick(TRADES, n)} ${pick(NAMES, n * 3)}`,
        partyId: `party-${n % 53}`,
        reach: { mails: ['contact@example.org'], channels: { mail: true } },
      },
    ],
  };
}

/** A work order made by the service itself. */
export async function openTicket(
  { tickets, stored }: Pick<TicketsStack, 'tickets' | 'stored'>,
  agencyId: string,
  draft: Draft,
): Promise<StoredTicket> {
  const context = { caller: byUser(agencyId), commandId: randomUUID() };
  const { ticket } = await tickets.openTicket({ context, draft });
  const _id = ticket?.id ?? '';
  // A copy of what still waits to be published would be published as well.
  return eventually(async () => {
    const found = await stored.findOne({ _id });
    return found?.outbox.length === 0 ? found : undefined;
  });
}

/** Copies in bulk, never more than a batch of them in memory. */
export async function insertCopies(
  stored: Collection<StoredTicket>,
  count: number,
  copy: (n: number) => StoredTicket,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    await stored.insertMany(
      Array.from({ length: size }, (_, n) => copy(from + n)),
      { ordered: false },
    );
  }
}

/** Another ticket that says the same. */
export function copyOf(ticket: StoredTicket, number: number, over: Partial<StoredTicket>): StoredTicket {
  const keys = ticket.search.keys.map((key) => (key.startsWith('N:') ? `N:${number}` : key));
  return {
    ...ticket,
    _id: randomUUID(),
    number,
    origin: `bench:${number}`,
    search: { ...ticket.search, keys },
    ...over,
  };
}
