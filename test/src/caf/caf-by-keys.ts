import { eventually } from '@intervia/testing';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { expectVisible } from '../journey/expect-visible.js';
import { Keys } from '../journey/keys.js';

interface Desk {
  readonly page: Page;
  /** Address of the gateway. */
  readonly base: string;
}

interface NewStatement {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How often the page was printed since it was loaded. */
const PRINTED = 'globalThis.timesPrinted ?? 0';
const COUNT_PRINTS =
  'globalThis.print = () => { globalThis.timesPrinted = (globalThis.timesPrinted ?? 0) + 1; }';
/** Manual: "différentes options en fonction des besoins de l'instant". */
const PRINT_OPTIONS = [
  'Toutes les lignes',
  'Sélectionnées',
  'Non sélectionnées',
  'Sans locataire',
  'Comptabilisées',
  'Récapitulatif',
];

/** A technical station more, typed without a mouse. */
export async function addStationByKeys({ page, base }: Desk): Promise<void> {
  const keys = new Keys(page);
  await page.goto(`${base}/caf/settings`);
  await keys.press('button', 'Nouveau poste technique');
  await typeInto(keys, page.getByLabel('Nom du poste').last(), 'Poste accueil');
  await typeInto(keys, page.getByLabel(/^Dossier d’émission/).last(), 'C:\\Neovacom\\CAF\\Accueil');
  await page.keyboard.press('Enter');
  await expectVisible(
    page.getByText('Poste accueil').or(page.locator('input[value="Poste accueil"]')).first(),
  );
  await expectVisible(page.getByText('inscriptible', { exact: true }).nth(1));
}

/** An export made and made again, without a mouse. */
export async function exportByKeys({ page, base }: Desk): Promise<void> {
  const keys = new Keys(page);
  await page.goto(`${base}/caf`);
  await keys.press('link', /^Export CAF Mise à jour annuelle/);
  await keys.press('button', 'Générer le fichier');
  const made = page.getByText(/Fichier généré : CAF12 -691_54321_\d{8}_\d{6}\.txt/);
  await expectVisible(made);
  const number = Number(/_(\d{6})\.txt/.exec(await made.innerText())?.[1]);
  await page.goto(`${base}/caf/journal`);
  await keys.press('button', 'Générer à nouveau');
  const next = `_${String(number + 1).padStart(6, '0')}.txt`;
  await expectVisible(page.getByRole('link', { name: new RegExp(`^CAF12 .*${next}$`) }));
}

/** A statement taken in, a line given its tenant, another left out, printed in each way, validated: without a mouse. */
export async function validateByKeys(
  { page, base }: Desk,
  statement: NewStatement,
  { lastName, account }: { lastName: string; account: string },
): Promise<void> {
  const keys = new Keys(page);
  await page.goto(`${base}/caf/statements`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    keys.press('button', 'Importer un fichier CAF'),
  ]);
  await chooser.setFiles(statement);
  await expectVisible(page.getByRole('heading', { level: 1, name: statement.name }));
  const row = page.getByRole('row').filter({ hasText: lastName }).first();
  await expectVisible(row);
  await keys.to(row.getByRole('button', { name: 'Indiquer le compte' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(/^Compte du locataire/);
  await expectVisible(dialog.getByText(/Locataires ressemblants|Aucun locataire ne ressemble/));
  expect(await violationsOf(page)).toEqual([]);
  await typeInto(keys, field, account);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expectVisible(row.getByText('indiqué à la main'));
  const tick = row.getByRole('checkbox');
  await keys.to(tick);
  await page.keyboard.press('Space');
  await expectTicked(row, false);
  await keys.to(tick);
  await page.keyboard.press('Space');
  await expectTicked(row, true);
  await printByKeys(keys, page);
  await keys.press('button', 'Valider et comptabiliser');
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Valider et comptabiliser' });
  await expectVisible(confirm);
  expect(await violationsOf(page)).toEqual([]);
  await keys.to(confirm);
  await page.keyboard.press('Enter');
  await expectVisible(row.getByText(/Comptabilisé, solde/));
}

async function printByKeys(keys: Keys, page: Page): Promise<void> {
  await page.evaluate(COUNT_PRINTS);
  for (const [at, option] of PRINT_OPTIONS.entries()) {
    await keys.press('button', 'Imprimer');
    const item = page.getByRole('menuitem', { name: option, exact: true });
    await keys.pick(item);
    // A string: this program knows no window, and the page's policy lets nothing be made of one.
    await eventually(async () => (await page.evaluate(PRINTED)) === at + 1 || undefined, { what: option });
    await item.waitFor({ state: 'detached' });
  }
}

async function typeInto(keys: Keys, field: Locator, text: string): Promise<void> {
  await keys.to(field);
  await field.page().keyboard.type(text);
}

async function expectTicked(row: Locator, checked: boolean): Promise<void> {
  await expectVisible(row.getByRole('checkbox', { checked }));
}
