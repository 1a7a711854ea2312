import { Logger } from '@nestjs/common';
import { AccessControlRepository } from './adapters/mongo/accounts/access-control.repository.js';
import { ACCESS_CONTROL, accessControlSchema } from './adapters/mongo/accounts/access-control.schema.js';
import { AccountSecurityRepository } from './adapters/mongo/accounts/account-security.repository.js';
import {
  ACCOUNT_SECURITY,
  accountSecuritySchema,
} from './adapters/mongo/accounts/account-security.schema.js';
import { SECURITY_EVENT, securityEventSchema } from './adapters/mongo/accounts/security-event.schema.js';
import { SecurityLogRepository } from './adapters/mongo/accounts/security-log.repository.js';
import { SecuritySettingsRepository } from './adapters/mongo/accounts/security-settings.repository.js';
import {
  SECURITY_SETTINGS,
  securitySettingsSchema,
} from './adapters/mongo/accounts/security-settings.schema.js';
import { SignInStepRepository } from './adapters/mongo/accounts/sign-in-step.repository.js';
import { SIGN_IN_STEP, signInStepSchema } from './adapters/mongo/accounts/sign-in-step.schema.js';
import { FileLogAnchors } from './adapters/files/file-log-anchors.js';
import { LogHeadsRepository } from './adapters/mongo/accounts/log-heads.repository.js';
import { CommonPasswords } from './adapters/breached/common-passwords.js';
import { AesSecrets } from './adapters/crypto/aes-secrets.js';
import { AccessControlController } from './adapters/nats/accounts/access-control.controller.js';
import { NatsAccountNotices } from './adapters/nats/accounts/nats-account-notices.js';
import { OwnAccountController } from './adapters/nats/accounts/own-account.controller.js';
import { SecondFactorsController } from './adapters/nats/accounts/second-factors.controller.js';
import { SecurityController } from './adapters/nats/accounts/security.controller.js';
import { SignInStepsController } from './adapters/nats/accounts/sign-in-steps.controller.js';
import { TotpCodes } from './adapters/otp/totp-codes.js';
import { WebauthnPasskeys } from './adapters/webauthn/webauthn-passkeys.js';
import { AdministerSecurityHandler } from './application/accounts/administer-security.handler.js';
import { AnchorLog } from './application/accounts/anchor-log.js';
import type { ChainedEntry } from './application/accounts/log-chain.js';
import { ConfirmHandler } from './application/accounts/confirm.handler.js';
import { ControlAccessHandler } from './application/accounts/control-access.handler.js';
import { EndSessionsHandler } from './application/accounts/end-sessions.handler.js';
import { FinishSignInHandler } from './application/accounts/finish-sign-in.handler.js';
import { LogKey } from './application/accounts/log-chain.js';
import { LogSecurity } from './application/accounts/log-security.js';
import { OpenSession } from './application/accounts/open-session.js';
import { OwnSessionsHandler } from './application/accounts/own-sessions.handler.js';
import { Prove } from './application/accounts/prove.js';
import { ResetPasswordHandler } from './application/accounts/reset-password.handler.js';
import { SecondFactorsHandler } from './application/accounts/second-factors.handler.js';
import { SecurityLines } from './application/accounts/security-lines.js';
import { SetPassword } from './application/accounts/set-password.js';
import { SignInAccounts } from './application/accounts/sign-in-accounts.js';
import { SignedInAccounts } from './application/accounts/signed-in-account.js';
import { TellSecurity } from './application/accounts/tell-security.js';
import { ThrottleAttempts } from './application/accounts/throttle-attempts.js';
import { AccessControls } from './application/ports/accounts/access-controls.js';
import { AccountNotices } from './application/ports/accounts/account-notices.js';
import { AccountSecurities } from './application/ports/accounts/account-securities.js';
import { BreachedPasswords } from './application/ports/accounts/breached-passwords.js';
import { LogAnchors, LogHeads } from './application/ports/accounts/log-anchors.js';
import { OneTimeCodes } from './application/ports/accounts/one-time-codes.js';
import { PasskeyVerifier } from './application/ports/accounts/passkey-verifier.js';
import { SealedSecrets } from './application/ports/accounts/sealed-secrets.js';
import { SecurityLog } from './application/ports/accounts/security-log.js';
import { SecuritySettings } from './application/ports/accounts/security-settings.js';
import { SignInSteps } from './application/ports/accounts/sign-in-steps.js';
import type { DirectoryEnv } from './directory.env.js';

/** Passwords, second factors, sessions of people, and the log of security. */
export const accountModels = [
  { name: ACCESS_CONTROL, schema: accessControlSchema },
  { name: ACCOUNT_SECURITY, schema: accountSecuritySchema },
  { name: SIGN_IN_STEP, schema: signInStepSchema },
  { name: SECURITY_EVENT, schema: securityEventSchema },
  { name: SECURITY_SETTINGS, schema: securitySettingsSchema },
];

export const accountControllers = [
  SignInStepsController,
  OwnAccountController,
  SecondFactorsController,
  SecurityController,
  AccessControlController,
];

type AccountsEnv = Pick<
  DirectoryEnv,
  'PUBLIC_URL' | 'SECRETS_KEYS' | 'HISTORY_KEY' | 'ANCHORS_DIR' | 'SECURITY_LOG_LINES'
>;

const securityLogger = new Logger('LogOfSecurity');
const writeLine = (security: ChainedEntry): void => securityLogger.log({ security }, 'entry');

export const accountProviders = (env: AccountsEnv) => [
  SignInAccounts,
  ThrottleAttempts,
  LogSecurity,
  TellSecurity,
  OpenSession,
  Prove,
  FinishSignInHandler,
  SetPassword,
  ResetPasswordHandler,
  SignedInAccounts,
  ConfirmHandler,
  SecondFactorsHandler,
  OwnSessionsHandler,
  AdministerSecurityHandler,
  ControlAccessHandler,
  EndSessionsHandler,
  AnchorLog,
  { provide: AccountSecurities, useClass: AccountSecurityRepository },
  { provide: SignInSteps, useClass: SignInStepRepository },
  { provide: LogKey, useFactory: () => new LogKey(env.HISTORY_KEY) },
  {
    provide: SecurityLines,
    useFactory: () => new SecurityLines(env.SECURITY_LOG_LINES ? writeLine : undefined),
  },
  { provide: SecurityLog, useClass: SecurityLogRepository },
  { provide: LogHeads, useClass: LogHeadsRepository },
  { provide: LogAnchors, useFactory: () => new FileLogAnchors(env.ANCHORS_DIR, env.HISTORY_KEY) },
  { provide: AccessControls, useClass: AccessControlRepository },
  { provide: SecuritySettings, useClass: SecuritySettingsRepository },
  { provide: AccountNotices, useClass: NatsAccountNotices },
  { provide: BreachedPasswords, useClass: CommonPasswords },
  { provide: OneTimeCodes, useClass: TotpCodes },
  { provide: PasskeyVerifier, useFactory: () => new WebauthnPasskeys(env.PUBLIC_URL) },
  { provide: SealedSecrets, useFactory: () => new AesSecrets(env.SECRETS_KEYS) },
];
