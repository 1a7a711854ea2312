import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../../domain/notice.js';
import { messageId } from '../delivery/message-id.js';
import type { SmsAccount } from '../ports/accounts/accounts.js';
import { Accounts } from '../ports/accounts/accounts.js';
import { Administrators } from '../ports/neighbours/administrators.js';
import { CreditsLog } from '../ports/accounts/credits.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { NewNotice } from '../ports/delivery/messages.js';
import { Messages } from '../ports/delivery/messages.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';
import { SmsInbox } from '../ports/delivery/transports.js';

/** Warns the administrators once each time an SMS account falls below its threshold. */
@Injectable()
export class CheckCreditsHandler {
  constructor(
    private readonly accounts: Accounts,
    private readonly inbox: SmsInbox,
    private readonly log: CreditsLog,
    private readonly administrators: Administrators,
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
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

  private async warn({ id: agencyId, service, creditsThreshold }: SmsAccount, left: number, episode: number) {
    const notice: Notice = { kind: 'credits-low', service, creditsLeft: left, threshold: creditsThreshold };
    const told = await this.administrators.of(agencyId);
    const warnings = told.map(({ name, mail }): NewNotice => ({
      id: messageId(`credits|${agencyId}|${episode}`, mail),
      agencyId,
      channel: 'mail',
      recipientName: name,
      addresses: [mail],
      subject: this.renderer.subject(notice),
      notice,
      queuedAt: this.clock.now(),
      status: 'queued',
    }));
    await this.messages.add(warnings);
    await this.queue.add(warnings.map(({ id }) => ({ id, channel: 'mail', dueInMs: 0 })));
  }
}
