import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { expectVisible } from '../journey/expect-visible.js';
import { Sent } from '../journey/sent.js';
import { ApiClient, DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
const CHOSEN = 'un toit, deux chats, trois clefs';

/** The browser's own double of a security key (CDP, WebAuthn domain): it signs as a real one does. */
async function giveSecurityKey(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe('somebody and her account', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let base: string;
  let sent: Sent;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
    const { gateway, mail, sms } = platform.run;
    // Passkeys belong to a name: an address of numbers is none.
    base = `http://localhost:${new URL(gateway).port}`;
    sent = new Sent(mail, sms, platform.dataDir);
    context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    page = await context.newPage();
  }, 3 * MINUTES);

  afterAll(async () => {
    await browser?.close();
    await platform?.stop();
  }, MINUTES);

  const type = async (mail: string, password: string) => {
    await page.goto(base);
    await page.getByLabel('Adresse e-mail').fill(mail);
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  };
  const signOut = async () => {
    await page.getByRole('button', { name: 'Nathalie Roche' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await expectVisible(page.getByRole('button', { name: 'Se connecter' }));
  };
  const isIn = () => expectVisible(page.getByRole('button', { name: 'Nathalie Roche' }));

  it(
    'finds back in by mail when she forgot her password, and not a second time by the same mail',
    async () => {
      await page.goto(base);
      await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
      await page.getByLabel('Adresse e-mail').fill(ADMINISTRATOR.mail);
      await page.getByRole('button', { name: 'Recevoir le lien' }).click();
      await expectVisible(page.getByText('un e-mail vient de partir'));
      const mail = await eventually(
        async () => (await sent.mails()).find(({ subject }) => subject === 'Choisir un nouveau mot de passe'),
        { timeoutMs: MINUTES, what: 'the mail' },
      );
      const link = /http:\S+\/password#[\w-]{43}/.exec(mail.text)?.[0] ?? '';
      await page.goto(link);
      // The secret does not stay in the address, nor in the history of the browser.
      await page.waitForURL((url) => url.hash === '');
      const choose = async (password: string) => {
        await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(password);
        await page.getByLabel('Nouveau mot de passe, une seconde fois').fill(password);
        await page.getByRole('button', { name: 'Enregistrer' }).click();
      };
      await choose('Password2026!');
      await expectVisible(page.getByText('tout le monde essaie en premier'));
      await choose(CHOSEN);
      await expectVisible(page.getByText('Votre mot de passe est enregistré'));
      await page.goto('about:blank');
      await page.goto(link);
      await choose(CHOSEN);
      await expectVisible(page.getByText('Ce lien a déjà servi'));
      await type(ADMINISTRATOR.mail, ADMINISTRATOR.password);
      await expectVisible(page.getByText('Adresse e-mail ou mot de passe incorrect.'));
      await type(ADMINISTRATOR.mail, CHOSEN);
      await isIn();
    },
    2 * MINUTES,
  );

  it(
    'adds a passkey, keeps her recovery codes, and signs in with either',
    async () => {
      await giveSecurityKey(page);
      await page.goto(`${base}/account`);
      await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau');
      await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
      await expectVisible(page.getByRole('dialog', { name: 'Vos codes de secours' }));
      const codes = await page.getByRole('dialog').getByRole('listitem').allTextContents();
      expect(codes).toHaveLength(10);
      await page.getByRole('button', { name: 'Je les ai notés' }).click();
      await expectVisible(page.getByText('Ordinateur du bureau', { exact: true }));
      await signOut();
      await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
      await isIn();
      await signOut();
      await type(ADMINISTRATOR.mail, CHOSEN);
      await page.getByRole('button', { name: 'Je n’ai plus mon téléphone' }).click();
      await page.getByLabel('Code de secours').fill(codes[0] ?? '');
      await page.getByRole('button', { name: 'Valider' }).click();
      await isIn();
      await signOut();
      await type(ADMINISTRATOR.mail, CHOSEN);
      await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
      await isIn();
    },
    2 * MINUTES,
  );

  const toggleRequirement = async () => {
    await page.getByRole('switch', { name: 'Exiger la double authentification' }).focus();
    await page.keyboard.press('Space');
  };

  it(
    'wants a second factor of her colleagues, who see nothing but their account until then',
    async () => {
      await page.goto(`${base}/security`);
      await toggleRequirement();
      await expectVisible(page.getByText('Réglage enregistré.'));
      const claire = await ApiClient.signIn(base, DEMO_LOGIN);
      expect((await claire.fetch('/api/tickets?module=SYNDIC')).status).toBe(403);
      expect((await claire.fetch('/api/account')).status).toBe(200);
      await toggleRequirement();
      await eventually(async () =>
        (await claire.fetch('/api/tickets?module=SYNDIC')).status === 200 ? true : undefined,
      );
    },
    2 * MINUTES,
  );

  it(
    'throws another browser out, whose stream ends within a moment, and reads all of it in the log',
    async () => {
      const claire = await ApiClient.signIn(base, DEMO_LOGIN);
      const thief = await ApiClient.signIn(base, DEMO_LOGIN);
      const stream = await thief.fetch('/api/events');
      const ended = (async () => {
        for await (const _ of stream.body ?? []);
        return true;
      })();
      expect((await claire.send('DELETE', '/api/account/sessions')).status).toBe(200);
      expect(await ended).toBe(true);
      expect((await thief.fetch('/api/session')).status).toBe(401);
      await page.goto(`${base}/security`);
      for (const event of [
        'Mot de passe réinitialisé',
        'Double authentification ajoutée',
        'Code de secours utilisé',
      ])
        await expectVisible(page.getByRole('cell', { name: event }).first());
      await page.getByLabel('Événement', { exact: true }).selectOption({ label: 'Appareils déconnectés' });
      await expectVisible(page.getByRole('cell', { name: 'Claire Moreau' }).first());
    },
    2 * MINUTES,
  );
});
