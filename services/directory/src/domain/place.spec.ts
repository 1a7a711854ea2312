import { describe, expect, it } from '@jest/globals';
import { aBuilding, aParty, aUnit } from '../testing/builders.js';
import { effectiveDigicode, groupRoles, placePeople } from './place.js';

const building = aBuilding({
  digicode: '12A45',
  managerId: 'u1',
  caretakerId: 'p-caretaker',
  council: [
    { partyId: 'p-member', president: false },
    { partyId: 'p-president', president: true },
  ],
});

describe('a place', () => {
  it("takes the unit's digicode, else the building's", () => {
    expect(effectiveDigicode(building)).toBe('12A45');
    expect(effectiveDigicode(building, aUnit({ digicode: '' }))).toBe('12A45');
    expect(effectiveDigicode(building, aUnit({ digicode: '99B' }))).toBe('99B');
  });

  it('proposes the closest people first, one entry per role', () => {
    const unit = aUnit({ ownerId: 'p-president', tenantIds: ['p-tenant', 'p-flatmate'] });
    const ids = ['p-president', 'p-tenant', 'p-flatmate', 'p-caretaker', 'p-member'];
    const people = placePeople(
      building,
      unit,
      ids.map((id) => aParty({ id })),
    );
    expect(people.map(({ role, party }) => [role, party.id])).toEqual([
      ['owner', 'p-president'],
      ['tenant', 'p-tenant'],
      ['tenant', 'p-flatmate'],
      ['caretaker', 'p-caretaker'],
      ['council-president', 'p-president'],
      ['council-member', 'p-member'],
    ]);
  });

  it('has no owner or tenant as a whole building, and leaves out people who are not known', () => {
    expect(placePeople(building, undefined, [aParty({ id: 'p-caretaker' })]).map(({ role }) => role)).toEqual(
      ['caretaker'],
    );
  });

  it('groups its council, the president first, and its co-owners, each person once', () => {
    const members = { council: [...building.council, { partyId: 'p-member', president: false }] };
    expect(groupRoles('council', aBuilding({ ...building, ...members }), [])).toEqual([
      { role: 'council-president', partyId: 'p-president' },
      { role: 'council-member', partyId: 'p-member' },
    ]);
    const units = ['p1', 'p2', 'p1', ''].map((ownerId) => aUnit({ ownerId }));
    expect(groupRoles('co-owners', building, units)).toEqual([
      { role: 'owner', partyId: 'p1' },
      { role: 'owner', partyId: 'p2' },
    ]);
  });
});
