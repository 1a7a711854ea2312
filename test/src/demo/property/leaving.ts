import type { Page } from 'playwright-core';
import { expectVisible } from '../../journey/expect-visible.js';
import { fillReplacement, recordSharerGone } from '../../journey/sharers.js';
import { WizardPage } from '../../journey/wizard-page.js';
import type { Album } from './album.js';
import type { Scene } from './scene.js';

interface TenantRow {
  tenantName: string;
  lease: {
    id: string;
    notices: unknown[];
    sharers: { id: string; partyId: string; leftOn: string }[];
    leftOn: string;
    effectOn: string;
    revision?: { index: string; nextOn: string; frozen: boolean };
  };
}

interface Stage {
  page: Page;
  base: string;
  album: Album;
  scene: Scene;
  /** YYYY-MM-DD, of the platform. */
  today: string;
  say: (text: string) => void;
}

/** What happens to tenants who are there: notice and its withdrawal, departures, the yearly revision of a rent. */
export async function liveLeaving(stage: Stage): Promise<void> {
  // Nobody leaves before entering: the leases that were just made begin next month.
  const quiet = (await tenants(stage)).filter(
    ({ lease }) => lease.notices.length === 0 && !lease.leftOn && lease.effectOn <= stage.today,
  );
  const alone = quiet.filter(({ lease }) => lease.sharers.length === 0);
  const [leaver, second, third] = alone.filter(({ lease }) => !isDue(lease, stage.today));
  const due = alone.find(({ lease }) => isDue(lease, stage.today));
  if (!leaver || !second || !third || !due) throw new Error('the agency has too few tenants for that');
  await giveNotice(stage, leaver);
  await depart(stage, leaver);
  await departTogether(stage, [second, third]);
  await revise(stage, due);
  const shared = quiet.find(({ lease }) => lease.sharers.filter(({ leftOn }) => leftOn === '').length > 1);
  if (!shared) throw new Error('the agency has no flat-share whose sharers are there');
  await replaceSharer(stage, shared);
}

const isDue = ({ revision }: TenantRow['lease'], today: string): boolean =>
  revision?.index === 'IRL' && !revision.frozen && revision.nextOn !== '' && revision.nextOn <= today;

async function tenants({ page, base }: Stage): Promise<TenantRow[]> {
  const answer = await page.request.get(`${base}/api/property/tenants?presentOnly=true&limit=100`);
  const { leases } = (await answer.json()) as { leases: TenantRow[] };
  return leases;
}

async function openTenant({ page, base }: Stage, { lease, tenantName }: TenantRow): Promise<void> {
  await page.goto(`${base}/property/tenants/${lease.id}`);
  await expectVisible(page.getByRole('heading', { level: 1, name: tenantName }));
}

/** Given, withdrawn, and given again. */
async function giveNotice(stage: Stage, tenant: TenantRow): Promise<void> {
  const { page, scene, album, say } = stage;
  await openTenant(stage, tenant);
  await album.keep('Fiche locataire');
  await fillNotice(stage);
  await album.keep('Préavis');
  await page.getByRole('button', { name: 'Enregistrer le préavis' }).click();
  const told = page.getByText(`préavis reçu le ${scene.day(-1)}, départ le ${scene.day(89)}`);
  await expectVisible(told);
  say(`préavis de ${tenant.tenantName} : départ le ${scene.day(89)}`);
  await page.getByRole('button', { name: 'Annuler le préavis' }).click();
  await album.keep('Préavis à annuler');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler le préavis' }).click();
  await told.waitFor({ state: 'detached' });
  say('préavis annulé : le locataire reste en place');
  await fillNotice(stage);
  await page.getByRole('button', { name: 'Enregistrer le préavis' }).click();
  await expectVisible(told);
}

async function fillNotice({ page, base, scene }: Stage): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer un préavis' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enregistrer un préavis' });
  await new WizardPage(page, base).type(
    {
      Motif: ['Congé donné par le locataire'],
      'Reçu le': scene.day(-1),
      'Fin du préavis (départ) le': scene.day(89),
      'Nouvelle adresse': '3 place du Marché',
      'Code postal': '38200',
      Ville: 'Vienne',
    },
    dialog,
  );
}

