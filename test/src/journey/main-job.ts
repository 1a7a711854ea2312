import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RunningPlatform } from '../platform/platform.js';
import { PlatformClock } from './clock.js';
import { ContractorPage } from './contractor.js';
import { ManagerPage } from './manager.js';
import { prepareMaterial, type Material } from './material.js';
import { nextFullHour, parisForm } from './paris.js';
import { Sent } from './sent.js';

/** Who the main job writes to. */
const CAST = {
  contractor: {
    name: 'Plomberie Bérard',
    mails: 'contact@plomberie-berard.example',
    mobiles: '06 39 98 10 11',
  },
  contact: { name: 'Marc Lefèvre', mails: '', mobiles: '06 39 98 20 22' },
  notified: { name: 'Hélène Garnier', mails: 'helene.garnier@courriel.example', mobiles: '' },
};
const VISIT_MINUTES = 60;
const LATE_MINUTES = 30;
const CONTRACTOR_MOBILE = '+33639981011';

export interface JobResult {
  number: number;
  ticketId: string;
  pdf: string;
  zip: string;
}

export interface JobOptions {
  platform: RunningPlatform;
  dataDir: string;
  browser: Browser;
  /** Where the PDF and the ZIP go. */
  folder: string;
  /** Told when each step was really seen. */
  onStep: (name: string) => Promise<void> | void;
}

/** One work order, from the sign-in to the archive, on real parts. Throws at the first step that is not seen. */
export async function liveMainJob(options: JobOptions): Promise<JobResult> {
  const job = await MainJob.prepare(options);
  try {
    return await job.run();
  } finally {
    await job.close();
  }
}

class MainJob {
  readonly #seenMails = new Set<string>();
  readonly #seenTexts = new Set<string>();
  #number = 0;

  private constructor(
    private readonly options: JobOptions,
    private readonly clock: PlatformClock,
    private readonly sent: Sent,
    private readonly material: Material,
    private readonly manager: ManagerPage,
    private readonly phone: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async prepare(options: JobOptions): Promise<MainJob> {
    const { platform, browser, dataDir } = options;
    const desk = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      acceptDownloads: true,
    });
    const phone = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
    });
    const clock = await PlatformClock.of(platform);
    const close = async (): Promise<void> => {
      await clock.close();
      await desk.close();
      await phone.close();
    };
    return new MainJob(
      options,
      clock,
      new Sent(platform.mail, platform.sms, dataDir),
      await prepareMaterial(browser),
      new ManagerPage(await desk.newPage(), platform.gateway),
      await phone.newPage(),
      close,
    );
  }

  async run(): Promise<JobResult> {
    const { onStep } = this.options;
    await this.manager.signIn();
    await onStep('Claire Moreau se connecte');
    const { id } = await this.#openTicket();
    await onStep(`le ticket ${this.#number} est créé, avec deux photos`);
    const contractor = new ContractorPage(this.phone, await this.#contractorLink());
    await onStep("l'intervenant reçoit l'e-mail et le SMS");
    const visit = await this.#accept(contractor);
    await onStep("l'intervenant accepte ; le gestionnaire le voit, le notifié est prévenu");
    await this.#answerPresence(contractor, visit);
    await onStep("la présence est demandée ; l'intervenant annonce 30 minutes de retard");
    await this.#complete(contractor, visit);
    await onStep("la fin d'intervention est demandée ; l'intervenant envoie ses preuves et sa facture");
    await this.manager.closeTicket();
    await onStep('le gestionnaire ferme le ticket');
    const files = await this.#download();
    await onStep('le résumé et les documents sont téléchargés');
    return { number: this.#number, ticketId: id, ...files };
  }

  async #openTicket(): Promise<{ id: string }> {
    await this.manager.startTicket();
    await this.manager.choosePlace('appartement');
    await this.manager.describe('Fuite sous évier', 'Le siphon de la cuisine goutte depuis ce matin.');
    await this.manager.addContractor(CAST.contractor);
    await this.manager.addPerson('Personnes à contacter', CAST.contact);
    await this.manager.addPerson('Personnes à notifier', CAST.notified);
    await this.manager.attach(this.material.before);
    const { number, id } = await this.manager.createTicket();
    this.#number = number;
    await this.manager.seesStatus('Demande d’intervention envoyée');
    return { id };
  }

  async #contractorLink(): Promise<string> {
    const mail = await this.#mailTo(CAST.contractor.mails);
    await this.#smsTo(CONTRACTOR_MOBILE);
    await this.#mailTo(CAST.notified.mails);
    const link = /https?:\/\/\S+\/i\/[\w-]+/.exec(mail.text)?.[0];
    if (!link) throw new Error(`no link in the mail « ${mail.subject} »`);
    return link;
  }

  /** The visit is soon: a session outlives the whole job. */
  async #accept(contractor: ContractorPage): Promise<Date> {
    const visit = nextFullHour(this.clock.now(), 2);
    const { day, time } = parisForm(visit);
    await contractor.accept(day, time, VISIT_MINUTES);
    await this.manager.seesStatus('Intervention acceptée');
    await this.#mailTo(CAST.notified.mails);
    return visit;
  }

  async #answerPresence(contractor: ContractorPage, visit: Date): Promise<void> {
    await this.clock.moveTo(minutesAfter(visit, -29));
    await this.manager.seesStatus('Présence demandée');
    await this.#mailTo(CAST.contractor.mails);
    await this.#smsTo(CONTRACTOR_MOBILE);
    await contractor.willBeLate(LATE_MINUTES);
    await this.manager.seesStatus('En retard');
  }

  async #complete(contractor: ContractorPage, visit: Date): Promise<void> {
    await this.clock.moveTo(minutesAfter(visit, VISIT_MINUTES + LATE_MINUTES + 11));
    await this.manager.seesStatus('Attente de fin d’intervention');
    await this.#mailTo(CAST.contractor.mails);
    await contractor.complete(this.material.after, this.material.invoice, '163,35');
    await this.manager.seesStatus('Facture reçue');
    await this.#mailTo(CAST.notified.mails);
  }

  async #download(): Promise<{ pdf: string; zip: string }> {
    const pdf = join(this.options.folder, `ticket-${this.#number}.pdf`);
    const zip = join(this.options.folder, `ticket-${this.#number}.zip`);
    await this.manager.download('Télécharger le résumé (PDF)', pdf);
    await this.manager.download('Télécharger les documents (ZIP)', zip);
    await expectMagic(pdf, '%PDF-');
    await expectMagic(zip, 'PK');
    return { pdf, zip };
  }

  async #mailTo(address: string): ReturnType<Sent['waitForMail']> {
    const mail = await this.sent.waitForMail(address, this.#number, this.#seenMails);
    this.#seenMails.add(mail.id);
    return mail;
  }

  async #smsTo(receiver: string): Promise<void> {
    const sms = await this.sent.waitForSms(receiver, this.#number, this.#seenTexts);
    this.#seenTexts.add(sms.tag);
  }
}

const minutesAfter = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

async function expectMagic(path: string, magic: string): Promise<void> {
  const content = await readFile(path);
  if (!content.subarray(0, magic.length).equals(Buffer.from(magic)))
    throw new Error(`${path} is not what it says`);
}
