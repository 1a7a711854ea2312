import { describe, expect, it } from '@jest/globals';
import { aDraft, aPerson } from './draft.builder.js';
import { toRequest, toUpdate } from './draft-request.js';

const PHOTO = { id: 'd1', name: 'a.jpg', mediaType: 'image/jpeg', size: 1, sha256: '' };

describe('toRequest', () => {
  it('speaks the gateway’s words', () => {
    const contractor = aPerson({ partyId: 'p1', mobiles: '06 12 34 56 78' });
    expect(toRequest(aDraft({ contractors: [contractor] }), 'GERANCE', [PHOTO])).toMatchObject({
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
    const draft = aDraft({ options: { sendOwner: true } });
    expect(toRequest(draft, 'SYNDIC', [])).toMatchObject({ options: { sendOwner: false } });
    expect(toRequest(draft, 'GERANCE', [])).toMatchObject({ options: { sendOwner: true } });
  });

  it('sends the delays of its type: quotes have no work order reminder', () => {
    const { timers } = toRequest(aDraft({ quote: true }), 'SYNDIC', []) as { timers: object };
    expect(timers).toEqual({
      quote: { hours: 120, maximum: 3 },
      approval: { hours: 72, maximum: 3 },
      visitHours: 24,
      invoice: { hours: 168, maximum: 3 },
    });
  });

  it('notifies whole groups in syndic only', () => {
    const draft = aDraft({ notifiedGroups: ['COUNCIL'] });
    expect(toRequest(draft, 'SYNDIC', [])).toMatchObject({ notifiedGroups: ['COUNCIL'] });
    expect(toRequest(draft, 'GERANCE', [])).toMatchObject({ notifiedGroups: [] });
  });
});

describe('toUpdate', () => {
  const before = aDraft({ notified: [aPerson({ name: 'Hélène Garnier' })] });

  it('sends nothing when nothing changed', () => {
    expect(toUpdate(before, { ...before }, 'GERANCE', [])).toEqual({});
  });

  it('sends what changed, and new documents', () => {
    const after = { ...before, subject: 'Fuite réparée', options: { ...before.options, urgent: true } };
    expect(toUpdate(before, after, 'GERANCE', [PHOTO])).toEqual({
      subject: 'Fuite réparée',
      options: { urgent: true },
      addedAttachmentIds: ['d1'],
    });
  });

  it('adds a group to those who are notified by name', () => {
    const after = { ...before, notifiedGroups: ['CO_OWNERS' as const] };
    expect(toUpdate(before, after, 'SYNDIC', [])).toMatchObject({
      notified: [{ name: 'Hélène Garnier' }],
      notifiedGroups: ['CO_OWNERS'],
    });
  });
});
