import type { Building, Contractor, PlaceDetails, Session } from '../api/types.js';

const EVERYTHING = { view: true, create: true, edit: true, delete: true, reopen: true };

/** For tests: a manager who may do everything. */
export function aSession(): Session {
  return {
    user: {
      id: 'u1',
      name: 'Claire Moreau',
      mail: 'claire@agence.example',
      role: 'MANAGER',
      rights: { syndic: EVERYTHING, gerance: EVERYTHING },
      standsInFor: [],
    },
    secondFactorMissing: false,
    agency: { id: 'a1', name: 'Agence du Parc' },
    csrfToken: 'csrf',
    expiresAt: '',
  };
}

export function aBuilding(): Building {
  return {
    id: 'b1',
    reference: '0042',
    name: 'Les Tilleuls',
    address: '3 rue du Parc',
    postalCode: '69003',
    city: 'Lyon',
    digicode: '12B4',
    syndic: true,
    gerance: false,
    managerId: 'u1',
    caretakerId: '',
    council: [],
    assistantId: '',
    accountantId: '',
  };
}

export function aPlace(): PlaceDetails {
  return { building: aBuilding(), digicode: '12B4', people: [], staffIds: [] };
}

export function aContractor(): Contractor {
  return {
    id: 'c1',
    account: 'F0012',
    trade: 'Plomberie',
    party: {
      id: 'p1',
      name: 'Plomberie Durand',
      mails: ['contact@durand.example'],
      mobiles: [],
      phone: '',
    },
    channels: { mail: true, sms: false },
    address: '',
  };
}
