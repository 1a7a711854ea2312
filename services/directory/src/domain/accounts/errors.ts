import { AppError } from '@intervia/rules';
import type { PasswordFault } from './password-policy.js';

/** The second step of a sign-in, or the setting up of a second factor, waited too long or was tried too often. */
export class StepExpired extends AppError.of('STEP_EXPIRED', 'conflict') {}

export class SecondFactorRefused extends AppError.of('SECOND_FACTOR_REFUSED', 'forbidden') {}

/** Neither password, code nor passkey of the one who is signed in. */
export class ConfirmationRefused extends AppError.of('CONFIRMATION_REFUSED', 'forbidden') {}

export class ConfirmationRequired extends AppError.of('CONFIRMATION_REQUIRED', 'forbidden') {}

const CODE_OF: Readonly<Record<PasswordFault, string>> = {
  TOO_SHORT: 'PASSWORD_TOO_SHORT',
  TOO_LONG: 'PASSWORD_TOO_LONG',
  BREACHED: 'PASSWORD_BREACHED',
  PERSONAL: 'PASSWORD_PERSONAL',
};

export class PasswordRefused extends AppError {
  constructor(fault: PasswordFault) {
    super(CODE_OF[fault], 'invalid');
  }
}

export class ResetExpired extends AppError.of('RESET_EXPIRED', 'conflict') {}

export class TooManyPasskeys extends AppError.of('TOO_MANY_PASSKEYS', 'conflict') {}

export class ForbiddenAction extends AppError.of('FORBIDDEN_ACTION', 'forbidden') {}

/** Another administrator decided since this one looked. */
export class AccessChangedMeanwhile extends AppError.of('ACCESS_CHANGED_MEANWHILE', 'conflict') {}

export class AccessWithoutView extends AppError.of('ACCESS_WITHOUT_VIEW', 'invalid') {}

export class UserNotFound extends AppError.of('USER_NOT_FOUND', 'not-found') {}

/** No client of the agency signs in with this mail. */
export class ClientAccountNotFound extends AppError.of('CLIENT_ACCOUNT_NOT_FOUND', 'not-found') {}

export class SecretsNotConfigured extends AppError.of('SECRETS_NOT_CONFIGURED', 'invalid') {}
