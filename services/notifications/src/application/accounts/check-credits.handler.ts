import { Injectable } from '@nestjs/common';
import { TellAdministrators } from '../delivery/tell-administrators.js';
import type { SmsAccount } from '../ports/accounts/accounts.js';
import { Accounts } from '../ports/accounts/accounts.js';
import { CreditsLog } from '../ports/accounts/credits.js';
import { SmsInbox } from '../ports/delivery/transports.js';

/** Warns the administrators once each time an SMS account falls below its threshold. */
@Injectable()
export class CheckCreditsHandler {
  constructor(
    private readonly accounts: Accounts,
    private readonly inbox: SmsInbox,
    private readonly log: CreditsLog,
    private readonly tell: TellAdministrators,
  ) {}

  async execute(): Promise<void> {
    for (const account of await this.accounts.smsAccounts()) await this.check(account);
  }

  private async check(account: SmsAccount): Promise<void> {
    const left = await this.inbox.creditsLeft(account);
    const before = await this.log.of(account.id);
    const low = left < account.creditsThreshold;
    const fallen = low && !before?.low;
    const episode = (before?.episode ?? 0) + (fallen ? 1 : 0);
    // First the warning, whose id is the episode's: a crash in between repeats it in vain.
    if (fallen) await this.warn(account, left, episode);
    await this.log.save(account.id, { left, low, episode });
  }

  private warn({ id: agencyId, service, creditsThreshold }: SmsAccount, left: number, episode: number) {
    return this.tell.execute(agencyId, `credits|${agencyId}|${episode}`, {
      kind: 'credits-low',
      service,
      creditsLeft: left,
      threshold: creditsThreshold,
    });
  }
}
