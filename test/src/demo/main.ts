import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../journey/browser.js';
import { deliveredAbout, hasLeft, settledJournal } from '../journey/journal.js';
import { liveMainJob } from '../journey/main-job.js';
import { Sent } from '../journey/sent.js';
import { ApiClient } from '../platform/api-client.js';
import { canLiveCafYear, liveCafYear } from './caf/life.js';
import { liveJestimoDay } from './jestimo.js';
import { liveLscDay } from './lsc.js';
import { livePropertyDay } from './property/life.js';
import { takePictures } from './pictures.js';
import { liveReports } from './reports.js';
import { findPlatform, OwnPlatform, ROOT, type RunningPlatform } from '../platform/platform.js';

/** Lives the main job on the platform that runs on this checkout, or on one of its own when none does. */
const folder = join(ROOT, '.intervia', 'demo');
const started = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);

async function demo(platform: RunningPlatform, dataDir: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    const result = await liveMainJob({ platform, dataDir, browser, folder, onStep: say });
    const journal = await settledJournal(await ApiClient.signIn(platform.gateway), result.ticketId);
    const failed = journal.filter((entry) => !hasLeft(entry));
    const delivered = await deliveredAbout(new Sent(platform.mail, platform.sms, dataDir), result.number);
    console.log('');
    for (const { channel, to, subject } of delivered) {
      console.log(`  ${channel.padEnd(4)}  ${to.padEnd(36)}  ${subject.replaceAll('\n', ' ')}`);
    }
    console.log(`\n  PDF   ${result.pdf}\n  ZIP   ${result.zip}\n`);
    if (failed.length > 0)
      throw new Error(`${failed.length} message(s) did not leave: ${JSON.stringify(failed)}`);
  } finally {
    await browser.close();
  }
}

interface Demonstration {
  live: (platform: RunningPlatform, dataDir: string) => Promise<void>;
  /** Whether that platform can still show it; absent: any can. */
  canLive?: (platform: RunningPlatform) => Promise<boolean>;
}

/** Every demonstration by its name; without one, the work order. */
const DEMOS: Readonly<Record<string, Demonstration>> = {
  'work-order': { live: demo },
  caf: {
    live: (platform) => liveCafYear(platform, join(folder, 'caf'), say),
    canLive: canLiveCafYear,
  },
  jestimo: {
    live: async (platform, dataDir) => {
      const browser = await openBrowser();
      try {
        const life = { platform, dataDir, browser, folder: join(folder, 'jestimo'), say };
        for (const path of await liveJestimoDay(life)) console.log(`  ${path}`);
      } finally {
        await browser.close();
      }
    },
  },
  lsc: { live: (platform, dataDir) => liveLscDay({ platform, dataDir, say }) },
  pictures: { live: (platform, dataDir) => takePictures(platform, dataDir, say) },
  reports: {
    live: async (platform, dataDir) => {
      const browser = await openBrowser();
      try {
        const life = { platform, dataDir, browser, say };
        const reports = await liveReports({ ...life, folder: join(folder, 'reports') });
        const jestimo = await liveJestimoDay({ ...life, folder: join(folder, 'jestimo') });
        for (const path of [...reports, ...jestimo]) console.log(`  ${path}`);
      } finally {
        await browser.close();
      }
    },
  },
  property: { live: (platform) => livePropertyDay({ platform, folder: join(folder, 'property'), say }) },
};
const [name = 'work-order'] = process.argv.slice(2);
const chosen = DEMOS[name];
if (!chosen) {
  console.error(`Unknown demonstration: ${name}. Known: ${Object.keys(DEMOS).join(', ')}.`);
  process.exit(2);
}

const running = await findPlatform(join(ROOT, '.intervia'));
if (running && ((await chosen.canLive?.(running)) ?? true)) {
  say(`plateforme trouvée : ${running.gateway}`);
  await chosen.live(running, join(ROOT, '.intervia'));
} else {
  say(
    running
      ? 'la plateforme en marche a déjà dépassé ce moment : en voici une autre pour la démonstration'
      : 'aucune plateforme en marche : en voici une pour la démonstration',
  );
  const own = await OwnPlatform.start();
  try {
    await chosen.live(own.run, own.dataDir);
  } finally {
    await own.stop();
  }
}