async function depart(stage: Stage, tenant: TenantRow): Promise<void> {
  const { page, base, scene, album, say } = stage;
  await page.getByRole('button', { name: 'Constater le départ' }).click();
  const dialog = page.getByRole('dialog', { name: 'Constater le départ' });
  await new WizardPage(page, base).type({ 'Parti le': scene.day(0), 'Dernier mois réglé': true }, dialog);
  await album.keep('Départ');
  await dialog.getByRole('button', { name: 'Constater le départ' }).click();
  await expectVisible(page.getByText(`parti le ${scene.day(0)}`).first());
  await album.keep('Locataire parti');
  say(`départ de ${tenant.tenantName}, avec la nouvelle adresse de son préavis`);
}

async function departTogether(stage: Stage, leaving: readonly TenantRow[]): Promise<void> {
  const { page, base, scene, album, say } = stage;
  await page.goto(`${base}/property/tenants`);
  for (const { lease, tenantName } of leaving) {
    const link = page.locator(`a[href$="/tenants/${lease.id}"]`);
    await page.getByRole('textbox', { name: 'Rechercher' }).fill(tenantName);
    await expectVisible(link);
    await page.getByRole('row').filter({ has: link }).getByRole('checkbox').check();
  }
  await page.getByRole('textbox', { name: 'Rechercher' }).fill('');
  await page.getByRole('button', { name: `Départ de ${String(leaving.length)} locataires` }).click();
  const dialog = page.getByRole('dialog');
  await new WizardPage(page, base).type(
    { 'Parti le': scene.day(0), Motif: ['Congé donné par le locataire'] },
    dialog,
  );
  await album.keep('Départs');
  await dialog.getByRole('button', { name: 'Constater le départ' }).click();
  await expectVisible(page.getByText(`${String(leaving.length)} départs constatés.`));
  await album.keep('Locataires');
  say(`départs de ${leaving.map(({ tenantName }) => tenantName).join(' et ')}, ensemble`);
}

async function revise(stage: Stage, tenant: TenantRow): Promise<void> {
  const { page, album, say } = stage;
  await openTenant(stage, tenant);
  await page.getByRole('button', { name: 'Réviser le loyer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Réviser le loyer' });
  const sum = dialog.getByText(/ × .* ÷ /);
  await expectVisible(sum);
  await album.keep('Révision');
  say(`révision de ${tenant.tenantName} : ${await sum.innerText()}`);
  await dialog.getByRole('button', { name: 'Appliquer le nouveau loyer' }).click();
  await expectVisible(page.getByRole('list', { name: 'Révisions du loyer' }));
  await album.keep('Loyer révisé');
}

/** One sharer leaves, another takes the place: guarantor and share follow. */
async function replaceSharer(stage: Stage, tenant: TenantRow): Promise<void> {
  const { page, base, scene, album, say } = stage;
  const answer = await page.request.get(`${base}/api/property/tenants/${tenant.lease.id}`);
  const { tenant: file } = (await answer.json()) as {
    tenant: { sharerParties: { id: string; name: string }[] };
  };
  const [leaver] = tenant.lease.sharers.filter(({ leftOn }) => leftOn === '');
  const name = file.sharerParties.find(({ id }) => id === leaver?.partyId)?.name ?? '';
  await openTenant(stage, tenant);
  await recordSharerGone(page, base, name, scene.day(0));
  say(`colocation de ${tenant.tenantName} : ${name} part`);
  const dialog = await fillReplacement(page, base, {
    lastName: scene.guarantor,
    firstName: 'Noé',
    on: scene.day(15),
  });
  await album.keep('Colocataire qui entre');
  await dialog.getByRole('button', { name: 'Enregistrer l’entrée' }).click();
  await expectVisible(page.getByText(`remplace ${name}`));
  await album.keep('Colocataire remplacé');
  say(`Noé ${scene.guarantor} entre à sa place le ${scene.day(15)}`);
}
