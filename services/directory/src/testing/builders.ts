import type { Publication, PublishedClient, PublishedUser } from '../domain/publication.js';
import type { Agency, Building, Contractor, Party, Rights, Unit, User } from '../domain/records.js';

const ALL_RIGHTS: Rights = { view: true, create: true, edit: true, delete: false, reopen: false };

export const anAgency = (overrides: Partial<Agency> = {}): Agency => ({
  id: 'a1',
  name: 'Cabinet des Essais',
  address: '1 rue de la Paix, 69002 Lyon',
  phone: '04 65 71 00 01',
  mail: 'contact@essais.example',
  hideMailFromContractors: false,
  smsSender: 'ESSAIS',
  ...overrides,
});

export const aUser = (overrides: Partial<User> = {}): User => ({
  id: 'u1',
  name: 'Élodie Garnier',
  mail: 'elodie@essais.example',
  phone: '',
  role: 'manager',
  syndic: ALL_RIGHTS,
  gerance: ALL_RIGHTS,
  ...overrides,
});

export const aPublishedUser = (overrides: Partial<PublishedUser> = {}): PublishedUser => ({
  ...aUser(),
  password: '',
  ...overrides,
});

export const aPublishedClient = (overrides: Partial<PublishedClient> = {}): PublishedClient => ({
  partyId: 'p1',
  mail: 'zoe@courriel.example',
  password: '',
  ...overrides,
});

export const aParty = (overrides: Partial<Party> = {}): Party => ({
  id: 'p1',
  name: 'Zoé Lefèvre',
  mails: ['zoe@courriel.example'],
  mobiles: ['+33639980001'],
  phone: '',
  ...overrides,
});

export const aContractor = (overrides: Partial<Contractor> = {}): Contractor => ({
  id: 'c1',
  account: '401PLOMB1',
  trade: 'Plomberie',
  party: aParty({ id: '', name: 'Plomberie Girod' }),
  channels: { mail: true, sms: false },
  address: '2 rue Mercière, 69002 Lyon',
  ...overrides,
});

export const aBuilding = (overrides: Partial<Building> = {}): Building => ({
  id: 'b1',
  reference: '0001',
  name: 'Résidence du Cœur',
  address: '12 rue Garibaldi',
  postalCode: '69006',
  city: 'Lyon',
  digicode: '12A45',
  syndic: true,
  gerance: false,
  managerId: '',
  assistantId: '',
  accountantId: '',
  caretakerId: '',
  council: [],
  ...overrides,
});

export const aUnit = (overrides: Partial<Unit> = {}): Unit => ({
  id: 'l1',
  buildingId: 'b1',
  reference: '0001-012',
  label: 'Appartement 12, 3e étage',
  digicode: '',
  ownerId: '',
  tenantIds: [],
  managerId: '',
  assistantId: '',
  accountantId: '',
  approvalThresholdCents: 0,
  ...overrides,
});

export const aPublication = (overrides: Partial<Publication> = {}): Publication => ({
  agencyId: 'a1',
  agency: undefined,
  users: [],
  parties: [],
  contractors: [],
  buildings: [],
  units: [],
  clients: [],
  entities: [],
  cards: [],
  sales: [],
  files: [],
  ...overrides,
});
