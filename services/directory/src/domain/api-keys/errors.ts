import { AppError } from '@intervia/rules';

/** Unknown, malformed or revoked: which of them is nobody's business. */
export class ApiKeyInvalid extends AppError.of('API_KEY_INVALID', 'unauthenticated') {}

export class ApiKeyExpired extends AppError.of('API_KEY_EXPIRED', 'unauthenticated') {}

export class ApiKeyNotFound extends AppError.of('API_KEY_NOT_FOUND', 'not-found') {}

/** Two secrets are live already: one of them goes first. */
export class ApiKeyTwoLive extends AppError.of('API_KEY_TWO_LIVE', 'conflict') {}

export class TooManyApiKeys extends AppError {
  constructor(most: number) {
    super('TOO_MANY_API_KEYS', 'conflict', { max: String(most) });
  }
}

export class InvalidApiKey extends AppError {
  constructor(field: 'name' | 'scopes' | 'expiresAt', code: string) {
    super('INVALID_REQUEST', 'invalid', {}, [{ field, code }]);
  }
}

export class ApiKeyScopeMissing extends AppError {
  constructor(scope: string) {
    super('API_KEY_SCOPE_MISSING', 'forbidden', { scope });
  }
}

/** Used, late, made up, or of a key or a user that is no more: which of them is nobody's business. */
export class SignInLinkSpent extends AppError.of('SIGN_IN_LINK_SPENT', 'conflict') {}
