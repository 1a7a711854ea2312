import type { BaseRecord, ChangeDto } from '@intervia/lsc-client';
import { LscClient, LscProblem } from '@intervia/lsc-client';
import { buffer } from 'node:stream/consumers';
import { eventually } from '@intervia/testing';
import { PlatformClock } from '../journey/clock.js';
import { nextFullHour, parisForm } from '../journey/paris.js';
import { Sent } from '../journey/sent.js';
import { LinkPage } from '../lives/link-page.js';
import { aPerson } from '../lives/people.js';
import { ApiClient, DEMO_LOGIN } from '../platform/api-client.js';
import type { RunningPlatform } from '../platform/platform.js';
import { WebhookReceiver } from './webhook-receiver.js';

const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
const MAIL = 'serrurerie.vidal@entreprises.example';
const BUILDING = 'lsc-demo-residence';
const UNITS = 1_000;
/** Between the contractor’s answer and the change in LSC. */
const AT_MOST_MS = 2_000;
const PATIENCE_MS = 60_000;
const A_DAY_AND_MORE = 26;

interface MadeWebhook {
  webhook: { id: string };
  shownOnce: string;
}

interface LscLife {
  platform: RunningPlatform;
  dataDir: string;
  /** Told when each step was really seen. */
  say: (text: string) => void;
}

/**
 * LSC as a program of the agency, written on `@intervia/lsc-client`: it publishes a base, takes a snapshot, waits for what
 * changes, sees a contractor accept, is told of it by a signed webhook, renews its key and goes on.
 * @throws where something is not seen
 */
export async function liveLscDay({ platform, dataDir, say }: LscLife): Promise<void> {
  const clock = await PlatformClock.of(platform);
  const stop = new AbortController();
  const receiver = await WebhookReceiver.open();
  try {
    const administrator = await ApiClient.signIn(platform.gateway, ADMINISTRATOR);
    const webhook = await administrator.post<MadeWebhook>('/api/security/webhooks', {
      url: receiver.url,
      types: ['ticket'],
    });
    const lsc = new LscClient({ url: platform.gateway, key: await aKey(administrator) });
    const { agencyName, name } = await lsc.me();
    say(`la clé « ${name} » ouvre la base de ${agencyName}`);
    await publish(lsc, clock.now().getTime(), say);

    let records = 0;
    const cursor = await lsc.snapshot(() => void (records += 1));
    say(`état de départ lu : ${String(records)} enregistrements, et le curseur à partir duquel suivre`);

    const desk = new Desk(lsc, cursor, stop.signal);
    const claire = await ApiClient.signIn(platform.gateway);
    const id = await work({ platform, dataDir, say }, { desk, claire }, clock.now());
    const told = await receiver.receives('WorkOrderAccepted', id, webhook.shownOnce);
    say(`le serveur de l’agence l’a reçu aussi, signé, sous l’identifiant ${told}`);
    await fetchElements(lsc, claire, id, say);
    await administrator.send('DELETE', `/api/security/webhooks/${webhook.webhook.id}`);
    await renewKey(platform, lsc, say);
    await claire.post(`/api/tickets/${id}/notes`, { html: '<p>Double des clés à la loge.</p>' });
    await desk.sees('NoteAdded', id);
    say('la suite lui parvient avec la nouvelle clé');
    stop.abort();
    await desk.ended;
  } finally {
    stop.abort();
    await receiver.close();
    await clock.close();
  }
}

/** What LSC has been told, in its order. */
class Desk {
  readonly ended: Promise<void>;
  private readonly told: { change: ChangeDto; at: number }[] = [];

  constructor(lsc: LscClient, cursor: string, signal: AbortSignal) {
    this.ended = this.follow(lsc, cursor, signal);
    // Told by whoever waits for it.
    this.ended.catch(() => undefined);
  }

  /** @returns when it was told, on the clock of `performance.now()` */
  async sees(fact: string, ticketId: string): Promise<number> {
    const seen = eventually(
      () => this.told.find(({ change }) => change.fact === fact && change.id === ticketId),
      { what: `${fact} in the feed`, timeoutMs: PATIENCE_MS, intervalMs: 20 },
    );
    // Never resolves well while the feed goes on: it only breaks the waiting when the feed breaks.
    const broken = this.ended.then(() => Promise.reject(new Error('the feed ended')));
    return (await Promise.race([seen, broken])).at;
  }

