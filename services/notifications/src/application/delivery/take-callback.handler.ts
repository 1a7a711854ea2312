import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import type { SmsAccount } from '../ports/accounts/accounts.js';
import { Accounts } from '../ports/accounts/accounts.js';
import { CallbackSecrets } from '../ports/accounts/callback-secrets.js';
import { ReportSmsHandler } from './report-sms.handler.js';

export class CallbackRefused extends AppError.of('RECEIPT_REFUSED', 'not-found') {}

/** A call that only says where to look: whoever makes one up learns and changes nothing. */
@Injectable()
export class TakeCallbackHandler {
  constructor(
    private readonly secrets: CallbackSecrets,
    private readonly accounts: Accounts,
    private readonly report: ReportSmsHandler,
  ) {}

  async execute(secret: string, about: 'receipt' | 'incoming', providerId: string): Promise<void> {
    await this.report[about](await this.accountOf(secret), providerId);
  }

  private async accountOf(secret: string): Promise<SmsAccount> {
    const id = this.secrets.read(secret);
    const accounts = id === undefined ? [] : await this.accounts.smsAccounts();
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new CallbackRefused();
    return account;
  }
}
