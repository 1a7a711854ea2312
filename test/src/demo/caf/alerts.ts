import { expectVisible } from '../../journey/expect-visible.js';
import { plain } from './screens.js';
import type { CafScreens } from './screens.js';

/** What has no message and is told on the screen alone: sharers, the end of a mandate, an offer that waits for an answer. */
export async function liveAlerts(screens: CafScreens, say: (text: string) => void): Promise<void> {
  const { page } = screens;
  await screens.open('caf/legal');
  await page.getByLabel(/^Compte du locataire/).fill('411CAFDEPART');
  await screens.button('Noter une proposition de paiement direct').click();
  for (const [account, text] of [
    ['411CAFCOLOC', /Nombre de colocataires changé, 2 dans le dernier fichier, 1 aujourd’hui/],
    ['411CAFNEUVE', /Fin du mandat, depuis le 29\/11\/2026/],
    ['411CAFDEPART', /paiement direct.*à répondre avant le 30\/01\/2027/],
  ] as const) {
    const row = screens.row(account, text);
    await expectVisible(row);
    say(`  alerte : ${plain(await row.innerText())}`);
  }
  await screens.pictures('alertes');
  const offer = screens.row('411CAFDEPART', 'paiement direct');
  await screens.button('Répondu : acceptée', offer).click();
  await offer.waitFor({ state: 'hidden' });
  say('proposition de paiement direct : répondu, l’alerte s’en va');
}
