import type { Page } from 'playwright-core';
import { expectVisible } from '../../journey/expect-visible.js';
import type { WizardPage } from '../../journey/wizard-page.js';
import { typeDiagnostics, typeRent, typeSurfaces, typeUnit } from './mandate.js';
import type { NewUnit } from './mandate.js';
import type { Scene } from './scene.js';

interface Desk {
  readonly page: Page;
  readonly wizard: WizardPage;
  readonly scene: Scene;
  readonly say: (text: string) => void;
}

/** Manual, "Nouveau lot": in the building that the mandate brought, on five windows. */
export async function addOneMoreUnit({ page, wizard, scene, say }: Desk, unit: NewUnit): Promise<void> {
  await wizard.begin('Nouveau lot');
  await page.getByRole('textbox', { name: 'Rechercher un mandat' }).fill(scene.owner.name);
  await page
    .getByRole('button', {
      name: new RegExp(`^Choisir : Mandat n° .*${scene.owner.firstName} ${scene.owner.name}`, 'i'),
    })
    .last()
    .click();
  await wizard.isAt('L’immeuble', 'Immeuble');
  await wizard.pick('Immeuble existant');
  await page.getByRole('combobox', { name: 'Rechercher un immeuble' }).fill(scene.building);
  await page
    .getByRole('option', { name: new RegExp(scene.building) })
    .first()
    .click();
  await wizard.next();
  await wizard.isAt('Le lot', 'Lot');
  await typeUnit(wizard, scene.rcp, unit);
  await wizard.next();
  await wizard.isAt('Le lot : surfaces et équipements', 'Surfaces');
  await typeSurfaces(wizard, unit);
  await wizard.next();
  await wizard.isAt('Le lot : loyer de référence', 'Loyer');
  await typeRent(wizard, unit);
  await wizard.next();
  await wizard.isAt('Le lot : diagnostics', 'Diagnostics');
  await typeDiagnostics(wizard);
  await wizard.next();
  await wizard.isAt('Le lot : clés, documents et photos', 'Documents, photos');
  await wizard.attach('Documents et photos du lot', {
    name: 'séjour.jpg',
    mimeType: 'image/jpeg',
    buffer: await page.screenshot({ type: 'jpeg', quality: 40 }),
  });
  await wizard.next('Enregistrer');
  await expectVisible(page.getByRole('heading', { level: 1, name: 'Lot créé' }));
  await expectVisible(page.getByText('Voulez-vous créer le locataire associé ?'));
  await page.getByRole('link', { name: 'Non, terminer' }).click();
  await expectVisible(page.getByRole('heading', { level: 1, name: 'Mandats et baux' }));
  say('« Nouveau lot » : un lot de plus sous le même mandat, avec une photo ; locataire remis à plus tard');
}
