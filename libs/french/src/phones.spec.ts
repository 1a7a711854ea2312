import { describe, expect, it } from '@jest/globals';
import { fictionalMobileOf, mobileOf, numbersIn, phone, phoneOf, regionOf } from './phones.js';

describe('mobileOf', () => {
  it.each([
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['07.56.78.90.12', 'FR', '+33756789012'],
    ['+33 (0)6 12 34 56 78', 'FR', '+33612345678'],
    ['0033612345678', 'FR', '+33612345678'],
    ['+32 470 12 34 56', 'FR', '+32470123456'],
    ['0692123456', 'FR', '+262692123456'],
    ['0692 12 34 56', 'RE', '+262692123456'],
    ['+33692123456', 'FR', '+262692123456'],
    ['+262692123456', 'FR', '+262692123456'],
    ['0690335941', 'FR', '+590690335941'],
    ['0694123456', 'FR', '+594694123456'],
    ['0696123456', 'FR', '+596696123456'],
    ['0639123456', 'FR', '+262639123456'],
    ['06 12 34 56 78', 'RE', '+33612345678'],
    ['04 72 00 00 00', 'FR', undefined],
    ['0262 12 34 56', 'RE', undefined],
    ['06 12', 'FR', undefined],
    ['demain', 'FR', undefined],
    ['', 'FR', undefined],
  ] as const)('reads %s in %s as %s', (text, region, mobile) => {
    expect(mobileOf(text, region)).toBe(mobile);
  });
});

describe('phoneOf', () => {
  it.each([
    [' 04 72 00 00 00 ', 'FR', '+33472000000'],
    ['0262 12 34 56', 'RE', '+262262123456'],
    ['12', 'FR', undefined],
  ] as const)('reads %s in %s as %s', (text, region, number) => {
    expect(phoneOf(text, region)).toBe(number);
  });
});

describe('fictionalMobileOf', () => {
  it.each([
    ['06 39 98 12 34', '+33639981234'],
    ['06 12 34 56 78', undefined],
  ])('reads %s as %s', (text, mobile) => {
    expect(fictionalMobileOf(text)).toBe(mobile);
  });
});

describe('regionOf', () => {
  it.each([
    ['69003', 'FR'],
    ['97400', 'RE'],
    ['97110', 'GP'],
    ['97150', 'MF'],
    ['', 'FR'],
  ])('%p is in %s', (postalCode, region) => {
    expect(regionOf(postalCode)).toBe(region);
  });
});

describe('numbersIn', () => {
  it.each([
    ['+33 (0)6 12 34 56 78', ['+33612345678']],
    ['06 12 34 56 78 ou 04 65 71 90 00', ['0612345678', '0465719000']],
    ['06 12 34 56 78 / 07 12 34 56 78', ['0612345678', '0712345678']],
    ['01 99 00 12 34 poste 12', ['0199001234']],
    ['06 12 34 56 78 (après 18 h)', ['0612345678']],
    ['06.39.98.00.01', ['0639980001']],
    ['+41 22 730 51 11', ['+41227305111']],
    ['3977', ['3977']],
    ['poste 12', []],
    ['06<script>12', []],
    ['', []],
  ])('of %j are %j', (text, dials) => {
    expect(numbersIn(text).map(({ dial }) => dial)).toEqual(dials);
  });
});

describe('phone', () => {
  it('writes French numbers in pairs, and leaves others alone', () => {
    const pairs = '06\u00a012\u00a034\u00a056\u00a078';
    expect(['+33612345678', '06.12.34.56.78', '+33 (0)6 12 34 56 78'].map(phone)).toEqual([
      pairs,
      pairs,
      pairs,
    ]);
    expect(phone('+3222345678')).toBe('+3222345678');
    expect(phone('poste 12')).toBe('poste 12');
  });
});
