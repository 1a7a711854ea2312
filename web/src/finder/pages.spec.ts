import { describe, expect, it } from '@jest/globals';
import { aSession } from '../testing/agency.builder.js';
import { pagesNamed, pagesOf } from './pages.js';

const { user } = aSession();
const labels = (typed: string, of = user) => pagesNamed(pagesOf(of), typed).map(({ label }) => label);

describe('the pages that are found', () => {
  it('begin with what was typed, accents or not', () => {
    expect(labels('pref')).toEqual(['Préférences']);
    expect(labels('nouv ger')).toEqual(['Nouveau ticket Gérance']);
    expect(labels('rien de tel')).toEqual([]);
  });

  it('are those that the user may open', () => {
    expect(labels('modèles')).toEqual([]);
    expect(labels('modeles', { ...user, role: 'ADMINISTRATOR' })).toHaveLength(4);
    const none = { view: false, create: false, edit: false, delete: false, reopen: false };
    expect(labels('gérance', { ...user, rights: { ...user.rights, gerance: none } })).toEqual([]);
  });

  it('are different ones, each by one name', () => {
    const pages = pagesOf({ ...user, role: 'ADMINISTRATOR' });
    expect(new Set(pages.map(({ to }) => to)).size).toBe(pages.length);
    expect(new Set(pages.map(({ label }) => label)).size).toBe(pages.length);
  });
});
