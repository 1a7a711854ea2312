import type { Locator } from 'playwright-core';
import { expectVisible } from '../../journey/expect-visible.js';
import type { CafScreens } from './screens.js';

const STATION = 'Poste comptabilité';

/** Manual, "Postes techniques": a station that is there is none of ours. */
export async function saveStation(screens: CafScreens): Promise<void> {
  const { page } = screens;
  await screens.open('caf/settings');
  const another = screens.button('Nouveau poste technique');
  const name = page.getByLabel('Nom du poste');
  await expectVisible(another.or(name).first());
  if (await another.isVisible()) await another.click();
  const form = page.locator('form').filter({ has: name }).last();
  await form.getByLabel('Nom du poste').fill(STATION);
  await form.getByLabel(/^Dossier d’émission/).fill('C:\\Neovacom\\CAF\\Emission');
  await form.getByLabel('Dossier de réception des bordereaux').fill('C:\\Neovacom\\CAF\\Reception');
  await screens.button('Enregistrer', form).click();
  await expectVisible(page.getByText('inscriptible', { exact: true }).last());
}

/** Manual, "Onglet CAF". */
export async function saveSettings(screens: CafScreens): Promise<void> {
  const { page } = screens;
  await screens.chooseEntity();
  const form = entityForm(screens);
  const texts = {
    'Raison sociale': 'Cabinet des Tilleuls',
    'Code établissement': '20041',
    'Code guichet': '01005',
    'Numéro de compte': '0500013M026',
    IBAN: 'FR14 2004 1010 0505 0001 3M02 606',
    SIRET: '12345678901234',
  };
  for (const [label, text] of Object.entries(texts)) await form.getByLabel(label, { exact: true }).fill(text);
  const caisses = [
    { scheme: 'CAF', code: '691', name: 'CAF du Rhône', bailleur: '54321' },
    { scheme: 'MSA', code: '769', name: 'MSA Ain-Rhône', bailleur: '' },
  ];
  const list = form.getByRole('group', { name: 'Organismes et codes bailleur' });
  for (const { scheme, code, name, bailleur } of caisses) {
    await screens.button('Ajouter', list).click();
    await list.getByLabel('Caisse').last().selectOption(scheme);
    await list.getByLabel('Organisme (3 chiffres)').last().fill(code);
    await list.getByLabel('Nom', { exact: true }).last().fill(name);
    await list
      .getByLabel(/^Code bailleur/)
      .last()
      .fill(bailleur);
  }
  const codes = form.getByRole('group', { name: 'Codes fiscalité pour calculer le loyer' });
  await screens.button('Ajouter', codes).click();
  await codes.getByLabel('À partir du').fill('2020-01-01');
  await codes.getByLabel('Meublé', { exact: true }).fill('LOYM');
  await codes.getByLabel('Non meublé').fill('LOY;LOYV');
  await form.getByLabel('Poste technique').selectOption({ label: STATION });
  await screens.button('Enregistrer', form).click();
  await expectVisible(form.getByText('Cette valeur n’est pas valable : vérifiez-la.'));
  await form.getByLabel('SIRET', { exact: true }).fill('732 829 320 00074');
  await save(screens, form);
  await expectVisible(page.getByText(/^Version \d+, enregistrée par Nathalie Roche/).first());
}

/** Manual, "Radiation à l’enregistrement du préavis". */
export async function sendNotices(screens: CafScreens): Promise<void> {
  await screens.open('caf/settings');
  await screens.chooseEntity();
  const form = entityForm(screens);
  await form.getByLabel('Radiation à l’enregistrement du préavis').check();
  await save(screens, form);
}

const entityForm = ({ page }: CafScreens): Locator =>
  page.locator('form').filter({ has: page.getByLabel('Raison sociale') });

async function save(screens: CafScreens, form: Locator): Promise<void> {
  await screens.button('Enregistrer', form).click();
  await expectVisible(screens.page.getByText('Paramètres enregistrés.'));
}
