import { createHmac, timingSafeEqual } from 'node:crypto';
import { CallbackSecrets } from '../../application/ports/accounts/callback-secrets.js';

const MAC = /^(?<account>[A-Za-z0-9_-]{1,100})\.(?<mac>[0-9a-f]{64})$/;

export class HmacCallbackSecrets extends CallbackSecrets {
  /** `key` empty: no callbacks. */
  constructor(private readonly key: string) {
    super();
  }

  of(accountId: string): string | undefined {
    return this.key ? `${accountId}.${this.mac(accountId)}` : undefined;
  }

  read(secret: string): string | undefined {
    const { account, mac } = MAC.exec(secret)?.groups ?? {};
    if (!this.key || account === undefined || mac === undefined) return undefined;
    return timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(account))) ? account : undefined;
  }

  private mac(accountId: string): string {
    return createHmac('sha256', this.key).update(`sms-callback|${accountId}`).digest('hex');
  }
}
