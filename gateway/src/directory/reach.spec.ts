import { describe, expect, it } from '@jest/globals';
import type { FieldFault } from '../http/problem.js';
import { fieldInRequest } from '../tickets/opening/request-terms.js';
import { mobileIn, personOf, reachOf, several } from './reach.js';

describe('several', () => {
  it.each([
    ['a@b.fr; c@d.fr,e@f.fr', ['a@b.fr', 'c@d.fr', 'e@f.fr']],
    [' ; ,', []],
    [undefined, []],
  ])('splits %p', (text, parts) => {
    expect(several(text)).toEqual(parts);
  });
});

describe('mobileIn', () => {
  it.each([
    ['FR', '06 12 34 56 78', '+33612345678'],
    ['FR', '07.56.78.90.12', '+33756789012'],
    ['FR', '+33 (0)6 12 34 56 78', '+33612345678'],
    ['FR', '0033612345678', '+33612345678'],
    ['FR', '+32 470 12 34 56', '+32470123456'],
    ['RE', '0692 12 34 56', '+262692123456'],
    ['FR', '04 72 00 00 00', undefined],
    ['FR', '06 12', undefined],
    ['FR', 'demain', undefined],
  ] as const)('in %s, %p is %p', (region, text, mobile) => {
    expect(mobileIn({ region, fictional: false }, text)).toBe(mobile);
  });

  it('takes numbers kept for fiction only where fiction is', () => {
    const read = (fictional: boolean) => mobileIn({ region: 'FR', fictional }, '06 39 98 12 34');
    expect([read(false), read(true)]).toEqual([undefined, '+33639981234']);
  });
});

describe('personOf', () => {
  it('tells each address and number that cannot be read', () => {
    const faults: FieldFault[] = [];
    const numbering = { region: 'FR', fictional: false } as const;
    personOf({ name: 'X', mails: 'a@b.fr; b@', mobiles: '06, 0612345678' }, 'contacts.1', numbering, faults);
    expect(faults).toEqual([
      { field: 'contacts.1.mails', code: 'INVALID_MAIL', params: { value: 'b@' } },
      { field: 'contacts.1.mobiles', code: 'INVALID_MOBILE', params: { value: '06' } },
    ]);
  });
});

const NUMBERING = { region: 'FR', fictional: false } as const;

describe('reachOf', () => {
  const channels = { mail: true, sms: true };

  it.each([
    ['a@exemple.fr\u200b; \u00ada@exemple.fr', ['a@exemple.fr']],
    ['a@exemple.fr; A@exemple.fr; b@exemple.fr', ['a@exemple.fr', 'b@exemple.fr']],
  ])('reads the mails %j as %j', (mails, expected) => {
    const faults: FieldFault[] = [];
    expect(reachOf({ mails, channels }, '', NUMBERING, faults).mails).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it.each([
    ['06 12 34 56 78 / 07 56 78 90 12', ['+33612345678', '+33756789012']],
    ['0692123456 ou +33 (0)6 12 34 56 78', ['+262692123456', '+33612345678']],
    ['06 12 34 56 78; 0612345678', ['+33612345678']],
  ])('reads the mobiles %j as %j', (mobiles, expected) => {
    const faults: FieldFault[] = [];
    expect(reachOf({ mobiles, channels }, '', NUMBERING, faults).mobiles).toEqual(expected);
    expect(faults).toEqual([]);
  });

  it.each(['06 12 34 56 78 (après 18 h)', '06 12 34 56 78 / 04 72 00 00 00'])(
    'drops nothing of %j: it is told',
    (text) => {
      const faults: FieldFault[] = [];
      reachOf({ mobiles: text, channels }, '', NUMBERING, faults);
      expect(faults).toEqual([{ field: 'mobiles', code: 'INVALID_MOBILE', params: { value: text } }]);
    },
  );
});

describe('fieldInRequest', () => {
  it.each([
    ['draft.contractors.0.reach.mails', 'contractors.0.mails'],
    ['draft.manager', 'managerId'],
    ['attachments.2', 'attachmentIds.2'],
    ['proofs', 'proofIds'],
    ['invoice', 'invoiceId'],
    ['invoiceAmountCents', 'invoiceAmountCents'],
    ['subject', 'subject'],
  ])('%s is %s on the form', (path, field) => {
    expect(fieldInRequest(path)).toBe(field);
  });
});
