import type { Document } from '../domain/answer.js';
import type { Link } from '../domain/link.js';
import type { Mission } from '../application/ports/ticket-desk.js';

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
    missionId: 'mission-1',
    expiresAt: new Date('2027-02-22T09:00:00Z'),
    ...overrides,
  };
}

export function aMission(overrides: Partial<Mission> = {}): Mission {
  return {
    number: 1042,
    quote: false,
    status: 'WORK_ORDER_SENT',
    subject: 'Fuite sous l’évier de la cuisine',
    description:
      'L’eau coule dès que le robinet est ouvert.\nLe locataire a coupé l’arrivée.\n\nDigicode : 47B12',
    place: {
      label: 'Résidence Les Tilleuls, appartement 12',
      address: '14 rue des Tilleuls\n69003 Lyon',
      reference: 'Bât. B, 3e étage',
      ownerName: '',
    },
    urgent: true,
    closed: false,
    openedAt: new Date('2026-11-24T08:30:00Z'),
    manager: { name: 'Claire Moreau', mail: 'claire.moreau@tilleuls.example', phone: '+33478000001' },
    contractorName: 'Plomberie Bernard',
    contacts: [{ name: 'Mme Nadia Lefèvre', phones: ['+33612345678'], comment: 'Présente après 17 h' }],
    attachments: [aDocument(), aDocument({ id: 'doc-2', name: 'compteur.jpg', size: 1_830_000 })],
    sent: [],
    lateMinutes: 0,
    forms: ['acceptation', 'refus'],
    ...overrides,
  };
}
