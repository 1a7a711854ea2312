import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { estimatePage } from './page.js';

/** Of the demo; it opens nothing outside this machine. */
export const JESTIMO_ACCOUNT = { login: 'tilleuls', password: 'demo-jestimo' };

/** What the next requests meet: told before, or lost after the partner took them. */
export type JestimoFault = 'out-of-order' | 'taken-then-lost' | 'taken-then-silent' | 'refused';

export interface JestimoDoubleOptions {
  port?: number;
  /** Every body as it came, one file each: `feeds/0001-ID.json`, `estimations/0001-ID.json`. */
  dataDir: string;
}

export interface JestimoDouble {
  readonly url: string;
  readonly dataDir: string;
  /** Bodies as they came, in their order, also those whose sender was not answered. */
  bodies(kind: 'feeds' | 'estimations'): { id: string; bytes: Buffer }[];
  /** Records of all sendings that were taken, each sending once. */
  records(): Record<string, unknown>[];
  failNext(fault: JestimoFault, times?: number): void;
  stop(): Promise<void>;
}

const MOST_BYTES = 5_000_000;
const BASE = '/v1';

/** Square metres of Lyon, roughly; what counts is that the same dwelling is worth the same twice. */
const RENT_PER_M2 = 14.5;
const SALE_PER_M2 = 4_650;

class Double implements JestimoDouble {
  private readonly server: Server;
  private faults: JestimoFault[] = [];
  private readonly taken = new Map<string, Record<string, unknown>[]>();
  private readonly estimates = new Map<string, object>();

  constructor(readonly dataDir: string) {
    for (const kind of ['feeds', 'estimations']) mkdirSync(join(dataDir, kind), { recursive: true });
    for (const { id, bytes } of this.bodies('feeds')) this.take(id, bytes);
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async listen(port: number): Promise<this> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  bodies(kind: 'feeds' | 'estimations'): { id: string; bytes: Buffer }[] {
    return readdirSync(join(this.dataDir, kind))
      .sort()
      .map((name) => ({ id: name.slice(5, -5), bytes: readFileSync(join(this.dataDir, kind, name)) }));
  }

  records(): Record<string, unknown>[] {
    return [...this.taken.values()].flat();
  }

  failNext(fault: JestimoFault, times = 1): void {
    this.faults.push(...Array.from({ length: times }, () => fault));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const route = `${request.method ?? ''} ${url.pathname}`;
    const reply = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (route === 'GET /geocodage/search') return reply(200, positionOf(url.searchParams));
    if (route === 'POST /double/faults') {
      this.failNext((await bodyOf(request)).toString() as JestimoFault);
      return reply(200, {});
    }
    if (route.startsWith('GET /dossiers/')) {
      const found = this.estimates.get(url.pathname.split('/').at(-1) ?? '');
      response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(estimatePage(found));
      return;
    }
    if (!isSignedIn(request)) return reply(401, { error: 'login' });
    const [, id = ''] = /^GET \/v1\/feeds\/([\w-]+)$/.exec(route) ?? [];
    if (id) return reply(this.taken.has(id) ? 200 : 404, { id });
    const bytes = await bodyOf(request);
    const key = String(request.headers['idempotency-key'] ?? '');
    const fault = this.faults.shift();
    if (fault === 'out-of-order') return reply(503, { error: 'out of order' });
    if (fault === 'refused') return reply(422, { error: 'refused' });
    const answer = this.made(route, key, bytes);
    if (!answer) return reply(404, { error: 'unknown' });
    if (fault === 'taken-then-lost') response.destroy();
    else if (fault !== 'taken-then-silent') reply(200, answer);
  }

  private made(route: string, key: string, bytes: Buffer): object | undefined {
    if (route === `POST ${BASE}/feeds`) {
      this.write('feeds', key, bytes);
      return this.take(key, bytes);
    }
    if (route === `POST ${BASE}/estimations`) {
      this.write('estimations', key, bytes);
      return this.estimate(key, JSON.parse(bytes.toString('utf8')) as Asked);
    }
    return undefined;
  }

  /** The same key again is the same sending. */
  private take(key: string, bytes: Buffer): object {
    const { records } = JSON.parse(bytes.toString('utf8')) as { records: Record<string, unknown>[] };
    if (!this.taken.has(key)) this.taken.set(key, records);
    return { accepted: records.length };
  }

  private estimate(key: string, { kind, property }: Asked): object {
    const perM2 = kind === 'SALE' ? SALE_PER_M2 : RENT_PER_M2;
    const value = Math.round(property.surface * perM2);
    const estimate = {
      ...{ estimationId: key, redirectUrl: `${this.url}/dossiers/${key}`, kind, property, value, perM2 },
      ...{ low: Math.round(value * 0.92), high: Math.round(value * 1.08), confidence: 'Bonne' },
    };
    this.estimates.set(key, estimate);
    return estimate;
  }

  private write(kind: string, key: string, bytes: Buffer): void {
    const count = String(readdirSync(join(this.dataDir, kind)).length + 1).padStart(4, '0');
    writeFileSync(join(this.dataDir, kind, `${count}-${key.replace(/[^\w-]/g, '')}.json`), bytes);
  }
}

interface Asked {
  kind: string;
  property: { surface: number };
}

function isSignedIn({ headers: { authorization = '' } }: IncomingMessage): boolean {
  const { login, password } = JESTIMO_ACCOUNT;
  return authorization === `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** As the Géoplateforme answers: one feature; the place is of Lyon, and depends on the address alone. */
function positionOf(asked: URLSearchParams): object {
  const digits = [...(asked.get('q') ?? '')].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973,
    7,
  );
  const coordinates = [4.8 + digits / 99_730 + 0.000_123, 45.7 + digits / 99_730 + 0.000_456];
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { score: 0.97 } }],
  };
}

export const startJestimoDouble = ({ port = 0, dataDir }: JestimoDoubleOptions): Promise<JestimoDouble> =>
  new Double(dataDir).listen(port);
