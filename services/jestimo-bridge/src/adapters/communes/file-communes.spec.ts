import { describe, expect, it } from '@jest/globals';
import { FileCommunes } from './file-communes.js';

describe('communes', () => {
  const communes = new FileCommunes();

  it.each([
    ['69003', 'Lyon', '69383'],
    ['69003', 'whatever', '69383'],
    ['01000', 'Bourg-en-Bresse', '01053'],
    ['01000', 'BOURG EN BRESSE CEDEX 2', '01053'],
    ['01000', 'St-Denis-lès-Bourg', '01344'],
    ['01000', 'Ailleurs', ''],
    ['97400', 'Saint-Denis', ''],
    ['', '', ''],
  ])('%s %s is %s', (postalCode, city, code) => expect(communes.codeOf(postalCode, city)).toBe(code));
});
