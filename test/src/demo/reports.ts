import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { expectVisible } from '../journey/expect-visible.js';
import { ClientPage } from '../journey/client.js';
import { ManagerPage } from '../journey/manager.js';
import { DEMO_LOGIN } from '../platform/api-client.js';
import { ROOT } from '../platform/platform.js';
import type { RunningPlatform } from '../platform/platform.js';

const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
const VERIFY = join(ROOT, 'deploy/verify/verify.mjs');
const BUILDING = 'Résidence Les Tilleuls';
const STATISTICS = [
  ...['Sources des tickets', 'Types de tickets', 'Nombre de tickets par mois'],
  ...['Nombre de tickets par gestionnaire', 'Nombre de tickets par activité (intervenants)'],
];

export interface ReportsLife {
  platform: RunningPlatform;
  browser: Browser;
  /** Where pictures and files go. */
  folder: string;
  /** Told when each step was really seen. */
  say: (text: string) => void;
}

/**
 * Statistics and dashboard in the browser, the tickets behind a figure, the workbook; an archive verified, then altered.
 * @returns the files that were made
 * @throws where something is not seen
 */
export async function liveReports(life: ReportsLife): Promise<string[]> {
  await mkdir(life.folder, { recursive: true });
  const context = await life.browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  try {
    return await new ReportsDay(life, await context.newPage()).live();
  } finally {
    await context.close();
  }
}

class ReportsDay {
  private readonly paths: string[] = [];

  constructor(
    private readonly life: ReportsLife,
    private readonly page: Page,
  ) {}

  async live(): Promise<string[]> {
    await this.page.setViewportSize({ width: 1280, height: 900 });
    await new ManagerPage(this.page, this.life.platform.gateway).signIn(ADMINISTRATOR);
    await this.statistics();
    await this.dashboard();
    await this.proof();
    await this.documents();
    await this.given();
    return this.paths;
  }

  private readonly open = (path: string) => this.page.goto(`${this.life.platform.gateway}${path}`);

  private async picture(name: string): Promise<void> {
    const path = join(this.life.folder, `${name}.png`);
    await this.page.screenshot({ path, fullPage: true });
    this.paths.push(path);
  }

  private async statistics(): Promise<void> {
    await this.open('/tickets/syndic');
    await this.page.getByRole('link', { name: 'Statistiques et tableau de bord' }).click();
    for (const title of STATISTICS) {
      const part = this.page.getByRole('region', { name: title, exact: true }).first();
      await expectVisible(part);
      await expectVisible(part.locator('svg path').first());
      await expectVisible(part.getByRole('table').first());
    }
    await this.picture('statistiques');
    await this.page.getByText('Barres', { exact: true }).click();
    await expectVisible(this.page.locator('svg .recharts-bar-rectangle').first());
    await this.picture('statistiques-barres');
    this.life.say('cinq statistiques : camemberts puis barres, chacune avec son tableau');
  }

  private async dashboard(): Promise<void> {
    await this.page.getByRole('link', { name: 'Tableau de bord' }).click();
    await expectVisible(this.page.getByRole('region', { name: 'Délais' }).first());
    await expectVisible(this.page.getByText(/comparées à la période du/).first());
    await this.picture('tableau-de-bord');
    await this.page.getByLabel('Urgence').selectOption({ label: 'Urgents' });
    await this.page.waitForURL(/urgents=oui/);
    this.life.say('tableau de bord, comparé à la période d’avant, puis les seuls tickets urgents');
    await this.page.getByRole('button', { name: 'Tout mesurer' }).click();
    await this.page.waitForURL((url) => !url.search.includes('urgents'));
    const table = await this.download('Exporter en XLSX (Excel)');
    if (!(await readFile(table)).subarray(0, 2).equals(Buffer.from('PK')))
      throw new Error(`${table} is no workbook`);
    await this.page.getByRole('link', { name: /^Tickets clos, .* : voir les tickets$/ }).click();
    await this.page.waitForURL(/voir=clos/);
    await expectVisible(this.page.getByRole('table').first());
    await this.picture('tickets-derriere-un-chiffre');
    this.life.say('classeur XLSX, et les tickets derrière un chiffre, critères dans l’adresse');
  }

