import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { RESET_MS } from '../../domain/accounts/account-security.js';
import { ResetExpired } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { resetLimits } from '../../domain/accounts/throttle.js';
import { normaliseMail } from '../../domain/sign-in.js';
import { AccountNotices } from '../ports/accounts/account-notices.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { SessionHolders } from '../sessions/session.js';
import { LogSecurity } from './log-security.js';
import { nameOf } from './open-session.js';
import { SetPassword } from './set-password.js';
import type { SignInAccount } from './sign-in-accounts.js';
import { SignInAccounts } from './sign-in-accounts.js';
import { ThrottleAttempts } from './throttle-attempts.js';

/** "Mot de passe oublié": by a mail to the account's own address, and nothing tells whether there is one. */
@Injectable()
export class ResetPasswordHandler {
  private readonly logger = new Logger(ResetPasswordHandler.name);

  constructor(
    private readonly accounts: SignInAccounts,
    private readonly securities: AccountSecurities,
    private readonly holders: SessionHolders,
    private readonly throttle: ThrottleAttempts,
    private readonly notices: AccountNotices,
    private readonly setPassword: SetPassword,
    private readonly log: LogSecurity,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** Answers before it looks: the time taken tells nothing either. @throws TooManyAttempts */
  async request(typed: string, client: boolean, origin: Origin): Promise<void> {
    const mail = normaliseMail(typed);
    const kind = client ? 'client' : 'user';
    await this.throttle.count(resetLimits(`${kind}:${mail}`, origin), this.clock.now());
    this.sendAll(kind, mail, origin).catch((error: unknown) =>
      this.logger.error(`a mail to set a password could not be sent: ${String(error)}`),
    );
  }

  /** @throws ResetExpired, PasswordRefused */
  async reset(token: string, password: string, client: boolean, origin: Origin): Promise<void> {
    const hash = this.tokens.hash(token);
    const now = this.clock.now();
    const found = await this.securities.withReset(hash);
    const isOpen = found?.reset && found.reset.hash === hash && found.reset.expiresAt > now;
    if (!found || !isOpen || (found.holder.kind === 'client') !== client) throw new ResetExpired();
    const account = await this.accounts.of(found.agencyId, found.holder);
    if (!account) throw new ResetExpired();
    await this.setPassword.check(account, password);
    let spent = false;
    await this.securities.update(found.agencyId, found.holder, (security) => {
      spent = security.reset?.hash === hash;
      return spent ? { ...security, reset: undefined } : undefined;
    });
    if (!spent) throw new ResetExpired();
    await this.setPassword.execute(account, password, origin, 'password-reset');
  }

  private async sendAll(kind: 'user' | 'client', mail: string, origin: Origin): Promise<void> {
    for (const account of await this.accounts.withMail(kind, mail)) await this.send(account, origin);
  }

  private async send({ agencyId, holder, mail }: SignInAccount, origin: Origin): Promise<void> {
    const at = this.clock.now();
    const person = await this.holders.read(agencyId, holder, at);
    if (!person) return;
    const token = this.tokens.create();
    const hash = this.tokens.hash(token);
    await this.securities.update(agencyId, holder, (security) => ({
      ...security,
      reset: { hash, expiresAt: new Date(at.getTime() + RESET_MS) },
    }));
    await this.log.of(agencyId, holder, 'reset-requested', origin);
    // Behind the "#": neither proxies nor the pages that follow see it.
    const page = holder.kind === 'user' ? '/password' : '/client/password';
    await this.notices.send({
      id: `reset|${hash}`,
      kind: 'password-reset',
      agencyId,
      name: nameOf(person),
      mail,
      path: `${page}#${token}`,
      origin,
      at,
    });
  }
}
