import { FixedClock } from '@intervia/clock';
import type { Dossier, DossierDocument, DossierEntry } from '../application/dossier.js';

export function aDocument(overrides: Partial<DossierDocument> = {}): DossierDocument {
  const id = overrides.id ?? 'doc-1';
  return {
    id,
    name: 'fuite.jpg',
    mediaType: 'image/jpeg',
    size: 240_000,
    sha256: `sha-of-${id}`,
    kind: 'ATTACHMENT',
    contractorName: '',
    addedAt: FixedClock.at('2026-11-24T08:30:00Z').now(),
    missing: false,
    ...overrides,
  };
}

export function anEntry(overrides: Partial<DossierEntry> = {}): DossierEntry {
  return {
    at: FixedClock.at('2026-11-24T08:30:00Z').now(),
    actorKind: 'USER',
    actorName: 'Claire Moreau',
    manualEntry: false,
    contractorName: '',
    fact: 'TicketOpened',
    text: '',
    documentNames: [],
    documentIds: [],
    missionId: '',
    hash: '',
    amountCents: 0,
    presence: 'UNSPECIFIED',
    lateMinutes: 0,
    timer: 'UNSPECIFIED',
    names: [],
    approved: false,
    status: 'UNSPECIFIED',
    ...overrides,
  };
}

export function aDossier(overrides: Partial<Dossier> = {}): Dossier {
  const contractorName = 'Plomberie Łukasz & Fils';
  const byContractor = { actorKind: 'CONTRACTOR', actorName: contractorName, contractorName };
  const appointment = { start: FixedClock.at('2026-11-25T13:30:00Z').now(), durationMinutes: 90 };
  return {
    agency: { name: 'Agence des Tilleuls', address: '2 place Bellecour, 69002 Lyon', phone: '+33478000000' },
    type: 'WORK_ORDER',
    module: 'SYNDIC',
    number: 1042,
    subject: 'Fuite sous l’évier de la cuisine – œil-de-bœuf, 50 €',
    description: 'L’eau coule dès que le robinet est ouvert.\nDigicode : 47B12',
    status: 'CLOSED',
    urgent: true,
    source: 'PHONE',
    place: {
      label: 'Résidence Les Tilleuls, appartement 12',
      address: '14 rue des Tilleuls, 69003 Lyon',
      reference: 'Bât. B',
      ownerName: 'M. Nguyễn',
    },
    managerName: 'Claire Moreau',
    creatorName: 'Claire Moreau',
    requesterName: 'Nadia Lefèvre',
    requestedAt: FixedClock.at('2026-11-24T08:00:00Z').now(),
    openedAt: FixedClock.at('2026-11-24T08:30:00Z').now(),
    closedAt: FixedClock.at('2026-11-27T16:00:00Z').now(),
    amountCents: 123456,
    missions: [{ id: 'mission-1', contractorName, status: 'CLOSED', appointment, amountCents: 123456 }],
    contacts: [
      { name: 'Nadia Lefèvre', phones: ['+33612345678'], mails: [], comment: 'Présente après 17 h' },
    ],
    notified: [{ name: 'Conseil syndical', phones: [], mails: ['cs@tilleuls.example'], comment: '' }],
    documents: [
      aDocument(),
      aDocument({ id: 'doc-2', kind: 'PROOF', name: 'apres.jpg', contractorName }),
      aDocument({
        id: 'doc-3',
        kind: 'INVOICE',
        name: 'facture.pdf',
        mediaType: 'application/pdf',
        contractorName,
      }),
    ],
    history: [
      anEntry(),
      anEntry({ fact: 'WorkOrderRequested', contractorName, text: contractorName }),
      anEntry({ fact: 'WorkOrderAccepted', ...byContractor, appointment, text: 'Je passe demain' }),
      anEntry({ fact: 'PresenceAsked', actorKind: 'SYSTEM', actorName: '', contractorName }),
      anEntry({ fact: 'PresenceAnswered', ...byContractor, presence: 'LATE', lateMinutes: 20 }),
      anEntry({ fact: 'CompletionReported', ...byContractor, documentNames: ['apres.jpg'] }),
      anEntry({ fact: 'InvoiceReceived', contractorName, manualEntry: true, amountCents: 123456 }),
      anEntry({ fact: 'TicketClosed', text: 'Tout est en ordre' }),
    ],
    messages: [
      {
        at: FixedClock.at('2026-11-24T08:31:00Z').now(),
        channel: 'SMS',
        recipientName: contractorName,
        recipients: ['+33611111111'],
        subject: '',
        text: 'Fuite sous l’évier : pouvez-vous intervenir ?',
        delivery: 'SENT',
        reason: '',
      },
    ],
    ...overrides,
  };
}
