import type { OutsideAnswer, OutsideHttp } from '@intervia/outside';
import { OutsideRefusal } from '@intervia/outside';
import type { Credentials } from '../../application/ports/partner.js';
import { EstimationProvider } from '../../application/ports/partner.js';
import type { EstimateAnswer, EstimateRequest } from '../../domain/estimate/estimate.js';
import type { FeedRecord } from '../../domain/feed/record.js';
import { fromTheirs, toTheirs } from '../../domain/mapping.js';
import { NotConfigured, PartnerFailure } from '../../domain/values/errors.js';
import type { PartnerConfig } from './partner-config.js';

const ESTIMATE_MS = 10_000;
const SENDING_MS = 60_000;
const MOST_BYTES = 256_000;
/** A sale of forty million euros; what is beyond is no price of a dwelling. */
const MOST_CENTS = 4_000_000_000;
const WORDS = ['kind', 'property.type', 'op', 'type'];

export interface HttpPartnerOptions {
  /** Empty: there is no partner. */
  url: string;
  config: PartnerConfig;
  http: OutsideHttp;
  /** Where plain HTTP may be opened in a browser: the doubles of a demo. */
  allowsPlain: (host: string) => boolean;
}

/** JSON over HTTPS with the user's login; paths, names of fields and words come from the configuration. */
export class HttpPartner extends EstimationProvider {
  constructor(private readonly options: HttpPartnerOptions) {
    super();
  }

  override get isConfigured(): boolean {
    return this.options.url !== '';
  }

  override async estimate(credentials: Credentials, request: EstimateRequest): Promise<EstimateAnswer> {
    const { paths, estimateFields } = this.options.config;
    const body = Buffer.from(JSON.stringify(toTheirs(this.inTheirWords(request), estimateFields)));
    const answer = await this.ask(credentials, 'POST', paths.estimate, ESTIMATE_MS, body, request.requestId);
    return this.read(answer.body);
  }

  override encode(sendingId: string, day: string, records: readonly FeedRecord[]): Buffer {
    const { sendingFields, recordFields } = this.options.config;
    const theirs = records.map((record) => toTheirs(this.inTheirWords(record), recordFields));
    return Buffer.from(JSON.stringify(toTheirs({ sendingId, day, records: theirs }, sendingFields)));
  }

  override async send(credentials: Credentials, sendingId: string, bytes: Buffer): Promise<void> {
    await this.ask(credentials, 'POST', this.options.config.paths.feed, SENDING_MS, bytes, sendingId);
  }

  override async has(credentials: Credentials, sendingId: string): Promise<boolean | undefined> {
    const { sending } = this.options.config.paths;
    if (sending === '') return undefined;
    const path = sending.replace('{id}', encodeURIComponent(sendingId));
    const { status } = await this.exchange(credentials, 'GET', path, ESTIMATE_MS);
    if (status === 200) return true;
    if (status === 404) return false;
    throw failureFor(status, {});
  }

  private async ask(
    credentials: Credentials,
    method: 'POST',
    path: string,
    timeoutMs: number,
    body: Buffer,
    key: string,
  ): Promise<OutsideAnswer> {
    const answer = await this.exchange(credentials, method, path, timeoutMs, body, key);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw failureFor(answer.status, answer.headers);
  }

  private async exchange(
    { login, password }: Credentials,
    method: 'GET' | 'POST',
    path: string,
    timeoutMs: number,
    body?: Buffer,
    key?: string,
  ): Promise<OutsideAnswer> {
    const { url, http } = this.options;
    if (url === '') throw new NotConfigured();
    try {
      return await http.send({
        ...{ method, timeoutMs, body, mostBytes: MOST_BYTES, url: new URL(url.replace(/\/$/, '') + path) },
        headers: {
          accept: 'application/json',
          authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`,
          ...(body ? { 'content-type': 'application/json; charset=utf-8' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
      });
    } catch (cause) {
      const uncertain = cause instanceof OutsideRefusal ? cause.reached : true;
      throw new PartnerFailure('JESTIMO_UNAVAILABLE', uncertain, { cause });
    }
  }

  private inTheirWords<T extends object>(message: T): T {
    const { words } = this.options.config;
    const copy = structuredClone(message) as Record<string, unknown>;
    for (const path of WORDS) {
      const [name = '', inner] = path.split('.');
      const holder = inner ? (copy[name] as Record<string, unknown> | undefined) : copy;
      const field = inner ?? name;
      const word = holder?.[field];
      if (holder && typeof word === 'string' && Object.hasOwn(words, word)) holder[field] = words[word];
    }
    return copy as T;
  }

  /** @throws PartnerFailure JESTIMO_UNREADABLE */
  private read(body: Buffer): EstimateAnswer {
    try {
      const message: unknown = JSON.parse(body.toString('utf8'));
      const field = (name: string) => fromTheirs(message, name, this.options.config.answerFields);
      return {
        estimationId: said(field('estimationId')),
        redirectUrl: this.pageOf(said(field('redirectUrl'))),
        lowCents: cents(field('low')),
        valueCents: cents(field('value')),
        highCents: cents(field('high')),
        perM2Cents: cents(field('perM2')),
        confidence: said(field('confidence')).slice(0, 100),
      };
    } catch (cause) {
      throw new PartnerFailure('JESTIMO_UNREADABLE', true, { cause });
    }
  }

  /** A browser will open it. */
  private pageOf(text: string): string {
    const url = new URL(text);
    const isPlain = url.protocol === 'http:' && this.options.allowsPlain(url.hostname);
    if ((url.protocol !== 'https:' && !isPlain) || url.username !== '' || text.length > 2_000)
      throw new Error('no page to open');
    return url.href;
  }
}

const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function cents(value: unknown): number {
  const euros = typeof value === 'string' ? Number(value) : value;
  if (typeof euros !== 'number' || !Number.isFinite(euros) || euros < 0) throw new Error('no amount');
  return Math.min(Math.round(euros * 100), MOST_CENTS);
}

/** What an answer that is no success says of what was sent. */
function failureFor(status: number, headers: OutsideAnswer['headers']): PartnerFailure {
  if (status === 401 || status === 403) return new PartnerFailure('JESTIMO_ACCOUNT_REFUSED', false);
  const wait = Number(headers['retry-after']);
  const retryAfterSeconds = Number.isFinite(wait) ? wait : undefined;
  if (status === 429) return new PartnerFailure('JESTIMO_UNAVAILABLE', false, { retryAfterSeconds });
  if (status >= 400 && status < 500) return new PartnerFailure('JESTIMO_REFUSED', false);
  return new PartnerFailure('JESTIMO_UNAVAILABLE', true, { retryAfterSeconds });
}
