import { AppError } from '@intervia/rules';
import type { Attempted } from '../../../domain/webhooks/webhook.js';

export class WebhookUrlInvalid extends AppError.of('WEBHOOK_URL_INVALID', 'invalid') {}
export class WebhookNotHttps extends AppError.of('WEBHOOK_NOT_HTTPS', 'invalid') {}
export class WebhookNotPublic extends AppError.of('WEBHOOK_NOT_PUBLIC', 'invalid') {}
export class WebhookHostUnknown extends AppError.of('WEBHOOK_HOST_UNKNOWN', 'invalid') {}

export interface SignedPost {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly secret: string;
  readonly at: Date;
}

/** To machines of others. */
export abstract class WebhookTransport {
  /** A new signing secret, as receivers are given it. */
  abstract newSecret(): string;
  /** @throws WebhookUrlInvalid, WebhookNotHttps, WebhookNotPublic, WebhookHostUnknown */
  abstract check(url: string): Promise<void>;
  /** Never rejects; nothing of the answer but its status is kept. */
  abstract post(request: SignedPost): Promise<Attempted>;
}
