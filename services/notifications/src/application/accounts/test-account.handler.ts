import { Injectable } from '@nestjs/common';
import type { ChannelsDraft } from './save-channels.handler.js';
import { InvalidChannels, mailProblems } from './save-channels.handler.js';
import { secretPlace } from './stored-accounts.js';
import { AllowedHosts } from '../ports/accounts/allowed-hosts.js';
import { ChannelSettingsStore } from '../ports/accounts/channel-settings.js';
import type { ProbeResult } from '../ports/accounts/mail-probe.js';
import { MailProbe } from '../ports/accounts/mail-probe.js';
import { Secrets } from '../ports/accounts/secrets.js';
import { keptPassword } from './kept-password.js';
import { Users } from '../ports/neighbours/users.js';

/** Tries an account as it is typed, before it is saved: a mail to the administrator who asks. */
@Injectable()
export class TestAccountHandler {
  constructor(
    private readonly store: ChannelSettingsStore,
    private readonly secrets: Secrets,
    private readonly hosts: AllowedHosts,
    private readonly users: Users,
    private readonly probe: MailProbe,
  ) {}

  /** @throws InvalidChannels */
  async execute(
    agencyId: string,
    userId: string,
    mail: NonNullable<ChannelsDraft['mail']>,
  ): Promise<ProbeResult> {
    const problems = mailProblems(mail, this.hosts);
    if (problems.length > 0) throw new InvalidChannels(problems);
    const user = await this.users.get(agencyId, userId);
    if (!user?.mail) return 'recipient';
    const { password: typed, user: name, ...rest } = mail;
    const kept = keptPassword(mail, await this.store.of(agencyId));
    const password =
      typed ?? (kept === undefined ? undefined : this.secrets.open(kept, secretPlace(agencyId, 'mail')));
    return this.probe.try(
      { ...rest, user: name || undefined, password, ownReturnPath: false, isAgencys: true },
      user.mail,
    );
  }
}
