import { describe, expect, it } from '@jest/globals';
import type { Unit, UnitRow } from '../api/types.js';
import { knownPeople, personAt } from './known-people.js';

const UNIT: Unit = {
  id: 'u12',
  buildingId: 'b1',
  reference: 'L12',
  label: 'Appartement 12',
  digicode: '',
  ownerId: 'p1',
  tenantIds: ['p2', 'p3'],
  managerId: '',
  assistantId: '',
  accountantId: '',
  approvalThresholdCents: 0,
};
const ROW: UnitRow = {
  unit: UNIT,
  buildingName: 'Les Tilleuls',
  buildingAddress: '',
  ownerName: 'SCI Martin',
  tenantNames: 'Awa Traoré, Moussa Diop',
};

const labels = (search: string) => knownPeople([ROW], search).map(({ label }) => label);

describe('people of the directory', () => {
  it('are found by their name without its accents, each with role and flat', () => {
    expect(labels('traore')).toEqual(['Awa Traoré (locataire) · Les Tilleuls, Appartement 12']);
    expect(labels('MARTIN')).toEqual(['SCI Martin (propriétaire) · Les Tilleuls, Appartement 12']);
  });

  it('are all of the flat when the search named a place', () => {
    expect(labels('tilleuls 12')).toHaveLength(3);
  });

  it('come with the addresses of the directory', () => {
    const [awa] = knownPeople([ROW], 'traoré');
    const party = { id: 'p2', name: 'Awa Traoré', mails: ['awa@courriel.example'], mobiles: [], phone: '' };
    const place = { staffIds: [], digicode: '', people: [{ role: 'TENANT' as const, party }] };
    expect(awa && personAt(place, awa)).toMatchObject({ partyId: 'p2', mails: 'awa@courriel.example' });
  });
});
