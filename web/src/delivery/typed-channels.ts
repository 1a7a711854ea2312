import type { ChannelSettings, MailAccountDto } from '../api/types.js';

/** What is typed into a secret; undefined: the one known stays. */
export type TypedSecret = string | undefined;

/** The agency's accounts as the form holds them: what is switched off goes through the platform's. */
export interface TypedChannels {
  ownMail: boolean;
  mail: {
    host: string;
    port: string;
    secure: boolean;
    user: string;
    from: string;
    password: TypedSecret;
  };
  ownDkim: boolean;
  dkim: { selector: string; domain: string; privateKey: TypedSecret };
  ownSms: boolean;
  sms: {
    appKey: string;
    service: string;
    sender: string;
    appSecret: TypedSecret;
    consumerKey: TypedSecret;
  };
  creditsThreshold: string;
}

const TLS_PORT = 465;

export function typedChannels({ mail, dkim, sms, creditsThreshold }: ChannelSettings): TypedChannels {
  return {
    ownMail: mail !== undefined,
    mail: {
      host: mail?.host ?? '',
      port: String(mail?.port ?? TLS_PORT),
      secure: mail?.secure ?? true,
      user: mail?.user ?? '',
      from: mail?.from ?? '',
      password: undefined,
    },
    ownDkim: dkim !== undefined,
    dkim: { selector: dkim?.selector ?? '', domain: dkim?.domain ?? '', privateKey: undefined },
    ownSms: sms !== undefined,
    sms: {
      appKey: sms?.appKey ?? '',
      service: sms?.service ?? '',
      sender: sms?.sender ?? '',
      appSecret: undefined,
      consumerKey: undefined,
    },
    creditsThreshold: String(creditsThreshold),
  };
}

/** As `PUT /api/channels` takes them: whole, with the version that was read. */
export function channelsBody(typed: TypedChannels, version: number): object {
  const { mail, dkim, sms } = typed;
  return {
    mail: typed.ownMail ? mailBody(mail) : undefined,
    dkim: typed.ownDkim ? { ...dkim, privateKey: dkim.privateKey || undefined } : undefined,
    sms: typed.ownSms
      ? { ...sms, appSecret: sms.appSecret || undefined, consumerKey: sms.consumerKey || undefined }
      : undefined,
    creditsThreshold: Number(typed.creditsThreshold),
    version,
  };
}

/** The account as it is sent, and tried. */
export const mailBody = (mail: TypedChannels['mail']): MailAccountDto => ({
  ...mail,
  port: Number(mail.port),
  password: mail.password || undefined,
});

/** The server forgets a password for another server, port, security or user: nobody may read it by pointing it elsewhere. */
export function keepsPassword(saved: ChannelSettings['mail'], typed: TypedChannels['mail']): boolean {
  if (!saved?.hasPassword) return false;
  const isSamePlace = saved.host === typed.host.trim() && String(saved.port) === typed.port.trim();
  return isSamePlace && saved.secure === typed.secure && saved.user === typed.user.trim();
}
