import { describe, expect, it } from '@jest/globals';
import { findingSentence } from './findings.js';

describe('the sentence of a finding', () => {
  it.each([
    ['SHARES_NOT_WHOLE', { sum: '9550' }, 'Les parts doivent faire 100 % : elles font 95,5 %.'],
    ['SHARES_NOT_WHOLE', {}, 'Les parts doivent faire ensemble 100 %.'],
    ['TOO_LONG', { most: '120' }, '120 caractères au plus : raccourcissez ce texte.'],
    ['UNREADABLE', { text: '31/02/2026' }, '« 31/02/2026 » n’est pas lisible : corrigez cette saisie.'],
    [
      'DATES_IN_DISORDER',
      { after: '2026-12-01' },
      'Cette date ne peut pas précéder le 01/12/2026 : vérifiez leur ordre.',
    ],
    [
      'INDEX_MISSING',
      { quarter: '2026-Q3' },
      'L’indice du T3 2026 n’est pas dans la table : un administrateur peut l’ajouter.',
    ],
    [
      'LEASE_OVERLAPS',
      { tenants: 'Linh Tran', until: '2027-02-28' },
      'Un bail court déjà sur ce lot, jusqu’au 28/02/2027 : choisissez une date d’effet après ce jour.',
    ],
    ['MAIL_WRONG', { value: 'a@' }, '« a@ » n’est pas une adresse e-mail valide : vérifiez-la.'],
  ])('%s %j', (code, params, sentence) => expect(findingSentence(code, params)).toBe(sentence));

  it('is still one for a code that nobody knows', () =>
    expect(findingSentence('FROM_TOMORROW')).toBe('Cette saisie est à vérifier.'));
});
