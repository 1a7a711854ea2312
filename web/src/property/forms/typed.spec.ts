import { describe, expect, it } from '@jest/globals';
import type { Step, Values } from './field.js';
import { LINES } from './lines.js';
import { mergeContents } from './merge.js';
import { patchTyped } from './patch.js';
import { contentOf, faultsOf, typedOf, whereOf } from './typed.js';

const STEP: Step = {
  id: 'owner',
  title: 'Le propriétaire',
  short: 'Propriétaire',
  sections: [
    {
      title: 'Identité',
      fields: [
        { kind: 'text', path: 'name', label: 'Nom', must: true, max: 10 },
        { kind: 'day', path: 'bornOn', label: 'Né(e) le' },
        { kind: 'money', path: 'incomeCents', label: 'Revenus' },
        { kind: 'choice', path: 'kind', label: 'Nature', options: [['PERSON', 'Personne']] },
        {
          kind: 'text',
          path: 'legalForm',
          label: 'Forme',
          when: ({ here }) => here['kind'] === 'COMPANY',
          must: true,
        },
        {
          kind: 'rows',
          path: 'owners',
          label: 'Indivisaires',
          add: 'Ajouter',
          maximum: 3,
          item: (_, index) => `Indivisaire ${index + 1}`,
          fields: [{ kind: 'percent', path: 'share', label: 'Part', must: true }],
        },
      ],
    },
  ],
};

describe('lines', () => {
  it.each([
    ['1 234,50 €', 123_450],
    ['80', 8_000],
    ['7.5', 750],
    ['-5', undefined],
    ['12,345', undefined],
    ['99999999999', undefined],
  ])('read the amount %s', (typed, cents) => expect(LINES.money.read(typed)).toBe(cents));

  it.each([
    ['-50', -5_000],
    ['\u221212,5 €', -1_250],
    ['812,50', 81_250],
    ['--5', undefined],
  ])('read the line %s, below zero for a reduction', (typed, cents) => {
    expect(LINES.signedMoney.read(typed)).toBe(cents);
    if (cents !== undefined) expect(LINES.signedMoney.read(LINES.signedMoney.write(cents))).toBe(cents);
  });

  it.each([
    ['7,5', 750],
    ['100 %', 10_000],
    ['101', undefined],
  ])('read the percentage %s', (typed, hundredths) => expect(LINES.percent.read(typed)).toBe(hundredths));

  it('group an IBAN by four, and read it as it is checked', () => {
    expect(LINES.iban.write('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189');
    expect(LINES.iban.read('fr76 3000 6000')).toBe('FR7630006000');
  });
});

describe('a form', () => {
  const content: Values = {
    name: 'Lemoine',
    legalForm: '',
    bornOn: '1985-04-03',
    incomeCents: 250_000,
    owners: [{ id: 'a', share: 5_000 }],
  };

  it('shows the contract’s content as text, and reads it back', () => {
    const typed = typedOf([STEP], content);
    expect(typed).toMatchObject({ bornOn: '03/04/1985', owners: [{ id: 'a', share: '50' }] });
    expect(contentOf([STEP], typed)).toEqual({ content, unread: [] });
  });

  it('keeps what cannot be read, and shows it again', () => {
    const { content: read, unread } = contentOf([STEP], {
      ...typedOf([STEP], content),
      bornOn: '31/02/1985',
    });
    expect(read).toMatchObject({ bornOn: '' });
    expect(unread).toEqual([{ path: 'bornOn', text: '31/02/1985' }]);
    expect(typedOf([STEP], read, unread)).toMatchObject({ bornOn: '31/02/1985' });
  });

  it('names each fault by its field, in a row by the row; what is not asked is not missed', () => {
    const faults = faultsOf(STEP, { name: '', bornOn: '31/02/1985', owners: [{ id: 'a' }] });
    expect(faults.map(({ path }) => path)).toEqual(['name', 'bornOn', 'owners.0.share']);
    expect(faults[2]?.where).toBe('Indivisaire 1, Part');
    expect(whereOf([STEP], { owners: [{ id: 'a' }] }, 'owners.0.share')).toBe('Indivisaire 1, Part');
    expect(whereOf([STEP], {}, 'name.0')).toBe('Nom');
    expect(faultsOf(STEP, { name: 'A', kind: 'COMPANY' }).map(({ path }) => path)).toEqual(['legalForm']);
    expect(faultsOf(STEP, { name: 'x'.repeat(11) })[0]?.text).toBe('10 caractères au plus.');
  });

  it('takes a code of the server without touching what is being typed', () => {
    const values = { name: 'Lemo', bornOn: '03/0', incomeCents: '2 5' };
    const patched = patchTyped([STEP], values, { name: 'Lemo' }, { name: 'Lemo', legalForm: 'SCI' });
    expect(patched).toMatchObject({ bornOn: '03/0', incomeCents: '2 5', legalForm: 'SCI' });
  });
});

describe('two people on one step', () => {
  const base = {
    name: 'A',
    city: 'Lyon',
    owners: [
      { id: 'a', share: 1 },
      { id: 'b', share: 2 },
    ],
  };

  it('get both their changes where they differ', () => {
    const mine = { ...base, name: 'Moi' };
    const theirs = { ...base, city: 'Paris' };
    expect(mergeContents(base, mine, theirs)).toEqual({
      content: { ...base, name: 'Moi', city: 'Paris' },
      clashes: [],
    });
  });

  it('are told where they wrote the same field; mine stays', () => {
    const { content, clashes } = mergeContents(base, { ...base, name: 'Moi' }, { ...base, name: 'Elle' });
    expect(content).toEqual({ ...base, name: 'Moi' });
    expect(clashes).toEqual([{ path: 'name', mine: 'Moi', theirs: 'Elle' }]);
  });

  it('add and take away rows without losing the other’s', () => {
    const mine = { ...base, owners: [{ id: 'a', share: 9 }] };
    const theirs = { ...base, owners: [...base.owners, { id: 'c', share: 3 }] };
    const { content, clashes } = mergeContents(base, mine, theirs);
    expect(content['owners']).toEqual([
      { id: 'a', share: 9 },
      { id: 'c', share: 3 },
    ]);
    expect(clashes).toEqual([]);
  });

  it('keep a row that one took away and the other changed', () => {
    const mine = { ...base, owners: [{ id: 'a', share: 1 }] };
    const theirs = {
      ...base,
      owners: [
        { id: 'a', share: 1 },
        { id: 'b', share: 7 },
      ],
    };
    expect(mergeContents(base, mine, theirs).content['owners']).toEqual(theirs.owners);
  });
});
