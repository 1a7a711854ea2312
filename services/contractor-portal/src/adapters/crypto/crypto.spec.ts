import { describe, expect, it } from '@jest/globals';
import { aDocument } from '../../testing/builders.js';
import { HmacDocumentSeal } from './hmac-document-seal.js';
import { HmacTokenMint } from './hmac-token-mint.js';

const SECRET = 'a secret of thirty-two characters';

describe('HmacTokenMint', () => {
  const mint = new HmacTokenMint(SECRET);

  it('makes the same 256-bit token of an id every time, and never the same id twice', () => {
    expect(mint.tokenOf('id')).toBe(mint.tokenOf('id'));
    expect(Buffer.from(mint.tokenOf('id'), 'base64url')).toHaveLength(32);
    expect(mint.newId()).not.toBe(mint.newId());
    expect(Buffer.from(mint.newId(), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  it('makes another token with another secret: a stolen database opens nothing', () => {
    expect(new HmacTokenMint(`${SECRET}.`).tokenOf('id')).not.toBe(mint.tokenOf('id'));
  });
});

describe('HmacDocumentSeal', () => {
  const seal = new HmacDocumentSeal(SECRET);
  const sealed = seal.seal('token', 'proofs', aDocument());

  it('opens what it sealed, for the same link and field', () => {
    expect(seal.open('token', 'proofs', sealed)).toEqual(aDocument());
  });

  it.each([
    ['another link', () => seal.open('other', 'proofs', sealed)],
    ['another field', () => seal.open('token', 'invoice', sealed)],
    ['another secret', () => new HmacDocumentSeal(`${SECRET}.`).open('token', 'proofs', sealed)],
    ['a forged body', () => seal.open('token', 'proofs', `e30.${sealed.split('.')[1]}`)],
    ['a short signature', () => seal.open('token', 'proofs', `${sealed.split('.')[0]}.AAAA`)],
    ['rubbish', () => seal.open('token', 'proofs', '...')],
    ['nothing', () => seal.open('token', 'proofs', '')],
  ])('refuses %s', (_case, open) => {
    expect(open()).toBeUndefined();
  });
});
