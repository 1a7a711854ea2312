import { eventually } from '@intervia/testing';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { expectVisible } from '../journey/expect-visible.js';
import { saidOf } from './desk-page.js';

/** The value is nobody's: a real one is read in its publication. */
const QUARTER = {
  Trimestre: 'T1 2020',
  Valeur: '111,11',
  'Publié le': '18/06/2020',
  Source: 'Publication d’essai',
} as const;
/** What an administrator may get wrong, and what its field then says. */
const WRONG = {
  Trimestre: ['T4 2199', /n’est pas terminé/],
  Valeur: ['11111111', /positif|plausible/],
  'Publié le': ['01/02/2020', /après la fin de son trimestre/],
} as const;

/** An index of commercial rents that the house does not ship: typed by the agency, with the publication it was read in. */
export async function addCommercialQuarter(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/property/indices`);
  await page.getByLabel('Indice', { exact: true }).selectOption('ILC');
  await expectVisible(page.getByText(/Aucune valeur pour le moment/));
  await page.getByRole('button', { name: 'Ajouter un trimestre' }).click();
  const dialog = page.getByRole('dialog');
  const line = (label: string) => dialog.getByRole('textbox', { name: label, exact: true });
  for (const [label, text] of Object.entries(QUARTER)) await line(label).fill(text);
  for (const [label, [text, said]] of Object.entries(WRONG)) {
    await line(label).fill(text);
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await eventually(async () => said.test(await saidOf(page, line(label))) || undefined, { what: label });
    await line(label).fill(QUARTER[label as keyof typeof QUARTER]);
  }
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expectVisible(
    page.getByRole('cell', { name: /111,11.*Publication d’essai, publié le 18\/06\/2020/ }),
  );
  expect(await violationsOf(page)).toEqual([]);
}
