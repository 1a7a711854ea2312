import type { DkimKey, MailAccount, SmsAccount } from '../ports/accounts/accounts.js';
import { Accounts, PLATFORM } from '../ports/accounts/accounts.js';
import type { ChannelSettings, ChannelSettingsStore } from '../ports/accounts/channel-settings.js';
import type { Secrets } from '../ports/accounts/secrets.js';

/** Where a sealed secret belongs: it opens nowhere else. */
export const secretPlace = (
  agencyId: string,
  field: 'mail' | 'dkim' | 'sms-secret' | 'sms-consumer',
): string => `${agencyId}|${field}`;

export interface PlatformAccounts {
  readonly mail: MailAccount;
  readonly sms: SmsAccount;
}

/** The agency's own account of a channel, else the platform's. */
export class StoredAccounts extends Accounts {
  constructor(
    private readonly store: ChannelSettingsStore,
    private readonly secrets: Secrets,
    private readonly platform: PlatformAccounts,
  ) {
    super();
  }

  async mailOf(agencyId: string): Promise<MailAccount> {
    const { mail, dkim } = await this.store.of(agencyId);
    const key = dkim && this.openDkim(agencyId, dkim);
    if (!mail)
      return { ...this.platform.mail, dkim: keyFor(this.platform.mail.from, key) ?? this.platform.mail.dkim };
    const { host, port, secure, user, from, password } = mail;
    return {
      host,
      port,
      secure,
      user: user || undefined,
      password:
        password === undefined ? undefined : this.secrets.open(password, secretPlace(agencyId, 'mail')),
      from,
      ownReturnPath: false,
      isAgencys: true,
      dkim: key,
    };
  }

  async smsOf(agencyId: string): Promise<SmsAccount> {
    return this.ownSms(await this.store.of(agencyId)) ?? this.platform.sms;
  }

  async smsAccounts(): Promise<readonly SmsAccount[]> {
    const own = (await this.store.withSms()).map((settings) => this.ownSms(settings));
    return [this.platform.sms, ...own.filter((account) => account !== undefined)];
  }

  private ownSms({ agencyId, sms, creditsThreshold }: ChannelSettings): SmsAccount | undefined {
    if (!sms) return undefined;
    const { appKey, service, sender, appSecret, consumerKey } = sms;
    return {
      id: agencyId,
      appKey,
      service,
      sender: sender || undefined,
      appSecret: this.secrets.open(appSecret, secretPlace(agencyId, 'sms-secret')),
      consumerKey: this.secrets.open(consumerKey, secretPlace(agencyId, 'sms-consumer')),
      creditsThreshold,
    };
  }

  private openDkim(
    agencyId: string,
    { domain, selector, privateKey }: NonNullable<ChannelSettings['dkim']>,
  ): DkimKey {
    return { domain, selector, privateKey: this.secrets.open(privateKey, secretPlace(agencyId, 'dkim')) };
  }
}

/** A signature counts only for the sender's own domain. */
const keyFor = (from: string, key: DkimKey | undefined): DkimKey | undefined =>
  key && from.toLowerCase().endsWith(`@${key.domain.toLowerCase()}`) ? key : undefined;

export const isPlatform = ({ id }: SmsAccount): boolean => id === PLATFORM;
