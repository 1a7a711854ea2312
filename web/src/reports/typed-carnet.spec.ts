import { expect, it } from '@jest/globals';
import { entryOf, faultsOfEntry, typedOf } from './typed-carnet.js';

const entry = {
  ...{
    chapter: 'INSURANCE' as const,
    subject: 'Multirisque',
    company: 'Assurances Martin',
    reference: 'P-17',
  },
  ...{ year: 2024, expiresOn: '2027-03-01', amountCents: 45_050 },
};

it('reads a line as it was written', () => {
  const typed = typedOf(entry, 1);
  expect(typed).toMatchObject({ year: '2024', expiresOn: '01/03/2027', amount: '450,50' });
  expect(entryOf(typed)).toEqual(entry);
});

it('tells what is wrong, by field', () => {
  const typed = { ...typedOf(entry, 1), subject: ' ', year: '24', expiresOn: '31/02/2027', amount: 'cher' };
  expect(Object.keys(faultsOfEntry(typed))).toEqual(['subject', 'year', 'expiresOn', 'amount']);
  expect(faultsOfEntry({ ...typedOf(entry, 1), year: '', expiresOn: '', amount: '' })).toEqual({});
});
