import { describe, expect, it } from '@jest/globals';
import { aDraft, aPerson } from './draft.builder.js';
import { toRequest } from './draft-request.js';

describe('toRequest', () => {
  it('speaks the gateway’s words', () => {
    const contractor = aPerson({ partyId: 'p1', mobiles: '06 12 34 56 78' });
    const document = { id: 'd1', name: 'a.jpg', mediaType: 'image/jpeg', size: 1, sha256: '' };
    expect(toRequest(aDraft({ contractors: [contractor] }), 'GERANCE', [document])).toMatchObject({
      module: 'GERANCE',
      place: { unitId: 'lot-12' },
      managerId: 'u1',
      source: 'PHONE',
      requestedAt: '2026-01-05T13:30:00.000Z',
      contractors: [
        {
          partyId: 'p1',
          name: 'Plomberie Durand',
          mails: 'contact@durand.example',
          mobiles: '06 12 34 56 78',
          channels: { mail: true, sms: false },
        },
      ],
      attachmentIds: ['d1'],
      timers: { workOrder: { hours: 48, maximum: 3 }, invoice: { hours: 168, maximum: 3 } },
    });
  });

  it('keeps what is only the form’s own', () => {
    const body = JSON.stringify(toRequest(aDraft(), 'SYNDIC', []));
    expect(body).not.toContain('"key"');
    expect(body).not.toContain('"label"');
    expect(body).not.toContain('"partyId"');
    expect(body).not.toContain('"requester"');
  });

  it('names an owner in gérance only', () => {
    const draft = aDraft({ sendOwner: true });
    expect(toRequest(draft, 'SYNDIC', [])).toMatchObject({ sendOwner: false });
    expect(toRequest(draft, 'GERANCE', [])).toMatchObject({ sendOwner: true });
  });
});