  /** The archive of the ticket that stands first among the closed ones. */
  private async proof(): Promise<void> {
    await this.page.getByRole('table').getByRole('link').first().click();
    const button = this.page.getByText('Télécharger les documents (ZIP)');
    await expectVisible(button);
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    const archive = await this.keep(download);
    await this.verified(archive, 0);
    const bytes = await readFile(archive);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    const altered = join(this.life.folder, 'archive-alteree.zip');
    await writeFile(altered, bytes);
    this.paths.push(altered);
    this.life.say(`archive vérifiée hors ligne, puis refusée : ${await this.verified(altered, 1)}`);
  }

  /** Manual, "Rapport": three documents on the first building, made by jobs while one looks on. */
  private async documents(): Promise<void> {
    for (const kind of ['Rapport par période', 'Carnet d’entretien', 'Dossier d’assemblée générale']) {
      await this.open('/tickets/syndic/reports/new');
      await this.page.getByLabel(kind).check();
      const place = this.page.getByRole('combobox', { name: /Immeuble ou lot|Copropriété/ });
      await place.fill(BUILDING);
      await this.page
        .getByRole('option', { name: new RegExp(`^${BUILDING} ·`) })
        .first()
        .click();
      await this.page.getByRole('button', { name: '12 mois' }).click();
      await this.page.getByRole('button', { name: 'Établir le rapport' }).click();
      const line = this.page.getByRole('listitem', { name: `${kind}, ${BUILDING}` }).first();
      await expectVisible(line.getByRole('link', { name: /^PDF/ }));
      const href = (await line.getByRole('link', { name: /^PDF/ }).getAttribute('href')) ?? '';
      const pdf = await this.page.request.get(`${this.life.platform.gateway}${href}`);
      const path = join(this.life.folder, `${kind.split(' ')[0]?.toLowerCase() ?? 'document'}.pdf`);
      await writeFile(path, await pdf.body());
      if (!(await readFile(path)).subarray(0, 5).equals(Buffer.from('%PDF-')))
        throw new Error(`${path} is no PDF`);
      this.paths.push(path);
      this.life.say(`${kind} : établi par un travail de fond, avancement suivi en direct`);
    }
    await this.picture('rapports');
  }

  /** The council sees what is given to it, on its own extranet. */
  private async given(): Promise<void> {
    const line = this.page.getByRole('listitem', { name: `Rapport par période, ${BUILDING}` }).first();
    await line.getByRole('combobox').selectOption({ label: 'Visible par : le conseil syndical' });
    const context = await this.life.browser.newContext({
      ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 390, height: 844 } },
    });
    try {
      const page = await context.newPage();
      await new ClientPage(page, this.life.platform.gateway).signIn('coproprietaire@tilleuls.example');
      await page.goto(`${this.life.platform.gateway}/client/reports`);
      await expectVisible(page.getByRole('link', { name: /Rapport par période/ }).first());
      const path = join(this.life.folder, 'rapports-extranet.png');
      await page.screenshot({ path, fullPage: true });
      this.paths.push(path);
    } finally {
      await context.close();
    }
    this.life.say('rapport donné au conseil syndical, vu par sa présidente sur son extranet');
  }

  /** @returns what the program says last */
  private async verified(archive: string, wanted: number): Promise<string> {
    const { status, stdout } = spawnSync(process.execPath, [VERIFY, archive], { encoding: 'utf8' });
    if (status !== wanted) throw new Error(`verify ended with ${status}: ${stdout}`);
    return stdout.trim().split('\n').at(-1)?.trim() ?? '';
  }

  private async download(item: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Exporter les chiffres' }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: item }).click(),
    ]);
    return this.keep(download);
  }

  private async keep(download: Download): Promise<string> {
    const path = join(this.life.folder, download.suggestedFilename());
    await download.saveAs(path);
    this.paths.push(path);
    return path;
  }
}
