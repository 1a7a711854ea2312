import type { Page } from 'playwright-core';
import { expectVisible } from './expect-visible.js';
import { WizardPage } from './wizard-page.js';

/** On the page of a flat-share: one of the sharers is gone. */
export async function recordSharerGone(page: Page, base: string, name: string, on: string): Promise<void> {
  await page.getByRole('button', { name: 'Constater le départ' }).click();
  const dialog = page.getByRole('dialog', { name: 'Constater le départ' });
  await new WizardPage(page, base).type(
    { 'Qui part ?': [name], 'Parti le': on, Motif: ['Départ d’un colocataire'] },
    dialog,
  );
  await dialog.getByRole('button', { name: 'Constater le départ' }).click();
  await expectVisible(page.getByText(`${name} : parti le ${on}`));
}

/** Somebody new in the place of one who is gone. @returns the dialog, filled in */
export async function fillReplacement(
  page: Page,
  base: string,
  { lastName, firstName, on }: { lastName: string; firstName: string; on: string },
) {
  await page.getByRole('button', { name: 'Faire entrer un colocataire' }).click();
  const dialog = page.getByRole('dialog', { name: 'Faire entrer un colocataire' });
  await new WizardPage(page, base).type(
    { 'Entré(e) en colocation le': on, Nom: lastName, Prénom: firstName },
    dialog,
  );
  return dialog;
}
