import { describe, expect, it } from '@jest/globals';
import type { PlaceDetails, PlaceRole } from '../../api/types.js';
import { aPerson, aTicket } from '../ticket.builder.js';
import { partiesToWriteTo, possibleApprovers } from './parties.js';

function somebody(role: PlaceRole, id: string, name: string): PlaceDetails['people'][number] {
  return { role, party: { id, name, mails: [`${id}@courriel.example`], mobiles: [], phone: '' } };
}

const PLACE: PlaceDetails = {
  staffIds: [],
  digicode: '',
  people: [
    somebody('TENANT', 'p-tenant', 'Marc Lefèvre'),
    somebody('OWNER', 'p-owner', 'Hélène Garnier'),
    somebody('COUNCIL_MEMBER', 'p-member', 'Paul Roy'),
    somebody('COUNCIL_PRESIDENT', 'p-president', 'Anne Petit'),
    somebody('CARETAKER', 'p-caretaker', 'José Alves'),
  ],
};

const labels = (options: { label: string }[]) => options.map(({ label }) => label);

describe('who approves a quote', () => {
  it('is the owner in gérance', () => {
    expect(labels(possibleApprovers(aTicket({ module: 'GERANCE' }), PLACE))).toEqual([
      'Hélène Garnier (propriétaire)',
      'Un propriétaire, à saisir',
    ]);
  });

  it('is the president in syndic, else a member or a person typed in', () => {
    expect(labels(possibleApprovers(aTicket({ module: 'SYNDIC' }), PLACE))).toEqual([
      'Anne Petit (président du conseil syndical)',
      'Paul Roy (membre du conseil syndical)',
      'Une autre personne, à saisir',
    ]);
  });

  it('is named once when already on the ticket', () => {
    const person = aPerson({ partyId: 'p-president', name: 'Anne Petit' });
    const ticket = aTicket({
      module: 'SYNDIC',
      correspondents: [{ id: 'c1', role: 'COUNCIL_PRESIDENT', person }],
    });
    const [first, second] = possibleApprovers(ticket, PLACE);
    expect(first).toMatchObject({
      correspondentId: 'c1',
      label: 'Anne Petit (président du conseil syndical)',
    });
    expect(second?.label).toBe('Paul Roy (membre du conseil syndical)');
  });
});

describe('whom one writes to', () => {
  it('is a contractor, the owner, the tenant or anybody in gérance', () => {
    expect(labels(partiesToWriteTo(aTicket({ module: 'GERANCE' }), PLACE))).toEqual([
      'Plomberie Durand (intervenant)',
      'Hélène Garnier (propriétaire)',
      'Marc Lefèvre (locataire)',
      'Une autre personne, à saisir',
    ]);
  });
});
