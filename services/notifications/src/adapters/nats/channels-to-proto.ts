import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ChannelSettings as ChannelSettingsProto,
  ChannelSettingsSchema,
  MailAccount,
} from '@intervia/contracts';
import type { ChannelSettings } from '../../application/ports/accounts/channel-settings.js';
import type { ChannelsDraft } from '../../application/accounts/save-channels.handler.js';

export interface ShownBeside {
  readonly receiptsUrl: string;
  readonly incomingUrl: string;
  readonly creditsLeft: number | undefined;
}

/** Whether there is a secret may be known, the secret never. */
export function toChannelsProto(
  { mail, dkim, sms, creditsThreshold, version }: ChannelSettings,
  beside: ShownBeside,
): MessageInitShape<typeof ChannelSettingsSchema> {
  return {
    mail: mail && {
      host: mail.host,
      port: mail.port,
      secure: mail.secure,
      user: mail.user,
      from: mail.from,
      hasPassword: mail.password !== undefined,
    },
    dkim: dkim && { selector: dkim.selector, domain: dkim.domain, hasPrivateKey: true },
    sms: sms && { appKey: sms.appKey, service: sms.service, sender: sms.sender, hasSecrets: true },
    creditsThreshold,
    version,
    ...beside,
  };
}

export const toMailDraft = (mail: MailAccount | undefined): ChannelsDraft['mail'] =>
  mail && {
    host: mail.host.trim(),
    port: mail.port,
    secure: mail.secure,
    user: mail.user.trim(),
    from: mail.from.trim(),
    password: mail.password,
  };

export function toChannelsDraft(agencyId: string, settings: ChannelSettingsProto | undefined): ChannelsDraft {
  const { mail, dkim, sms, creditsThreshold = 0, version = 0 } = settings ?? {};
  return {
    agencyId,
    version,
    creditsThreshold,
    mail: toMailDraft(mail),
    dkim: dkim && {
      selector: dkim.selector.trim(),
      domain: dkim.domain.trim(),
      privateKey: dkim.privateKey,
    },
    sms: sms && {
      appKey: sms.appKey.trim(),
      service: sms.service.trim(),
      sender: sms.sender.trim(),
      appSecret: sms.appSecret,
      consumerKey: sms.consumerKey,
    },
  };
}
