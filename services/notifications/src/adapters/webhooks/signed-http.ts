import type { OutsideHosts } from '@intervia/outside';
import { HostNotPublic, OutsideHttp, OutsideRefusal } from '@intervia/outside';
import { randomBytes } from 'node:crypto';
import { Webhook as Signature } from 'standardwebhooks';
import type { SignedPost } from '../../application/ports/webhooks/webhook-transport.js';
import {
  WebhookHostUnknown,
  WebhookNotHttps,
  WebhookNotPublic,
  WebhookTransport,
  WebhookUrlInvalid,
} from '../../application/ports/webhooks/webhook-transport.js';
import type { Attempted, Fault } from '../../domain/webhooks/webhook.js';
import { attemptedOf } from '../../domain/webhooks/webhook.js';

/** Standard Webhooks: 24 to 64 bytes. */
const SECRET_BYTES = 32;
/** Standard Webhooks advises 15 to 30 seconds. */
const PATIENCE_MS = 15_000;
/** Of an answer nothing but the status is read. */
const MOST_BYTES = 256 * 1024;

/** Standard Webhooks, to the very address that was looked at. */
export class SignedHttp extends WebhookTransport {
  private readonly http: OutsideHttp;

  constructor(
    private readonly hosts: OutsideHosts,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
    this.http = new OutsideHttp(hosts);
  }

  newSecret(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  async check(text: string): Promise<void> {
    const url = URL.parse(text);
    const isSpoken = url?.protocol === 'https:' || url?.protocol === 'http:';
    if (!url || !isSpoken || url.username !== '' || url.password !== '') throw new WebhookUrlInvalid();
    const address = await this.hosts.resolve(bare(url)).catch((error: unknown) => {
      throw error instanceof HostNotPublic ? new WebhookNotPublic() : new WebhookHostUnknown();
    });
    if (url.protocol !== 'https:' && !this.hosts.allows(address)) throw new WebhookNotHttps();
  }

  async post({ id, url, body, secret, at }: SignedPost): Promise<Attempted> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Intervia-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Signature(secret).sign(id, at, body),
    };
    const bounds = { timeoutMs: this.patienceMs, mostBytes: MOST_BYTES };
    const request = {
      method: 'POST' as const,
      url: new URL(url),
      headers,
      body: Buffer.from(body),
      ...bounds,
    };
    try {
      return attemptedOf((await this.http.send(request)).status);
    } catch (error) {
      return { fault: faultOf(error) };
    }
  }
}

const bare = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

function faultOf(error: unknown): Fault {
  const { cause } = error instanceof OutsideRefusal ? error : { cause: error };
  if (cause instanceof HostNotPublic) return 'not-public';
  const { name } = cause as { name?: unknown };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timed-out' : 'not-reached';
}
