import { SystemClock } from '@intervia/clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { ClientPage } from '../journey/client.js';
import { prepareMaterial } from '../journey/material.js';
import { ApiClient, DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const clock = new SystemClock();

const MINUTES = 60_000;
const CO_OWNER = 'coproprietaire@tilleuls.example';
const TENANT = 'locataire@tilleuls.example';
const SECRET = 'Le voisin du dessus est en cause.';

interface Ticket {
  number: number;
  subject: string;
  place: { unitId: string };
  requester: { partyId: string; name: string };
  missions: { id: string }[];
  documents: { ref: { name: string } }[];
}

const CONTRACTOR = {
  name: 'Plomberie Bérard',
  mails: 'contact@plomberie-berard.example',
  channels: { mail: true, sms: false },
};

describe('a co-owner on a phone', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let claire: ApiClient;
  let coOwner: ClientPage;
  let photo: Awaited<ReturnType<typeof prepareMaterial>>['before'][number];

  beforeAll(async () => {
    browser = await openBrowser();
    platform = await OwnPlatform.start();
    const { gateway } = platform.run;
    claire = await ApiClient.signIn(gateway);
    const administrator = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
    const nathalie = await ApiClient.signIn(gateway, administrator);
    const { defaultAttachments: _, ...shown } =
      await nathalie.get<Record<string, unknown>>('/api/settings/syndic');
    await nathalie.send('PUT', '/api/settings/syndic', { ...shown, shownToClients: true });
    const phone = { locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 390, height: 844 } };
    const context = await browser.newContext({ ...phone, isMobile: true, hasTouch: true });
    coOwner = new ClientPage(await context.newPage(), gateway);
    const material = await prepareMaterial(browser);
    photo = material.before[0] as typeof photo;
  }, 5 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  it(
    'asks with a photo, over a network that loses the answer, and sees what comes of it',
    async () => {
      await coOwner.signIn(CO_OWNER);
      await coOwner.write('Infiltration au plafond', 'Une tache grandit.', photo);
      await coOwner.sees('Prendre une photo');
      await losingTheFirstAnswer();
      await coOwner.send();
      const id = await coOwner.isSent();
      await coOwner.sees('En attente de validation');
      const asked = await claire.get<Ticket>(`/api/tickets/${id}`);
      expect(asked.documents.map(({ ref }) => ref.name)).toEqual([photo.name]);
      expect(await requestsOf(asked.subject)).toBe(1);

      await validate(id, asked);
      await coOwner.sees('Votre agence a pris la demande en charge.');
      await coOwner.follow();
      await coOwner.sees('Demande validée par l’agence');

      await claire.post(`/api/tickets/${id}/notes`, { html: `<p>${SECRET}</p>` });
      const { missions } = await claire.get<Ticket>(`/api/tickets/${id}`);
      const start = new Date(clock.now().getTime() + 48 * 60 * MINUTES).toISOString();
      await claire.post(`/api/tickets/${id}/missions/${missions[0]?.id}/acceptance`, {
        appointment: { start, durationMinutes: 90 },
      });
      // Nobody reloads, and nothing polls: the page is woken.
      await coOwner.sees('Intervention prévue');
      const page = await coOwner.page.textContent('body');
      for (const hidden of [SECRET, CONTRACTOR.name]) expect(page).not.toContain(hidden);
    },
    3 * MINUTES,
  );

  it('is told why a request was cancelled', async () => {
    await coOwner.write('Ampoule du palier', 'Elle clignote.', photo);
    await coOwner.send();
    const id = await coOwner.isSent();
    await claire.post(`/api/tickets/${id}/cancellation`, { reason: 'Remplacée ce matin.' });
    await coOwner.sees('Annulée');
    expect(await coOwner.page.textContent('main')).toContain('Remplacée ce matin.');
  });

  it('finds its requests again: waiting, cancelled and why, validated with its follow-up', async () => {
    await coOwner.write('Porte du local', 'Elle ne ferme plus.', photo);
    await coOwner.send();
    const id = await coOwner.isSent();
    await coOwner.opensRequests();
    await coOwner.sees('En attente de validation');
    await coOwner.sees('Motif : Remplacée ce matin.');
    // On the list too, nobody reloads.
    await claire.post(`/api/tickets/${id}/cancellation`, { reason: 'Porte changée hier.' });
    await coOwner.sees('Motif : Porte changée hier.');
    await coOwner.opensRequest('Infiltration au plafond');
    await coOwner.sees('Demande validée par l’agence');
  });

  it('is shown to no other client', async () => {
    const { page } = coOwner;
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const tenant = new ClientPage(await context.newPage(), platform.run.gateway);
    await tenant.signIn(TENANT);
    await tenant.opensRequests();
    await tenant.sees('Aucune demande');
    await context.close();
    await coOwner.opensRequests();
    expect(await page.getByRole('listitem').count()).toBe(3);
  });

  it('is nobody for the agency’s screens, nor the agency for these', async () => {
    const { page } = coOwner;
    await page.goto(`${platform.run.gateway}/`);
    await page.getByLabel('Adresse e-mail').fill(CO_OWNER);
    await page.getByLabel('Mot de passe', { exact: true }).fill(DEMO_LOGIN.password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await coOwner.sees('Adresse e-mail ou mot de passe incorrect.');
    const names = (await page.context().cookies()).map(({ name }) => name);
    // The browser's own mark opens nothing: it only counts wrong passwords apart.
    expect(names.toSorted()).toEqual(['intervia_client', 'intervia_device']);
  });

  /** The request arrives; its answer does not. */
  async function losingTheFirstAnswer(): Promise<void> {
    await coOwner.page.route(
      '**/api/client/requests',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
  }

  async function requestsOf(subject: string): Promise<number> {
    const query = `module=SYNDIC&types=PRE_TICKET&search=${encodeURIComponent(subject)}`;
    const { tickets } = await claire.get<{ tickets: { subject: string }[] }>(`/api/tickets?${query}`);
    return tickets.filter((ticket) => ticket.subject === subject).length;
  }

  function validate(id: string, { subject, place, requester }: Ticket): Promise<unknown> {
    return claire.post(`/api/tickets/${id}/validation`, {
      module: 'SYNDIC',
      subject,
      description: 'Infiltration à chercher.',
      place: { unitId: place.unitId },
      source: 'EXTRANET',
      requester: { partyId: requester.partyId, name: requester.name, mails: '', comment: '' },
      contractors: [CONTRACTOR],
    });
  }
});
