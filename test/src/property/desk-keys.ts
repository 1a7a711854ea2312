import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { expectVisible } from '../journey/expect-visible.js';
import { Keys } from '../journey/keys.js';
import type { WizardPage } from '../journey/wizard-page.js';
import type { DeskDrafts } from './desk-drafts.js';
import { aName } from './desk-drafts.js';

interface Desk {
  readonly page: Page;
  readonly wizard: WizardPage;
  readonly drafts: DeskDrafts;
  /** Address of the gateway. */
  readonly base: string;
}

/** A day as it is typed. */
const typed = (day: string): string => day.split('-').toReversed().join('/');

/** "Nouveau mandat" without a mouse, from its shortcut to the register. */
export async function makeMandateByKeys({ page, wizard, drafts, base }: Desk, name: string): Promise<void> {
  const keys = new Keys(page);
  await page.goto(`${base}/property`);
  await keys.press('link', /^Nouveau mandat/);
  const create = page.getByRole('button', { name: 'Créer', exact: true });
  await expectVisible(create.or(wizard.rail).first());
  if (await create.isVisible()) await keys.press('button', 'Créer');
  await wizard.isAt('Le propriétaire', 'Propriétaire');
  await keys.tick('radio', 'Personne physique');
  await keys.type({ Nom: name, Prénom: 'Zoé', Adresse: '3 place du Marché', 'Code postal': '69002' });
  await keys.type({ Ville: 'Lyon' });
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Le compte propriétaire', 'Compte propriétaire');
  await keys.type({ 'Entité comptable': 'Cabinet', 'Réglé par': 'Ch', 'Relevé de compte': 'Men' });
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Le mandat', 'Mandat');
  await keys.type({
    'Carte professionnelle': 'CPI',
    'Signé le': typed(drafts.day(-2)),
    'Prend effet le': typed(drafts.day(3)),
  });
  await keys.tick('checkbox', 'Pouvoir exprès de recevoir des fonds');
  await keys.type({ 'Honoraires de gestion': '7', 'Reddition des comptes': 'Tri' });
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Immeuble et lot(s)', 'Immeuble, lot(s)');
  await keys.press('button', 'Ajouter un lot');
  await expectVisible(page.getByRole('menuitem', { name: /^Lot en gérance/ }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await wizard.isAt('L’immeuble', 'Immeuble, lot(s)');
  await keys.type({ 'Nom de l’immeuble': `Résidence ${name}`, Adresse: '5 rue Sala' });
  await keys.type({ 'Code postal': '69002', Ville: 'Lyon' });
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Le lot', 'Immeuble, lot(s)');
  await keys.type({ 'N° RCP': name, 'N° PLAN': '7', Nature: 'App' });
  for (const title of ['Le lot : loyer et diagnostics', 'Le lot : clés, documents et photos']) {
    await keys.press('button', 'Étape suivante');
    await wizard.isAt(title, 'Immeuble, lot(s)');
  }
  await keys.press('button', 'Valider et retourner à la liste des lots');
  await wizard.isAt('Immeuble et lot(s)', 'Immeuble, lot(s)');
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Et après…', 'Et après…');
  await keys.press('button', 'Enregistrer');
  await expectVisible(page.getByText(/^Mandat n° \d+ inscrit au registre\.$/));
}

/** "Nouveau locataire" without a mouse: the unit chosen, steps 2 to 7, the list, and the tenant made. */
export async function makeTenantByKeys({ page, wizard, drafts, base }: Desk): Promise<void> {
  const keys = new Keys(page);
  const [mandant, name] = [aName(), aName()];
  await drafts.vacantUnit(mandant);
  await page.goto(`${base}/property/tenants/new`);
  const [search, more] = [
    page.getByRole('textbox', { name: 'Rechercher un lot' }),
    page.getByRole('button', { name: 'Ajouter des lots' }),
  ];
  await expectVisible(search.or(more).first());
  if (await more.isVisible()) await keys.press('button', 'Ajouter des lots');
  await keys.type({ 'Rechercher un lot': mandant });
  await keys.tick('checkbox', new RegExp(`^Choisir .*${mandant}`));
  await keys.press('button', 'Traiter la sélection');

  const next = async (title: string, step: string, label = 'Étape suivante'): Promise<void> => {
    expect([wizard.at, await violationsOf(page)]).toEqual([wizard.at, []]);
    await keys.press('button', label);
    await wizard.isAt(title, step);
  };
  await wizard.isAt('Le tiers locataire', 'Tiers locataire');
  await keys.tick('radio', 'Personne physique');
  await keys.type({ Nom: name, Prénom: 'Zoé' });
  await next('Le compte locataire et le type de bail', 'Compte, type de bail');
  await next('Le locataire : quittancement', 'Locataire');
  await keys.type({ 'Début du quittancement': typed(drafts.day(10)) });
  await keys.press('button', 'Ajouter une ligne permanente');
  await keys.type({ Libellé: 'Loyer', Nature: 'Loyer', 'Montant mensuel': '800' });
  await next('Le bail et la GLI', 'Bail et GLI');
  await keys.type({ 'Signé le': typed(drafts.day(-1)) });
  await next('Le dépôt de garantie et les garants', 'Dépôt de garantie');
  await keys.type({ 'Montant du dépôt': '800', 'Reversement au propriétaire': 'Con' });
  await next('Divers', 'Divers');
  await keys.type({ Assureur: 'Mutuelle', 'Échéance de l’assurance': typed(drafts.day(300)) });
  await keys.press('button', 'Étape suivante : retour à la liste des lots');

  await expectVisible(page.getByRole('row', { name: new RegExp(name, 'i') }));
  await keys.press('button', 'Valider les nouveaux locataires');
  await expectVisible(page.getByText('1 locataire créé.').first());
  await expectVisible(page.getByRole('link', { name: new RegExp(name, 'i') }).first());
}

/** "Nouveau lot" without a mouse: the mandate chosen, an existing building searched, five windows, and the unit made. */
export async function makeUnitByKeys({ page, wizard, drafts, base }: Desk): Promise<void> {
  const keys = new Keys(page);
  const mandant = aName();
  await drafts.vacantUnit(mandant);
  await page.goto(`${base}/property/units/new`);
  await keys.type({ 'Rechercher un mandat': mandant });
  await keys.press('button', new RegExp(`^Choisir : Mandat n° .*${mandant}`, 'i'));

  await wizard.isAt('L’immeuble', 'Immeuble');
  await keys.choose('Immeuble : nouveau ou existant ?', 'Immeuble existant');
  await keys.type({ 'Rechercher un immeuble': mandant });
  await expectVisible(page.getByRole('option', { name: new RegExp(mandant) }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await keys.press('button', 'Étape suivante');
  await wizard.isAt('Le lot', 'Lot');
  await keys.type({ 'N° RCP': mandant, 'N° PLAN': '27', Nature: 'App', Étage: '2' });
  for (const [title, step] of [
    ['Le lot : surfaces et équipements', 'Surfaces'],
    ['Le lot : loyer de référence', 'Loyer'],
    ['Le lot : diagnostics', 'Diagnostics'],
    ['Le lot : clés, documents et photos', 'Documents, photos'],
  ] as const) {
    expect([wizard.at, await violationsOf(page)]).toEqual([wizard.at, []]);
    await keys.press('button', 'Étape suivante');
    await wizard.isAt(title, step);
  }
  await keys.press('button', 'Enregistrer');
  await expectVisible(page.getByRole('heading', { level: 1, name: 'Lot créé' }));
}

/** Two people on one draft: each sees at once that the other came, and that they left. */
export async function meetOnOneDraft(
  { page, drafts, base }: Desk,
  colleague: Page,
  names: readonly [mine: string, theirs: string],
): Promise<void> {
  const id = await drafts.mandate(aName());
  const address = `${base}/property/drafts/${id}?step=mandate`;
  await page.goto(address);
  const other = (tab: Page, name: string) => tab.getByRole('status').filter({ hasText: `${name} travaille` });
  await expectVisible(page.getByRole('heading', { level: 2, name: 'Le mandat' }));
  await colleague.goto(address);
  await expectVisible(other(colleague, names[0]));
  await expectVisible(other(page, names[1]));
  await colleague.goto(`${base}/property`);
  await other(page, names[1]).waitFor({ state: 'hidden' });
  await drafts.remove(id);
}
