import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { hasSecondFactor } from '../../domain/accounts/account-security.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { knows, looksKnown, withDevice } from '../../domain/accounts/origin.js';
import { InvalidCredentials } from '../../domain/errors.js';
import { confirmedUntil, sessionEnd } from '../../domain/sign-in.js';
import { Agencies } from '../ports/agencies.js';
import { AccountNotices } from '../ports/accounts/account-notices.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { SecurityLog } from '../ports/accounts/security-log.js';
import { SecuritySettings } from '../ports/accounts/security-settings.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { Sessions } from '../ports/sessions.js';
import type { Session, SignedInPerson } from '../sessions/session.js';
import { SessionHolders } from '../sessions/session.js';

export interface OpenedSession {
  token: string;
  session: Session;
}

/** Who proved who it is gets a session; of a new browser its owner is told. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly agencies: Agencies,
    private readonly holders: SessionHolders,
    private readonly sessions: Sessions,
    private readonly securities: AccountSecurities,
    private readonly settings: SecuritySettings,
    private readonly log: SecurityLog,
    private readonly notices: AccountNotices,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * @param about how it signed in, for the log
   * @param isProof false: what changes secrets asks for one
   * @throws InvalidCredentials when the account is no more
   */
  async execute(
    agencyId: string,
    holder: SessionHolder,
    mail: string,
    origin: Origin,
    about: string,
    { isProof } = { isProof: true },
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const [agency, person, required] = await Promise.all([
      this.agencies.find(agencyId),
      this.holders.read(agencyId, holder, now),
      this.settings.requiresSecondFactor(agencyId),
    ]);
    if (!agency || !person) throw new InvalidCredentials();
    const token = this.tokens.create();
    const expiresAt = sessionEnd(now, now);
    const confirmedAt = isProof ? now : undefined;
    await this.sessions.open({
      tokenHash: this.tokens.hash(token),
      publicId: this.tokens.publicId(),
      agencyId,
      holder,
      expiresAt,
      openedAt: now,
      seenAt: now,
      ...(confirmedAt && { confirmedAt }),
      address: origin.address,
      label: origin.label,
    });
    const name = nameOf(person);
    const event = { agencyId, person: { ...holder, name }, origin };
    await this.log.record({ ...event, kind: 'sign-in', about });
    const before = await this.securities.of(agencyId, holder);
    await this.remember(agencyId, holder, origin, now);
    if (before.devices.length > 0 && !knows(before.devices, origin)) {
      await this.log.record({ ...event, kind: 'new-device' });
      if (!looksKnown(before.devices, origin))
        await this.notices.send({
          id: `device|${agencyId}|${holder.kind}|${holder.id}|${this.tokens.hash(token)}`,
          kind: 'new-device',
          agencyId,
          name,
          mail,
          path: accountPath(holder),
          origin,
          at: now,
        });
    }
    return {
      token,
      session: {
        agencyId,
        agencyName: agency.name,
        expiresAt,
        ...person,
        secondFactorMissing: required && holder.kind === 'user' && !hasSecondFactor(before),
        confirmedUntil: confirmedUntil(confirmedAt),
      },
    };
  }

  private remember(agencyId: string, holder: SessionHolder, origin: Origin, now: Date) {
    return this.securities.update(agencyId, holder, (security) =>
      origin.device === '' ? undefined : { ...security, devices: withDevice(security.devices, origin, now) },
    );
  }
}

export const nameOf = (person: SignedInPerson): string =>
  'user' in person ? person.user.name : person.client.name;

/** Where people find their own account. */
export const accountPath = ({ kind }: SessionHolder): string =>
  kind === 'user' ? '/account' : '/client/account';
