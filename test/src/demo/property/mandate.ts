import { expectVisible } from '../../journey/expect-visible.js';
import type { Upload } from '../../journey/material.js';
import type { WizardPage } from '../../journey/wizard-page.js';
import type { Scene } from './scene.js';

export const ENTITY = 'Cabinet des Tilleuls, gérance';
const OWNER_IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const JOINT_IBAN = 'FR14 2004 1010 0505 0001 3M02 606';

const IDENTITY_CARD: Upload = {
  name: 'pièce d’identité.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('Copie de la pièce d’identité du mandant (fiction).\n'),
};

/** Manual, "Étape 1 – Propriétaire". */
export async function typeOwner(wizard: WizardPage, { owner, street }: Scene): Promise<void> {
  await wizard.isAt('Le propriétaire', 'Propriétaire');
  await wizard.pick('Personne physique');
  await wizard.type({
    Genre: ['Mme'],
    Nom: owner.name,
    Prénom: owner.firstName,
    'Né(e) le': '12/03/1968',
    'Né(e) à': 'Villefranche-sur-Saône',
    Adresse: street,
    'Code postal': '69006',
    Ville: 'Lyon',
    'Portables (GSM)': '06 39 98 41 07',
    'E-mails': 'mandante@courriel.example',
    'Moyen de contact préféré': ['E-mail'],
  });
  await wizard.attach('Documents du tiers', IDENTITY_CARD);
}

/** Manual, "Étape 2 – Compte propriétaire": with one joint owner. */
export async function typeOwnerAccount(wizard: WizardPage, { jointOwner }: Scene): Promise<void> {
  await wizard.isAt('Le compte propriétaire', 'Compte propriétaire');
  await wizard.type({
    'Entité comptable': [ENTITY],
    Gestionnaire: ['Claire Moreau'],
    Comptable: ['Marc Fournier'],
    IBAN: OWNER_IBAN,
    'Réglé par': ['Virement'],
    'Relevé de compte': ['Trimestriel'],
  });
  const joint = await wizard.addRow('Indivisaires', 'Ajouter un indivisaire');
  await wizard.type(
    {
      Part: '40',
      IBAN: JOINT_IBAN,
      Genre: ['M.'],
      Nom: jointOwner.name,
      Prénom: jointOwner.firstName,
      Adresse: '14 rue du Repos',
      'Code postal': '69007',
      Ville: 'Lyon',
      'E-mails': 'indivisaire@courriel.example',
    },
    joint,
  );
  await wizard.type({ 'Part du propriétaire': '60' });
}

/** Manual, "Étape 3 – Mandat". */
export async function typeMandate(wizard: WizardPage, { month, day }: Scene): Promise<void> {
  await wizard.isAt('Le mandat', 'Mandat');
  await wizard.type({
    'Carte professionnelle': ['CPI 6901 2016 000 012 345 · CCI Lyon Métropole'],
    'Signé le': day(-7),
    'Prend effet le': month(1),
    Durée: '36',
    Préavis: '3',
    'Tacite reconduction': true,
    'Nature du mandat': 'Gestion locative',
    'Pouvoirs donnés': 'Louer, encaisser les loyers, faire exécuter les travaux, donner congé.',
    'Pouvoir exprès de recevoir des fonds': true,
    'Honoraires de gestion': '6,5',
    'TVA sur honoraires': '20',
    'Honoraires de location': '450',
    'Reddition des comptes': ['Trimestriel'],
    'Plafond de dépenses sans accord': '300',
    'Compte analytique provisions': '47PROV',
  });
}

export interface NewUnit {
  plan: string;
  kind: 'Appartement' | 'Local commercial';
  surface: string;
  rent: string;
  charges: string;
}

/** Manual, "Étape 4": the building, which the second unit shares, and three windows of the unit. */
export async function addNewUnit(
  wizard: WizardPage,
  { building, street, rcp }: Scene,
  unit: NewUnit,
  sameBuilding: boolean,
): Promise<void> {
  const { page } = wizard;
  await wizard.isAt('Immeuble et lot(s)', 'Immeuble, lot(s)');
  await page.getByRole('button', { name: 'Ajouter un lot' }).click();
  await page.getByRole('menuitem', { name: /^Lot en gérance/ }).click();
  await wizard.isAt('L’immeuble', 'Immeuble, lot(s)');
  if (sameBuilding) await wizard.pick('Le même qu’un autre lot de ce mandat');
  else
    await wizard.type({
      'Nom de l’immeuble': building,
      Adresse: street,
      'Code postal': '69006',
      Ville: 'Lyon',
      'Année de construction': '1974',
      Étages: '5',
      Ascenseur: true,
      Chauffage: ['Collectif'],
      Énergie: ['Gaz'],
      Syndic: 'Régie du Confluent',
      Digicode: '41B7',
    });
  await wizard.next();
  await wizard.isAt('Le lot', 'Immeuble, lot(s)');
  await typeUnit(wizard, rcp, unit);
  await typeSurfaces(wizard, unit);
  await wizard.next();
  await wizard.isAt('Le lot : loyer et diagnostics', 'Immeuble, lot(s)');
  await typeRent(wizard, unit);
  await typeDiagnostics(wizard);
  await wizard.next();
  await wizard.isAt('Le lot : clés, documents et photos', 'Immeuble, lot(s)');
  await wizard.type({ 'Numéros de clés': `${unit.plan}A, ${unit.plan}B` });
  await wizard.next('Valider et retourner à la liste des lots');
  await wizard.isAt('Immeuble et lot(s)', 'Immeuble, lot(s)');
}

export async function typeUnit(wizard: WizardPage, rcp: string, unit: NewUnit): Promise<void> {
  await wizard.type({
    'N° RCP': rcp,
    'N° PLAN': unit.plan,
    Nature: [unit.kind],
    Étage: '2',
    Porte: 'gauche',
  });
}

export async function typeSurfaces(wizard: WizardPage, { surface, kind }: NewUnit): Promise<void> {
  await wizard.type({ 'Surface habitable': surface, ...(kind === 'Appartement' ? { Pièces: '3' } : {}) });
}

export async function typeRent(wizard: WizardPage, { rent, charges }: NewUnit): Promise<void> {
  for (const amount of [rent, charges]) {
    const row = await wizard.addRow('Loyer et charges de référence', 'Ajouter une ligne');
    await wizard.type({ 'Montant mensuel': amount }, row);
  }
}

export async function typeDiagnostics(wizard: WizardPage): Promise<void> {
  await wizard.type({ 'DPE établi le': '14/05/2024', 'Classe énergie': ['C'], 'Classe GES': ['C'] });
}

/** @returns how it is called in the list of units */
export async function addSyndicUnit(wizard: WizardPage): Promise<string> {
  const { page } = wizard;
  await page.getByRole('button', { name: 'Ajouter un lot' }).click();
  await page.getByRole('menuitem', { name: /^Lot en syndic/ }).click();
  const choose = page.getByRole('dialog').getByRole('button', { name: /^Choisir / });
  await expectVisible(choose.first());
  const name = (await choose.first().getAttribute('aria-label')) ?? '';
  await choose.first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectVisible(page.getByText('Lot en syndic : repris tel quel, non modifiable ici.'));
  return name.replace(/^Choisir /, '');
}
