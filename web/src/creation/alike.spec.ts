import { describe, expect, it } from '@jest/globals';
import { alikeFirst } from './alike.js';

const ROWS = [{ subject: 'Ascenseur à l’arrêt' }, { subject: 'Fuites en cave' }, { subject: 'Digicode' }];

describe('tickets that are alike', () => {
  it('share a telling word, without accents, in the singular or the plural', () => {
    expect(alikeFirst(ROWS, 'Grosse FUITE au 3e')).toEqual({ rows: [ROWS[1]], isAlike: true });
    expect(alikeFirst(ROWS, 'arret de l’ascenseur')).toEqual({ rows: [ROWS[0]], isAlike: true });
  });

  it('are all of the building while none is', () => {
    expect(alikeFirst(ROWS, '')).toEqual({ rows: ROWS, isAlike: false });
    expect(alikeFirst(ROWS, 'à la porte')).toEqual({ rows: ROWS, isAlike: false });
  });
});
