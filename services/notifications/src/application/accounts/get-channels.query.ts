import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM } from '../ports/accounts/accounts.js';
import { CallbackSecrets } from '../ports/accounts/callback-secrets.js';
import type { ChannelSettings } from '../ports/accounts/channel-settings.js';
import { ChannelSettingsStore } from '../ports/accounts/channel-settings.js';
import { CreditsLog } from '../ports/accounts/credits.js';
import { PUBLIC_URL } from '../ports/delivery/public-url.js';

export interface ShownChannels {
  readonly settings: ChannelSettings;
  /** Empty where the platform takes no callbacks, or the account is the platform's. */
  readonly receiptsUrl: string;
  readonly incomingUrl: string;
  readonly creditsLeft: number | undefined;
}

@Injectable()
export class GetChannelsQuery {
  constructor(
    private readonly store: ChannelSettingsStore,
    private readonly secrets: CallbackSecrets,
    private readonly credits: CreditsLog,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  async execute(agencyId: string): Promise<ShownChannels> {
    const settings = await this.store.of(agencyId);
    const credits = await this.credits.of(settings.sms ? agencyId : PLATFORM);
    // The platform's address is its operator's business.
    const secret = settings.sms && this.secrets.of(agencyId);
    const url = (about: string) => (secret ? `${this.publicUrl}/receipts/sms/${secret}/${about}` : '');
    return {
      settings,
      receiptsUrl: url('receipt'),
      incomingUrl: url('incoming'),
      creditsLeft: credits?.left,
    };
  }
}
