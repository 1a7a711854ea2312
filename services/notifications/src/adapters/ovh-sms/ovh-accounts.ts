import type { SmsAccount } from '../../application/ports/accounts/accounts.js';
import type { OvhEndpoint } from './ovh-client.js';
import { OvhClient } from './ovh-client.js';

/** One client per set of credentials: each begins with a question for OVH's time. */
export class OvhAccounts {
  private readonly clients = new Map<string, OvhClient>();

  constructor(private readonly endpoint: OvhEndpoint) {}

  /** `path` within the SMS account. */
  request<T>(
    account: SmsAccount,
    method: 'GET' | 'POST',
    path: string,
    parameters?: Readonly<Record<string, unknown>>,
  ): Promise<T> {
    const service = encodeURIComponent(account.service);
    return this.clientOf(account).request<T>(method, `/sms/${service}${path}`, parameters);
  }

  private clientOf({ appKey, appSecret, consumerKey }: SmsAccount): OvhClient {
    const credentials = { appKey, appSecret, consumerKey };
    const key = JSON.stringify(credentials);
    let client = this.clients.get(key);
    if (!client) {
      client = new OvhClient(this.endpoint, credentials);
      this.clients.set(key, client);
    }
    return client;
  }
}
