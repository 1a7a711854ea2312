import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { UserNotFound } from '../../domain/accounts/errors.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { isLive } from '../../domain/api-keys/api-key.js';
import { ApiKeyScopeMissing, SignInLinkSpent } from '../../domain/api-keys/errors.js';
import { linkEnd } from '../../domain/api-keys/sign-in-link.js';
import { isOver } from '../../domain/sign-in.js';
import type { OpenedSession } from '../accounts/open-session.js';
import { OpenSession } from '../accounts/open-session.js';
import { SignInAccounts } from '../accounts/sign-in-accounts.js';
import { ApiKeys } from '../ports/api-keys.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { Sessions } from '../ports/sessions.js';
import { SignInLinks } from '../ports/sign-in-links.js';
import { GetSessionQuery } from '../sessions/get-session.query.js';
import { OwnApiKeyHandler } from './own-api-key.handler.js';

/** LSC, which signs its users in itself, opens a page of the extranet for one of them. */
@Injectable()
export class SignInLinkHandler {
  constructor(
    private readonly ownKey: OwnApiKeyHandler,
    private readonly keys: ApiKeys,
    private readonly links: SignInLinks,
    private readonly accounts: SignInAccounts,
    private readonly sessions: Sessions,
    private readonly getSession: GetSessionQuery,
    private readonly opening: OpenSession,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiKeyInvalid, ApiKeyExpired, ApiKeyScopeMissing, UserNotFound */
  async issue(shown: string, userId: string, origin: Origin): Promise<{ token: string; expiresAt: Date }> {
    const { key } = await this.ownKey.authenticate(shown, origin);
    if (!key.scopes.includes('tickets:open')) throw new ApiKeyScopeMissing('TICKETS_OPEN');
    const { agencyId, id: keyId } = key;
    if (!(await this.accounts.of(agencyId, { kind: 'user', id: userId }))) throw new UserNotFound();
    const token = this.tokens.create();
    const expiresAt = linkEnd(this.clock.now());
    await this.links.add({ tokenHash: this.tokens.hash(token), agencyId, userId, keyId, expiresAt });
    return { token, expiresAt };
  }

  /**
   * Whoever has the session of this user already keeps it. A new one is not a proof of who it is: what changes secrets asks
   * for one.
   * @param current token of the browser's session; empty without one
   * @throws SignInLinkSpent
   */
  async redeem(token: string, current: string, origin: Origin): Promise<OpenedSession> {
    const now = this.clock.now();
    const link = await this.links.take(this.tokens.hash(token), now);
    if (!link) throw new SignInLinkSpent();
    const { agencyId, userId, keyId } = link;
    const holder: SessionHolder = { kind: 'user', id: userId };
    const [keys, account] = await Promise.all([this.keys.list(agencyId), this.accounts.of(agencyId, holder)]);
    const key = keys.find(({ id }) => id === keyId);
    if (!key || !isLive(key, now) || !account) throw new SignInLinkSpent();
    if (await this.isOf(current, agencyId, userId))
      return { token: current, session: await this.getSession.execute(current) };
    return this.opening.execute(agencyId, holder, account.mail, origin, 'lsc-link', { isProof: false });
  }

  private async isOf(token: string, agencyId: string, userId: string): Promise<boolean> {
    const stored = token === '' ? undefined : await this.sessions.find(this.tokens.hash(token));
    if (!stored || isOver(stored.expiresAt, this.clock.now())) return false;
    const { holder } = stored;
    return stored.agencyId === agencyId && holder.kind === 'user' && holder.id === userId;
  }
}
