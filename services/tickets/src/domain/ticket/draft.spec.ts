import { describe, expect, it } from '@jest/globals';
import { aDocument, aDraft, aPerson } from '../../testing/builders.js';
import { checkDraft } from './draft.js';
import type { TicketDraft } from './draft.js';
import type { OptionChoice } from '../values/options.js';
import { DEFAULT_TIMERS } from '../values/model.js';

const problems = (over: Partial<TicketDraft> & OptionChoice): string[] =>
  checkDraft(aDraft(over)).map(({ field, code }) => `${field} ${code}`);
const contractor = (over: Parameters<typeof aPerson>[0]): string[] =>
  problems({ contractors: [aPerson(over)] });

it('a sound draft has no problem', () => {
  expect(problems({})).toEqual([]);
});

describe('what a ticket needs', () => {
  it.each([
    ['module', { module: undefined }, 'module REQUIRED'],
    ['source', { source: undefined }, 'source REQUIRED'],
    ['manager', { manager: undefined }, 'manager REQUIRED'],
    ['place', { place: undefined }, 'place REQUIRED'],
    ['subject', { subject: '  ' }, 'subject REQUIRED'],
    ['a short subject', { subject: 'x'.repeat(201) }, 'subject TOO_LONG'],
    ['a bounded description', { description: 'x'.repeat(10_001) }, 'description TOO_LONG'],
    ['a contractor', { contractors: [] }, 'contractors REQUIRED'],
    ['not too many', { contractors: Array.from({ length: 21 }, () => aPerson()) }, 'contractors TOO_MANY'],
    [
      'few attachments',
      { attachments: Array.from({ length: 21 }, () => aDocument()) },
      'attachments TOO_MANY',
    ],
  ] as [string, Partial<TicketDraft>, string][])('%s', (_what, over, problem) => {
    expect(problems(over)).toEqual([problem]);
  });

  it('says every fault at once', () => {
    expect(problems({ subject: '', source: undefined, contractors: [] })).toHaveLength(3);
  });
});

describe('a contractor is reachable', () => {
  it.each([
    ['a ticked mail needs an address', { mails: [] }, 'contractors.0.mails REQUIRED'],
    ['a ticked SMS needs a mobile', { mobiles: [] }, 'contractors.0.mobiles REQUIRED'],
    ['one channel at least', { channels: { mail: false, sms: false } }, 'contractors.0.channels REQUIRED'],
    ['mails are mails', { mails: ['a@b.fr', 'pas un mail'] }, 'contractors.0.mails MALFORMED'],
    ['mobiles are E.164', { mobiles: ['06 12 34 56 78'] }, 'contractors.0.mobiles MALFORMED'],
    ['a name', { name: '' }, 'contractors.0.name REQUIRED'],
  ] as [string, Parameters<typeof aPerson>[0], string][])('%s', (_what, over, problem) => {
    expect(contractor(over)).toEqual([problem]);
  });

  it.each(['a@b.fr', 'jean.d’arc+x@sous.domaine.example', 'é@exemple.fr'])('%s is a mail', (mail) => {
    expect(contractor({ mails: [mail] })).toEqual([]);
  });

  it('by SMS alone is enough', () => {
    expect(contractor({ mails: [], channels: { mail: false, sms: true } })).toEqual([]);
  });
});

describe('options', () => {
  it('the owner’s name goes out in gérance only', () => {
    expect(problems({ module: 'SYNDIC', sendOwner: true })).toEqual(['sendOwner GERANCE_ONLY']);
    expect(problems({ module: 'GERANCE', sendOwner: true })).toEqual([]);
  });

  it('visibility fits the module', () => {
    expect(problems({ module: 'SYNDIC', visibility: 'TENANTS' })).toEqual(['visibility NOT_IN_THIS_MODULE']);
    expect(problems({ module: 'SYNDIC', visibility: 'COUNCIL' })).toEqual([]);
  });

  it('delays are bounded', () => {
    expect(problems({ timers: { ...DEFAULT_TIMERS, invoice: { hours: 9_000, maximum: 21 } } })).toEqual([
      'timers.invoice.hours TOO_LARGE',
      'timers.invoice.maximum TOO_LARGE',
    ]);
  });

  it('a person to notify or contact needs an address for each ticked channel', () => {
    const unreachable = aPerson({ mails: [] });
    expect(problems({ contacts: [unreachable], notified: [unreachable] })).toEqual([
      'contacts.0.mails REQUIRED',
      'notified.0.mails REQUIRED',
    ]);
  });
});
