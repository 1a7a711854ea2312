import { describe, expect, it } from '@jest/globals';
import {
  aBuilding,
  aContractor,
  aParty,
  aPublication,
  aPublishedClient,
  aPublishedUser,
  aUnit,
  anAgency,
} from '../testing/builders.js';
import { checkPublication } from './check-publication.js';
import type { Publication } from './publication.js';
import { referencesElsewhere } from './publication.js';

const absence = { from: new Date('2026-07-01'), until: new Date('2026-07-31'), delegateId: 'u2' };

const refused: [what: string, publication: Partial<Publication>, field: string, code: string][] = [
  ['no agency', { agencyId: '' }, 'agencyId', 'INVALID_ID'],
  ["another agency's record", { agency: anAgency({ id: 'a2' }) }, 'agency.id', 'OTHER_AGENCY'],
  [
    'a sender that OVH refuses',
    { agency: anAgency({ smsSender: 'TOO LONG SENDER' }) },
    'agency.smsSender',
    'INVALID_SENDER',
  ],
  ['a user without role', { users: [aPublishedUser({ role: undefined })] }, 'users.0.role', 'REQUIRED'],
  ['a malformed mail', { users: [aPublishedUser({ mail: 'elodie' })] }, 'users.0.mail', 'INVALID_MAIL'],
  [
    'two mails in one field',
    { users: [aPublishedUser({ mail: 'a@b.fr;c@d.fr' })] },
    'users.0.mail',
    'INVALID_MAIL',
  ],
  [
    'a short password',
    { users: [aPublishedUser({ password: 'short' })] },
    'users.0.password',
    'INVALID_PASSWORD',
  ],
  [
    'one mail for two users',
    { users: [aPublishedUser(), aPublishedUser({ id: 'u2', mail: ' ELODIE@essais.example' })] },
    'users.1.mail',
    'DUPLICATE',
  ],
  ['one id for two parties', { parties: [aParty(), aParty()] }, 'parties.1.id', 'DUPLICATE'],
  ['an id with a blank', { parties: [aParty({ id: 'p 1' })] }, 'parties.0.id', 'INVALID_ID'],
  [
    'a national number',
    { parties: [aParty({ mobiles: ['+33639980001', '0639980001'] })] },
    'parties.0.mobiles.1',
    'INVALID_MOBILE',
  ],
  [
    'a contractor without account',
    { contractors: [aContractor({ account: ' ' })] },
    'contractors.0.account',
    'REQUIRED',
  ],
  [
    'a nameless contractor',
    { contractors: [aContractor({ party: aParty({ name: '' }) })] },
    'contractors.0.party.name',
    'REQUIRED',
  ],
  [
    'a building of no module',
    { buildings: [aBuilding({ syndic: false })] },
    'buildings.0.syndic',
    'REQUIRED',
  ],
  ['a unit without building', { units: [aUnit({ buildingId: '' })] }, 'units.0.buildingId', 'REQUIRED'],
  ['a name that is too long', { units: [aUnit({ label: 'x'.repeat(201) })] }, 'units.0.label', 'TOO_LONG'],
  [
    'an absence that ends before it begins',
    { users: [aPublishedUser({ absence: { ...absence, until: absence.from } })] },
    'users.0.absence.until',
    'INVALID_PERIOD',
  ],
  [
    'an absence without dates',
    { users: [aPublishedUser({ absence: { ...absence, from: new Date(Number.NaN) } })] },
    'users.0.absence.until',
    'INVALID_PERIOD',
  ],
  [
    'somebody standing in for oneself',
    { users: [aPublishedUser({ absence: { ...absence, delegateId: 'u1' } })] },
    'users.0.absence.delegateId',
    'SAME_PERSON',
  ],
  ['a client without mail', { clients: [aPublishedClient({ mail: '' })] }, 'clients.0.mail', 'INVALID_MAIL'],
  [
    'one mail for two clients',
    { clients: [aPublishedClient(), aPublishedClient({ partyId: 'p2' })] },
    'clients.1.mail',
    'DUPLICATE',
  ],
  [
    'two accounts of one client',
    { clients: [aPublishedClient(), aPublishedClient({ mail: 'b@c.example' })] },
    'clients.1.partyId',
    'DUPLICATE',
  ],
  [
    'too many records',
    { parties: Array.from({ length: 501 }, (_, at) => aParty({ id: `p${String(at)}` })) },
    'records',
    'TOO_MANY',
  ],
];

describe('checkPublication', () => {
  it('accepts sound records', () => {
    const publication = aPublication({
      agency: anAgency(),
      users: [aPublishedUser({ password: 'correct horse', absence })],
      parties: [aParty()],
      contractors: [aContractor()],
      buildings: [aBuilding()],
      units: [aUnit()],
      clients: [aPublishedClient()],
    });
    expect(checkPublication(publication)).toEqual([]);
  });

  it.each(refused)('refuses %s', (_what, overrides, field, code) => {
    expect(checkPublication(aPublication(overrides))).toContainEqual({ field, code });
  });
});

describe('referencesElsewhere', () => {
  it('names the records that must have been published before, with the field that names them', () => {
    const publication = aPublication({
      parties: [aParty({ id: 'p1' })],
      buildings: [
        aBuilding({ managerId: 'u9', caretakerId: 'p1', council: [{ partyId: 'p9', president: true }] }),
      ],
      units: [
        aUnit({ buildingId: 'b1', ownerId: 'p8', tenantIds: ['p1', 'p7'] }),
        aUnit({ buildingId: 'b9' }),
      ],
    });
    expect(referencesElsewhere(publication)).toEqual([
      { field: 'buildings.0.managerId', kind: 'users', id: 'u9' },
      { field: 'buildings.0.council.0.partyId', kind: 'parties', id: 'p9' },
      { field: 'units.0.ownerId', kind: 'parties', id: 'p8' },
      { field: 'units.0.tenantIds.1', kind: 'parties', id: 'p7' },
      { field: 'units.1.buildingId', kind: 'buildings', id: 'b9' },
    ]);
  });
});
