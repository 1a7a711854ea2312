import type { FactKind, FactOf, MissionFacts, Person, TicketFacts } from '../domain/facts.js';

export const aPerson = (overrides: Partial<Person> = {}): Person => ({
  partyId: 'party-1',
  name: 'Plomberie Martin',
  mails: ['contact@martin.example'],
  mobiles: ['+33612345678'],
  channels: { mail: true, sms: true },
  comment: '',
  phone: '+33140000000',
  ...overrides,
});

export const aTicket = (overrides: Partial<TicketFacts> = {}): TicketFacts => ({
  id: 'ticket-1',
  number: 1042,
  type: 'work-order',
  module: 'gerance',
  subject: 'Fuite sous l’évier',
  description: 'Fuite importante. Digicode 12B34.',
  notifiedDescription: 'Une fuite a été signalée.',
  place: { label: 'Résidence Les Tilleuls, appartement 12', address: '4 rue des Lilas, 75011 Paris' },
  silent: false,
  urgent: false,
  notifyReminders: false,
  manager: { id: 'user-1', name: 'Claire Moreau', mail: 'claire@agence.example', phone: '+33144000000' },
  notified: [
    aPerson({
      partyId: 'tenant',
      name: 'Mme Petit',
      mails: ['petit@mail.example'],
      mobiles: ['+33698765432'],
    }),
  ],
  contacts: [
    aPerson({
      partyId: 'caretaker',
      name: 'M. Durand, gardien',
      mails: ['durand@mail.example'],
      mobiles: ['+33600000001'],
      channels: { mail: false, sms: true },
    }),
  ],
  actor: { kind: 'outsider', id: 'mission-1' },
  ...overrides,
});

export const aMission = (overrides: Partial<MissionFacts> = {}): MissionFacts => ({
  id: 'mission-1',
  contractor: aPerson(),
  appointment: { start: new Date('2026-11-24T13:30:00Z'), durationMinutes: 90 },
  over: false,
  ...overrides,
});

type Extras = { readonly [K in FactKind]: Omit<FactOf<K>, 'kind' | 'ticket'> };

const EXTRAS: Extras = {
  'ticket-opened': {},
  'work-order-requested': { mission: aMission({ appointment: undefined }), attachments: 2 },
  'work-order-accepted': { mission: aMission(), comment: 'Je serai seul.' },
  'work-order-refused': { mission: aMission(), comment: 'Agenda complet.' },
  'reminder-sent': { mission: aMission(), reminder: 'work-order', count: 1, maximum: 3 },
  'reminders-exhausted': { mission: aMission(), reminder: 'work-order' },
  'presence-asked': { mission: aMission() },
  'presence-answered': { mission: aMission(), answer: 'late', lateMinutes: 20, comment: '' },
  'completion-asked': { mission: aMission() },
  'completion-reported': { mission: aMission(), comment: '', proofs: 2, withInvoice: true },
  'invoice-requested': { mission: aMission() },
  'invoice-received': { mission: aMission(), amountCents: 123_450 },
  'new-invoice-requested': { mission: aMission(), comment: 'Il manque la TVA.' },
  'ticket-closed': { comment: '', missions: [aMission()] },
};

/** A fact of a kind, complete, of one ticket with a contractor, a contact and a notified person. */
export function aFact<K extends FactKind>(
  kind: K,
  overrides: Partial<Omit<FactOf<K>, 'kind'>> = {},
): FactOf<K> {
  return { kind, ticket: aTicket(), ...EXTRAS[kind], ...overrides } as unknown as FactOf<K>;
}
