import type { MailAccount, SmsAccount } from './accounts.js';
import { Accounts, PLATFORM } from './accounts.js';

export class FakeAccounts extends Accounts {
  async mailOf(): Promise<MailAccount> {
    return {
      host: 'localhost',
      port: 25,
      secure: false,
      from: 'intervia@localhost',
      ownReturnPath: false,
      isAgencys: false,
    };
  }

  async smsOf(): Promise<SmsAccount> {
    const secrets = { appKey: '', appSecret: '', consumerKey: '' };
    return { id: PLATFORM, ...secrets, service: 'sms-1', creditsThreshold: 0 };
  }

  async smsAccounts(): Promise<readonly SmsAccount[]> {
    return [await this.smsOf()];
  }
}