  private async follow(lsc: LscClient, cursor: string, signal: AbortSignal): Promise<void> {
    for await (const { items } of lsc.follow(cursor, { signal }))
      this.told.push(...items.map((change) => ({ change, at: performance.now() })));
  }
}

async function aKey(administrator: ApiClient): Promise<string> {
  const { shownOnce } = await administrator.post<{ shownOnce: string }>('/api/security/keys', {
    name: 'LSC de démonstration',
    scopes: ['BASE_WRITE', 'CHANGES_READ', 'TICKETS_READ'],
  });
  return shownOnce;
}

function* base(version: number): Generator<BaseRecord> {
  const building = {
    reference: 'DEMO',
    name: 'Résidence de la Démonstration',
    address: '12 rue des Essais',
    postalCode: '69003',
    city: 'Lyon',
    syndic: true,
  };
  yield { type: 'building', id: BUILDING, version, data: building };
  for (let n = 1; n <= UNITS; n += 1) {
    const unit = {
      buildingId: BUILDING,
      reference: String(n).padStart(4, '0'),
      label: `Appartement ${String(n)}`,
    };
    yield { type: 'unit', id: `lsc-demo-${String(n)}`, version, data: unit };
  }
}

async function publish(lsc: LscClient, version: number, say: LscLife['say']): Promise<void> {
  const began = performance.now();
  const refused: unknown[] = [];
  const end = await lsc.publishAll(base(version), (line) => refused.push(line));
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`un immeuble et ${String(UNITS)} lots publiés en ${seconds} s (${String(end.stored)} enregistrés)`);
}

/** @returns the id of the ticket */
async function work(
  { platform, dataDir, say }: LscLife,
  { desk, claire }: { desk: Desk; claire: ApiClient },
  now: Date,
): Promise<string> {
  const { id, number } = await claire.post<{ id: string; number: number }>('/api/tickets', {
    module: 'SYNDIC',
    subject: 'Serrure de l’appartement 512',
    description: 'La clé tourne dans le vide.',
    place: { unitId: 'lsc-demo-512' },
    source: 'PHONE',
    contractors: [aPerson('Serrurerie Vidal', MAIL)],
  });
  await desk.sees('TicketOpened', id);
  say(`LSC voit le ticket ${String(number)}, ouvert sur un lot qu’elle a publié`);

  const { text } = await new Sent(platform.mail, platform.sms, dataDir).waitForMail(MAIL, number, new Set());
  const link = /https?:\/\/\S+\/i\/[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error('no link in the mail to the contractor');
  const { day, time } = parisForm(nextFullHour(now, A_DAY_AND_MORE));
  const visit = { date: day, time, duration: '60', comment: 'Je passe demain.' };
  await new LinkPage(link).answer('acceptation', visit);
  const accepted = performance.now();
  const late = Math.round((await desk.sees('WorkOrderAccepted', id)) - accepted);
  if (late > AT_MOST_MS) throw new Error(`LSC was told after ${String(late)} ms`);
  say(`l’intervenant accepte ; LSC l’apprend ${String(Math.max(0, late))} ms après sa réponse`);
  return id;
}

/** "Récupérer les éléments du ticket" (manual): what LSC keeps of it. */
async function fetchElements(
  lsc: LscClient,
  claire: ApiClient,
  id: string,
  say: LscLife['say'],
): Promise<void> {
  const { user } = await claire.get<{ user: { id: string } }>('/api/session');
  const { missions } = await lsc.ticket(id, user.id);
  const zip = await buffer(await lsc.elements(id, user.id));
  if (!zip.includes('ticket.json')) throw new Error('no ticket.json among the elements');
  const sizes = `${String(missions.length)} intervenant, un ZIP de ${String(zip.length)} octets`;
  say(`LSC récupère les éléments du ticket : ${sizes}`);
}

async function renewKey(platform: RunningPlatform, lsc: LscClient, say: LscLife['say']): Promise<void> {
  const older = new LscClient({ url: platform.gateway, key: lsc.key });
  let kept = '';
  await lsc.rotateKey((key) => void (kept = key));
  if (kept !== lsc.key || kept === older.key) throw new Error('the new key was not kept');
  await lsc.me();
  const refusal: unknown = await older.me().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof LscProblem) || refusal.code !== 'API_KEY_INVALID')
    throw new Error('the older key is still good');
  say('LSC renouvelle sa clé : la nouvelle est acceptée, l’ancienne refusée');
}
