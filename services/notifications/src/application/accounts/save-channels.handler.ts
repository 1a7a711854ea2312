import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { createPrivateKey } from 'node:crypto';
import type { ChannelSettings } from '../ports/accounts/channel-settings.js';
import { ChannelSettingsStore } from '../ports/accounts/channel-settings.js';
import type { Sealed } from '../ports/accounts/secrets.js';
import { Secrets } from '../ports/accounts/secrets.js';
import { secretPlace } from './stored-accounts.js';

/** As typed: a secret that is absent stays what it was. */
export interface ChannelsDraft {
  readonly agencyId: string;
  readonly version: number;
  readonly mail?: {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly user: string;
    readonly from: string;
    readonly password?: string;
  };
  readonly dkim?: { readonly selector: string; readonly domain: string; readonly privateKey?: string };
  readonly sms?: {
    readonly appKey: string;
    readonly service: string;
    readonly sender: string;
    readonly appSecret?: string;
    readonly consumerKey?: string;
  };
  readonly creditsThreshold: number;
}

export class InvalidChannels extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_CHANNELS', 'invalid', {}, fields);
  }
}

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;
const DNS_LABEL = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$/i;
const SMS_SERVICE = /^[\w-]+$/;
/** OVH's rule for senders by name. */
const SENDER = /^[A-Za-z0-9 ]{0,11}$/;
const HIGHEST_PORT = 65_535;

const problem = (field: string, code: string, wrong: boolean): FieldError[] =>
  wrong ? [{ field, code }] : [];

@Injectable()
export class SaveChannelsHandler {
  constructor(
    private readonly store: ChannelSettingsStore,
    private readonly secrets: Secrets,
  ) {}

  async execute(draft: ChannelsDraft): Promise<ChannelSettings> {
    const known = await this.store.of(draft.agencyId);
    const problems = problemsOf(draft, known);
    if (problems.length > 0) throw new InvalidChannels(problems);
    return this.store.save({
      agencyId: draft.agencyId,
      version: draft.version,
      creditsThreshold: draft.creditsThreshold,
      ...this.mailOf(draft, known),
      ...this.dkimOf(draft, known),
      ...this.smsOf(draft, known),
    });
  }

  private mailOf({ agencyId, mail }: ChannelsDraft, known: ChannelSettings): Pick<ChannelSettings, 'mail'> {
    if (!mail) return {};
    const { password: typed, ...rest } = mail;
    // To another server or user a password kept from before would be shown to whoever typed the new one.
    const same = known.mail?.host === mail.host && known.mail.user === mail.user;
    const password = this.seal(typed, agencyId, 'mail') ?? (same ? known.mail?.password : undefined);
    return { mail: { ...rest, ...(password !== undefined && { password }) } };
  }

  private dkimOf({ agencyId, dkim }: ChannelsDraft, known: ChannelSettings): Pick<ChannelSettings, 'dkim'> {
    if (!dkim) return {};
    const { selector, domain } = dkim;
    const privateKey = this.seal(dkim.privateKey, agencyId, 'dkim') ?? known.dkim?.privateKey ?? '';
    return { dkim: { selector, domain, privateKey } };
  }

  private smsOf({ agencyId, sms }: ChannelsDraft, known: ChannelSettings): Pick<ChannelSettings, 'sms'> {
    if (!sms) return {};
    const { appKey, service, sender } = sms;
    const appSecret = this.seal(sms.appSecret, agencyId, 'sms-secret') ?? known.sms?.appSecret ?? '';
    const consumerKey = this.seal(sms.consumerKey, agencyId, 'sms-consumer') ?? known.sms?.consumerKey ?? '';
    return { sms: { appKey, service, sender, appSecret, consumerKey } };
  }

  private seal(
    secret: string | undefined,
    agencyId: string,
    field: Parameters<typeof secretPlace>[1],
  ): Sealed | undefined {
    return secret === undefined ? undefined : this.secrets.seal(secret, secretPlace(agencyId, field));
  }
}

function problemsOf({ mail, dkim, sms }: ChannelsDraft, known: ChannelSettings): FieldError[] {
  return [
    ...(mail ? mailProblems(mail) : []),
    ...(dkim ? dkimProblems(dkim, known) : []),
    ...(sms ? smsProblems(sms, known) : []),
  ];
}

function mailProblems({
  host,
  port,
  from,
  user,
  password,
}: NonNullable<ChannelsDraft['mail']>): FieldError[] {
  return [
    ...problem('mail.host', 'INVALID', !HOST.test(host)),
    ...problem('mail.port', 'OUT_OF_RANGE', port < 1 || port > HIGHEST_PORT),
    ...problem('mail.from', 'INVALID_MAIL', !ADDRESS.test(from)),
    ...problem('mail.user', 'REQUIRED', user === '' && !!password),
  ];
}

function dkimProblems(dkim: NonNullable<ChannelsDraft['dkim']>, known: ChannelSettings): FieldError[] {
  const { selector, domain, privateKey } = dkim;
  return [
    ...problem('dkim.selector', 'INVALID', !DNS_LABEL.test(selector)),
    ...problem('dkim.domain', 'INVALID', !HOST.test(domain)),
    ...problem('dkim.privateKey', 'REQUIRED', privateKey === undefined && !known.dkim),
    ...problem('dkim.privateKey', 'INVALID', privateKey !== undefined && !isPrivateKey(privateKey)),
  ];
}

function smsProblems(sms: NonNullable<ChannelsDraft['sms']>, known: ChannelSettings): FieldError[] {
  const { appKey, service, sender, appSecret, consumerKey } = sms;
  return [
    ...problem('sms.appKey', 'REQUIRED', appKey === ''),
    ...problem('sms.service', 'INVALID', !SMS_SERVICE.test(service)),
    ...problem('sms.sender', 'INVALID', !SENDER.test(sender)),
    ...problem('sms.appSecret', 'REQUIRED', !(appSecret ?? known.sms?.appSecret)),
    ...problem('sms.consumerKey', 'REQUIRED', !(consumerKey ?? known.sms?.consumerKey)),
  ];
}

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}
