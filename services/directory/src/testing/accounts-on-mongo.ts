import type { Clock } from '@intervia/clock';
import type { EventPublisher } from '@intervia/messaging';
import type { OutboxFields } from '@intervia/mongo';
import { randomBytes } from 'node:crypto';
import type { Connection, Schema } from 'mongoose';
import { AccessRelay } from '../adapters/mongo/accounts/access-relay.js';
import { AccountSecurityRepository } from '../adapters/mongo/accounts/account-security.repository.js';
import {
  ACCOUNT_SECURITY,
  accountSecuritySchema,
} from '../adapters/mongo/accounts/account-security.schema.js';
import { SECURITY_EVENT, securityEventSchema } from '../adapters/mongo/accounts/security-event.schema.js';
import { SecurityLogRepository } from '../adapters/mongo/accounts/security-log.repository.js';
import { SecuritySettingsRepository } from '../adapters/mongo/accounts/security-settings.repository.js';
import {
  SECURITY_SETTINGS,
  securitySettingsSchema,
} from '../adapters/mongo/accounts/security-settings.schema.js';
import { SignInStepRepository } from '../adapters/mongo/accounts/sign-in-step.repository.js';
import { SIGN_IN_STEP, signInStepSchema } from '../adapters/mongo/accounts/sign-in-step.schema.js';
import { CommonPasswords } from '../adapters/breached/common-passwords.js';
import { AesSecrets } from '../adapters/crypto/aes-secrets.js';
import { TotpCodes } from '../adapters/otp/totp-codes.js';
import { WebauthnPasskeys } from '../adapters/webauthn/webauthn-passkeys.js';
import { AdministerSecurityHandler } from '../application/accounts/administer-security.handler.js';
import { ControlAccessHandler } from '../application/accounts/control-access.handler.js';
import { ConfirmHandler } from '../application/accounts/confirm.handler.js';
import { FinishSignInHandler } from '../application/accounts/finish-sign-in.handler.js';
import type { ChainedEntry } from '../application/accounts/log-chain.js';
import { LogKey } from '../application/accounts/log-chain.js';
import { LogSecurity } from '../application/accounts/log-security.js';
import { OpenSession } from '../application/accounts/open-session.js';
import { OwnSessionsHandler } from '../application/accounts/own-sessions.handler.js';
import { AdministerApiKeysHandler } from '../application/api-keys/administer-api-keys.handler.js';
import { MakeSecret } from '../application/api-keys/make-secret.js';
import { OwnApiKeyHandler } from '../application/api-keys/own-api-key.handler.js';
import { SignInLinkHandler } from '../application/api-keys/sign-in-link.handler.js';
import { SignInLinkRepository } from '../adapters/mongo/api-keys/sign-in-link.repository.js';
import { SIGN_IN_LINK, signInLinkSchema } from '../adapters/mongo/api-keys/sign-in-link.schema.js';
import { ApiKeyRepository } from '../adapters/mongo/api-keys/api-key.repository.js';
import { API_KEY, apiKeySchema } from '../adapters/mongo/api-keys/api-key.schema.js';
import { Prove } from '../application/accounts/prove.js';
import { ResetPasswordHandler } from '../application/accounts/reset-password.handler.js';
import { SecondFactorsHandler } from '../application/accounts/second-factors.handler.js';
import { SecurityLines } from '../application/accounts/security-lines.js';
import { SetPassword } from '../application/accounts/set-password.js';
import { SignInAccounts } from '../application/accounts/sign-in-accounts.js';
import { SignedInAccounts } from '../application/accounts/signed-in-account.js';
import { TellSecurity } from '../application/accounts/tell-security.js';
import { ThrottleAttempts } from '../application/accounts/throttle-attempts.js';
import { GetSessionQuery } from '../application/sessions/get-session.query.js';
import { EndSessionsHandler } from '../application/accounts/end-sessions.handler.js';
import type { AccessControls } from '../application/ports/accounts/access-controls.js';
import { FakeAccountNotices } from '../application/ports/accounts/account-notices.fake.js';
import type { Agencies } from '../application/ports/agencies.js';
import type { ClientAccounts } from '../application/ports/client-accounts.js';
import type { Passwords } from '../application/ports/passwords.js';
import type { SessionTokens } from '../application/ports/session-tokens.js';
import type { Sessions } from '../application/ports/sessions.js';
import type { SignInAttempts } from '../application/ports/sign-in-attempts.js';
import type { Users } from '../application/ports/users.js';
import type { SessionHolders } from '../application/sessions/session.js';
import { SignInHandler } from '../application/sessions/sign-in.handler.js';
import { SignOutHandler } from '../application/sessions/sign-out.handler.js';

interface Shared {
  agencies: Agencies;
  users: Users;
  clients: ClientAccounts;
  holders: SessionHolders;
  access: AccessControls;
  sessions: Sessions;
  attempts: SignInAttempts;
  passwords: Passwords;
  tokens: SessionTokens;
}

