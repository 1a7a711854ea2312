import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { createPrivateKey } from 'node:crypto';
import type { ChannelSettings } from '../ports/accounts/channel-settings.js';
import { AllowedHosts } from '../ports/accounts/allowed-hosts.js';
import { ChannelSettingsStore } from '../ports/accounts/channel-settings.js';
import type { Sealed } from '../ports/accounts/secrets.js';
import { Secrets } from '../ports/accounts/secrets.js';
import { keptPassword } from './kept-password.js';
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
/** Submission, and the port that providers offer where 25 is closed; any where the operator lets agencies inside. */
const MAIL_PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525]);
/** RFC 8301: shorter ones are broken, and receivers take their signature for none. */
const SHORTEST_RSA_BITS = 2048;

const problem = (field: string, code: string, wrong: boolean): FieldError[] =>
  wrong ? [{ field, code }] : [];

@Injectable()
export class SaveChannelsHandler {
  constructor(
    private readonly store: ChannelSettingsStore,
    private readonly secrets: Secrets,
    private readonly hosts: AllowedHosts,
  ) {}

  async execute(draft: ChannelsDraft): Promise<ChannelSettings> {
    const known = await this.store.of(draft.agencyId);
    const problems = problemsOf(draft, known, this.hosts);
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
    const password = this.seal(typed, agencyId, 'mail') ?? keptPassword(mail, known);
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

function problemsOf(
  { mail, dkim, sms }: ChannelsDraft,
  known: ChannelSettings,
  hosts: AllowedHosts,
): FieldError[] {
  return [
    ...(mail ? mailProblems(mail, hosts) : []),
    ...(dkim ? dkimProblems(dkim, known) : []),
    ...(sms ? smsProblems(sms, known) : []),
  ];
}

export function mailProblems(
  { host, port, from, user, password }: NonNullable<ChannelsDraft['mail']>,
  hosts: AllowedHosts,
): FieldError[] {
  const isAllowedInside = hosts.allows(host);
  return [
    ...problem('mail.host', 'INVALID', !HOST.test(host)),
    ...problem('mail.host', 'HOST_NOT_PUBLIC', HOST.test(host) && hosts.isInside(host) && !isAllowedInside),
    ...problem('mail.port', 'PORT_REFUSED', !MAIL_PORTS.has(port) && !isAllowedInside),
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
    ...(privateKey === undefined ? [] : keyProblems(privateKey)),
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

function keyProblems(pem: string): FieldError[] {
  const field = 'dkim.privateKey';
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType !== 'rsa') return [{ field, code: 'INVALID' }];
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return problem(field, 'KEY_TOO_SHORT', bits < SHORTEST_RSA_BITS);
  } catch {
    return [{ field, code: 'INVALID' }];
  }
}
