import { FixedClock } from '@intervia/clock';
import type { Document, FormName } from '../domain/answer.js';
import type { Link } from '../domain/link.js';
import { NO_OPTIONS } from '../application/ports/ticket-desk.js';
import type { Correspondence, Mission, Quote, Thread } from '../application/ports/ticket-desk.js';

export function aDocument(overrides: Partial<Document> = {}): Document {
  const id = overrides.id ?? 'doc-1';
  return {
    id,
    name: 'fuite.jpg',
    mediaType: 'image/jpeg',
    size: 240_000,
    sha256: `sha-of-${id}`,
    ...overrides,
  };
}

export function aLink(overrides: Partial<Link> = {}): Link {
  return {
    id: 'link-1',
    agencyId: 'tilleuls',
    ticketId: 'ticket-1',
    holder: { kind: 'mission', id: 'mission-1' },
    expiresAt: FixedClock.at('2027-02-22T09:00:00Z').now(),
    ...overrides,
  };
}

/** What the tickets service says at these statuses. */
const AWAITED: Readonly<Record<string, FormName[]>> = {
  WORK_ORDER_SENT: ['acceptation'],
  QUOTE_REQUESTED: ['devis-promis'],
  QUOTE_PROMISED: ['devis'],
  QUOTE_ACCEPTED: ['rendez-vous'],
  ABSENT: ['acceptation', 'rendez-vous'],
  POSTPONEMENT_ASKED: ['acceptation', 'rendez-vous'],
  PRESENCE_ASKED: ['presence'],
  AWAITING_COMPLETION: ['fin-intervention'],
  INVOICE_REQUESTED: ['facture'],
  NEW_INVOICE_REQUESTED: ['facture'],
};

export function aMission(overrides: Partial<Mission> = {}): Mission {
  const { status = 'WORK_ORDER_SENT' } = overrides;
  return {
    kind: 'mission',
    id: 'mission-1',
    number: 1042,
    quote: false,
    status: 'WORK_ORDER_SENT',
    subject: 'Fuite sous l’évier de la cuisine',
    description: 'L’eau coule dès que le robinet est ouvert.\nLe locataire a coupé l’arrivée.',
    place: {
      label: 'Résidence Les Tilleuls, appartement 12',
      address: '14 rue des Tilleuls\n69003 Lyon',
      reference: 'Bât. B, 3e étage',
      digicode: '47B12',
    },
    reason: '',
    instructions: '',
    ownerName: '',
    options: { ...NO_OPTIONS, urgent: true },
    closed: false,
    openedAt: FixedClock.at('2026-11-24T08:30:00Z').now(),
    manager: { name: 'Claire Moreau', mail: 'claire.moreau@tilleuls.example', phone: '+33478000001' },
    name: 'Plomberie Bernard',
    contacts: [{ name: 'Mme Nadia Lefèvre', phones: ['+33612345678'], comment: 'Présente après 17 h' }],
    attachments: [aDocument(), aDocument({ id: 'doc-2', name: 'compteur.jpg', size: 1_830_000 })],
    sent: [],
    amountCents: 0,
    threads: [],
    lateMinutes: 0,
    forms: ['acceptation', 'refus'],
    awaited: ['accuse', ...(AWAITED[status] ?? [])],
    ...overrides,
  };
}

export function aThread(overrides: Partial<Thread> = {}): Thread {
  return {
    id: 'thread-1',
    subject: 'Accès à la cave',
    messages: [
      {
        at: FixedClock.at('2026-11-24T09:12:00Z').now(),
        mine: true,
        author: 'Plomberie Bernard',
        text: 'La cave est-elle ouverte ?',
        documents: [],
      },
      {
        at: FixedClock.at('2026-11-24T10:05:00Z').now(),
        mine: false,
        author: 'Claire Moreau',
        text: 'Oui, le gardien vous attend.\nVoici le plan.',
        documents: [aDocument({ id: 'plan', name: 'plan.pdf', mediaType: 'application/pdf' })],
      },
    ],
    ...overrides,
  };
}

export function aQuote(overrides: Partial<Quote> = {}): Quote {
  return {
    missionId: 'mission-1',
    contractorName: 'Plomberie Bernard',
    amountCents: 123_456,
    documents: [aDocument({ id: 'devis', name: 'devis.pdf', mediaType: 'application/pdf', size: 182_000 })],
    requestComment: '',
    comment: '',
    open: true,
    ...overrides,
  };
}

export function aCorrespondence(overrides: Partial<Correspondence> = {}): Correspondence {
  const { number, subject, description, place, manager } = aMission();
  return {
    kind: 'correspondent',
    role: 'OWNER',
    name: 'M. Paul Durand',
    number,
    subject,
    description,
    place,
    manager,
    closed: false,
    quotes: [aQuote()],
    threads: [],
    forms: ['approbation', 'message'],
    ...overrides,
  };
}
