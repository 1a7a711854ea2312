import { describe, expect, it } from '@jest/globals';
import type { PlaceDetails } from '../api/types.js';
import { aPerson, aTicket } from '../ticket/ticket.builder.js';
import { suggestedOfTicket } from './suggestions.js';

const REACHED = { mails: ['anne@courriel.example'], mobiles: [], channels: { mail: false, sms: false } };

describe('who may be informed', () => {
  const place: PlaceDetails = {
    staffIds: [],
    digicode: '',
    people: [
      {
        role: 'COUNCIL_PRESIDENT',
        party: { id: 'p1', name: 'Anne Petit', mails: ['anne@courriel.example'], mobiles: [], phone: '' },
      },
      {
        role: 'CARETAKER',
        party: { id: 'p2', name: 'José Alves', mails: [], mobiles: ['+33639982022'], phone: '' },
      },
    ],
  };

  it('is each person of the ticket and of its place, once', () => {
    const anne = aPerson({ partyId: 'p1', name: 'Anne Petit', reach: REACHED });
    const ticket = aTicket({
      requester: anne,
      notified: [anne],
      contacts: [aPerson({ name: 'Sans adresse' })],
    });
    expect(suggestedOfTicket(ticket, place).map(({ label }) => label)).toEqual([
      'Anne Petit',
      'José Alves (gardien)',
    ]);
  });

  it('is written to by the best channel known', () => {
    const anne = aPerson({ partyId: 'p1', name: 'Anne Petit', reach: REACHED });
    const [first, second] = suggestedOfTicket(aTicket({ requester: anne }), place);
    expect(first?.person.channels).toEqual({ mail: true, sms: false });
    expect(second?.person.channels).toEqual({ mail: false, sms: true });
  });
});
