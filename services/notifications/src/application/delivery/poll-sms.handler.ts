import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts/accounts.js';
import { SentMessages } from '../ports/delivery/sent-messages.js';
import { SmsInbox } from '../ports/delivery/transports.js';
import { ReportSmsHandler } from './report-sms.handler.js';

/** As long as the provider tries (adapters/ovh-sms), and a little. */
const RECEIPTS_WITHIN_MS = 50 * 3600_000;
const PAGE = 200;

/** Asks for what no callback tells: for platforms that OVH cannot reach. */
@Injectable()
export class PollSmsHandler {
  constructor(
    private readonly accounts: Accounts,
    private readonly inbox: SmsInbox,
    private readonly sent: SentMessages,
    private readonly report: ReportSmsHandler,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    await this.incoming();
    await this.receipts();
  }

  private async incoming(): Promise<void> {
    for (const account of await this.accounts.smsAccounts()) {
      for (const id of await this.inbox.incomingIds(account)) await this.report.incoming(account, id);
    }
  }

  private async receipts(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - RECEIPTS_WITHIN_MS);
    for (const { id, agencyId } of await this.sent.smsWithoutLastWord(since, PAGE)) {
      const account = await this.accounts.smsOf(agencyId);
      for (const receipt of await this.inbox.receiptsOf(account, id)) await this.report.record(receipt);
    }
  }
}