export const TEST_LOG_KEY = 'a key of at least thirty-two letters';

/** Where passkeys of tests belong to. */
export const TEST_ORIGIN = 'http://localhost:3000';

/** Signing in, second factors and the log of security, on the same database. */
export function accountsOnMongo(connection: Connection, clock: Clock, heard: EventPublisher, shared: Shared) {
  const { agencies, users, clients, holders, access, sessions, attempts, passwords, tokens } = shared;
  const model = <D>(name: string, schema: Schema<D>) => connection.model<D>(name, schema);
  const securityModel = model(ACCOUNT_SECURITY, accountSecuritySchema);
  const relay = new AccessRelay(() => connection.model<OutboxFields>(ACCOUNT_SECURITY), heard, clock);
  const securities = new AccountSecurityRepository(securityModel, relay, clock);
  const steps = new SignInStepRepository(model(SIGN_IN_STEP, signInStepSchema));
  const lines: ChainedEntry[] = [];
  const log = new SecurityLogRepository(
    model(SECURITY_EVENT, securityEventSchema),
    clock,
    new LogKey(TEST_LOG_KEY),
    new SecurityLines((entry) => lines.push(entry)),
  );
  const settings = new SecuritySettingsRepository(model(SECURITY_SETTINGS, securitySettingsSchema));
  const notices = new FakeAccountNotices();
  const breached = new CommonPasswords();
  const codes = new TotpCodes();
  const passkeys = new WebauthnPasskeys(TEST_ORIGIN);
  const secrets = new AesSecrets(`k1:${randomBytes(32).toString('base64')}`);

  const accounts = new SignInAccounts(users, clients);
  const throttle = new ThrottleAttempts(attempts);
  const logSecurity = new LogSecurity(log, holders, clock);
  const tell = new TellSecurity(logSecurity, notices, holders, clock);
  const opening = new OpenSession(
    agencies,
    holders,
    sessions,
    securities,
    settings,
    log,
    notices,
    tokens,
    clock,
  );
  const prove = new Prove(securities, codes, passkeys, secrets, tokens, clock);
  const setPassword = new SetPassword(
    accounts,
    agencies,
    holders,
    passwords,
    breached,
    securities,
    sessions,
    notices,
    logSecurity,
    clock,
  );
  const signedIn = new SignedInAccounts(sessions, holders, accounts, tokens, clock);
  const apiKeys = new ApiKeyRepository(model(API_KEY, apiKeySchema));
  const make = new MakeSecret(tokens);
  const ownApiKey = new OwnApiKeyHandler(apiKeys, agencies, throttle, log, make, tokens, clock);
  const getSession = new GetSessionQuery(sessions, holders, agencies, settings, securities, tokens, clock);
  const links = new SignInLinkRepository(model(SIGN_IN_LINK, signInLinkSchema));
  return {
    securities,
    log,
    lines,
    notices,
    signIn: new SignInHandler(
      accounts,
      securities,
      throttle,
      passwords,
      opening,
      steps,
      passkeys,
      logSecurity,
      tokens,
      clock,
    ),
    getSession,
    signOut: new SignOutHandler(sessions, securities, logSecurity, tokens),
    finish: new FinishSignInHandler(
      steps,
      securities,
      accounts,
      throttle,
      prove,
      opening,
      passkeys,
      logSecurity,
      tokens,
      clock,
    ),
    reset: new ResetPasswordHandler(
      accounts,
      securities,
      holders,
      throttle,
      notices,
      setPassword,
      logSecurity,
      tokens,
      clock,
    ),
    confirm: new ConfirmHandler(
      signedIn,
      securities,
      sessions,
      passwords,
      setPassword,
      passkeys,
      prove,
      throttle,
      logSecurity,
      clock,
    ),
    factors: new SecondFactorsHandler(
      signedIn,
      securities,
      agencies,
      codes,
      passkeys,
      secrets,
      tell,
      tokens,
      clock,
    ),
    apiKeys: new AdministerApiKeysHandler(signedIn, apiKeys, make, tell, tokens, clock),
    ownApiKey,
    signInLinks: new SignInLinkHandler(
      ownApiKey,
      apiKeys,
      links,
      accounts,
      sessions,
      getSession,
      opening,
      tokens,
      clock,
    ),
    own: new OwnSessionsHandler(signedIn, sessions, securities, settings, logSecurity),
    endSessions: new EndSessionsHandler(signedIn, accounts, sessions, securities, tell),
    controlAccess: new ControlAccessHandler(signedIn, users, access, securities, logSecurity),
    administer: new AdministerSecurityHandler(
      signedIn,
      users,
      accounts,
      securities,
      settings,
      log,
      logSecurity,
      tell,
    ),
  };
}
