import { describe, expect, it } from '@jest/globals';
import { aTemplateRow } from './template.builder.js';
import { inLists } from './template-lists.js';

const ROWS = [
  aTemplateRow({ title: 'Relance de l’ordre de service' }),
  aTemplateRow({ title: 'Échéance' }),
  aTemplateRow({ title: 'Demande de devis' }),
  aTemplateRow({ title: 'Clôture du ticket', list: 'OTHERS' }),
];

const titles = (filter: string) => inLists(ROWS, filter).map(({ rows }) => rows.map(({ title }) => title));

describe('the lists of templates', () => {
  it('are two, each in alphabetical order, accents aside', () => {
    expect(titles('')).toEqual([
      ['Demande de devis', 'Échéance', 'Relance de l’ordre de service'],
      ['Clôture du ticket'],
    ]);
  });

  it('are searched without accents or curved apostrophes', () => {
    expect(titles('cloture')).toEqual([['Clôture du ticket']]);
    expect(titles("de l'ordre")).toEqual([['Relance de l’ordre de service']]);
    expect(titles('xyz')).toEqual([]);
  });
});
