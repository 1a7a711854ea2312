import { describe, expect, it } from '@jest/globals';
import { typedTimers } from '../../timers/typed-timers.js';
import { emptyDraft } from './draft.js';
import { aDraft, aPerson } from './draft.builder.js';
import { checkDraft } from './draft-check.js';

const faultsOf = (overrides: Parameters<typeof aDraft>[0]) => Object.keys(checkDraft(aDraft(overrides)));

describe('checkDraft', () => {
  it('accepts a complete draft', () => {
    expect(checkDraft(aDraft())).toEqual({});
  });

  it('asks for what a ticket needs', () => {
    expect(Object.keys(checkDraft(emptyDraft('u1', '')))).toEqual([
      'place',
      'source',
      'requestedAt',
      'subject',
      'contractors',
    ]);
  });

  it('wants an address for a ticked channel', () => {
    const contacts = [aPerson({ mails: ' ; ', channels: { mail: true, sms: true } })];
    expect(faultsOf({ contacts })).toEqual(['contacts.0.mails', 'contacts.0.mobiles']);
  });

  it('wants a channel for a contractor, not for the others', () => {
    const mute = aPerson({ channels: { mail: false, sms: false } });
    expect(faultsOf({ contractors: [mute], contacts: [mute] })).toEqual(['contractors.0.channels']);
  });

  it('takes several addresses, and refuses a broken one', () => {
    expect(faultsOf({ notified: [aPerson({ mails: 'a@b.fr, c@d.fr; e@f.fr' })] })).toEqual([]);
    expect(faultsOf({ notified: [aPerson({ mails: 'a@b.fr, c@d' })] })).toEqual(['notified.0.mails']);
  });

  it('bounds the reminders', () => {
    const timers = {
      ...typedTimers(),
      workOrder: { delay: '0', unit: 'days' as const, maximum: '3' },
      invoice: { delay: '1,5', unit: 'hours' as const, maximum: '21' },
      visitHours: '-1',
    };
    expect(faultsOf({ timers })).toEqual([
      'timers.workOrder.hours',
      'timers.invoice.hours',
      'timers.invoice.maximum',
    ]);
    // A quote has other delays, and the visit reminder.
    expect(faultsOf({ timers, quote: true })).toEqual([
      'timers.visitHours',
      'timers.invoice.hours',
      'timers.invoice.maximum',
    ]);
  });
});
