import { Injectable } from '@nestjs/common';
import type { SmsAccount } from '../../application/ports/accounts/accounts.js';
import type { IncomingSms, SmsReceipt } from '../../application/ports/delivery/transports.js';
import { SmsInbox } from '../../application/ports/delivery/transports.js';
import { OvhAccounts } from './ovh-accounts.js';
import { OvhFailure } from './ovh-client.js';

interface IncomingAnswer {
  readonly id: number;
  readonly sender: string;
  readonly message: string;
  readonly creationDatetime: string;
}

const NOT_FOUND = 404;
/** An id goes into a path of the API. */
const ID = /^\d{1,18}$/;

@Injectable()
export class OvhSmsInbox extends SmsInbox {
  constructor(private readonly accounts: OvhAccounts) {
    super();
  }

  receipt(account: SmsAccount, providerId: string): Promise<SmsReceipt | undefined> {
    return this.find<SmsReceipt>(account, 'outgoing', providerId);
  }

  async receiptsOf(account: SmsAccount, tag: string): Promise<readonly SmsReceipt[]> {
    const ids = await this.accounts.request<readonly number[]>(account, 'GET', '/outgoing', { tag });
    const found = await Promise.all(ids.map((id) => this.receipt(account, String(id))));
    return found.filter((receipt) => receipt !== undefined);
  }

  async incoming(account: SmsAccount, providerId: string): Promise<IncomingSms | undefined> {
    const found = await this.find<IncomingAnswer>(account, 'incoming', providerId);
    if (!found) return undefined;
    const { id, sender, message, creationDatetime } = found;
    return { id: String(id), sender, text: message, receivedAt: new Date(creationDatetime) };
  }

  async incomingIds(account: SmsAccount): Promise<readonly string[]> {
    const ids = await this.accounts.request<readonly number[]>(account, 'GET', '/incoming');
    return ids.map(String);
  }

  async creditsLeft(account: SmsAccount): Promise<number> {
    const { creditsLeft } = await this.accounts.request<{ creditsLeft: number }>(account, 'GET', '');
    return creditsLeft;
  }

  private async find<T>(
    account: SmsAccount,
    box: 'outgoing' | 'incoming',
    id: string,
  ): Promise<T | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return await this.accounts.request<T>(account, 'GET', `/${box}/${id}`);
    } catch (error) {
      if (error instanceof OvhFailure && error.status === NOT_FOUND) return undefined;
      throw error;
    }
  }
}
