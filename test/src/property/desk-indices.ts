import { eventually } from '@intervia/testing';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { expectVisible } from '../journey/expect-visible.js';
import { aName } from './desk-drafts.js';
import type { DeskDrafts } from './desk-drafts.js';
import { saidOf } from './desk-page.js';

type CommercialIndex = 'ILC' | 'ILAT';

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
  const dialog = await typeQuarter(page, QUARTER);
  const line = (label: string) => lineOf(dialog, label);
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

/** The quarter a year after the one that the leases below were made with, and what 800 € become by it. */
const NEXT = {
  ILC: {
    ...QUARTER,
    Trimestre: 'T3 2019',
    Valeur: '115,60',
    sum: '800,00 € × 115,60 ÷ 113,45',
    rent: '815,16 €',
  },
  ILAT: {
    ...QUARTER,
    Trimestre: 'T3 2019',
    Valeur: '114,85',
    sum: '800,00 € × 114,85 ÷ 111,87',
    rent: '821,31 €',
  },
} as const;
const REFERENCE = { ILC: 11_345, ILAT: 11_187 } as const;

/** A commercial rent: refused while its index is unknown, then revised to the cent by what an administrator typed. */
export async function reviseCommercialRent(
  { page, drafts, base }: { page: Page; drafts: DeskDrafts; base: string },
  administrator: Page,
  index: CommercialIndex,
): Promise<void> {
  const { sum, rent, ...quarter } = NEXT[index];
  const leaseId = await drafts.let(await drafts.vacantUnit(), aName(), {
    kind: 'COMMERCIAL',
    from: drafts.day(-395),
    lease: {
      ...{ signedOn: drafts.day(-400), lengthMonths: 108, noticeMonths: 6 },
      ...{ index, referenceQuarter: '2018-Q3', referenceValue: REFERENCE[index] },
      nextRevisionOn: drafts.day(-30),
    },
  });
  await page.goto(`${base}/property/tenants/${leaseId}`);
  const dialog = await askRevision(page);
  await expectVisible(dialog.getByText(/T3 2019/));
  await expectVisible(dialog.getByRole('link', { name: 'Ouvrir la table des indices' }));
  expect(await dialog.getByRole('button', { name: 'Appliquer le nouveau loyer' }).isDisabled()).toBe(true);
  expect(await violationsOf(page)).toEqual([]);

  await administrator.goto(`${base}/property/indices`);
  await administrator.getByLabel('Indice', { exact: true }).selectOption(index);
  const added = await typeQuarter(administrator, quarter);
  await added.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expectVisible(administrator.getByRole('cell', { name: new RegExp(quarter.Valeur) }));

  await page.reload();
  const known = await askRevision(page);
  const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
  const how = known.getByText(/ × .* ÷ /);
  await expectVisible(how);
  expect(plain(await how.innerText())).toBe(sum);
  expect(await violationsOf(page)).toEqual([]);
  await known.getByRole('button', { name: 'Appliquer le nouveau loyer' }).click();
  const revised = page.getByRole('list', { name: 'Révisions du loyer' });
  await expectVisible(revised);
  expect(plain(await revised.innerText())).toContain(`800,00 € → ${rent}`);
}

async function askRevision(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Réviser le loyer' }).click();
  return page.getByRole('dialog', { name: 'Réviser le loyer' });
}

async function typeQuarter(page: Page, quarter: Readonly<Record<string, string>>): Promise<Locator> {
  await page.getByRole('button', { name: 'Ajouter un trimestre' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(quarter)) await lineOf(dialog, label).fill(text);
  return dialog;
}

const lineOf = (dialog: Locator, label: string): Locator =>
  dialog.getByRole('textbox', { name: label, exact: true });
