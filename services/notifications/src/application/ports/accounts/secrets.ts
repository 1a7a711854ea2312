import { AppError } from '@intervia/rules';
/** A secret as it may be stored: unreadable, and of no use in another place than its own. */
export type Sealed = string;

/** No key for secrets is configured. */
export class SecretsNotConfigured extends AppError.of('SECRETS_NOT_CONFIGURED', 'invalid') {}

export abstract class Secrets {
  /** `place`: what the secret belongs to; it opens nowhere else. @throws SecretsNotConfigured */
  abstract seal(secret: string, place: string): Sealed;
  /** @throws when the key is gone, or the text was changed or moved. */
  abstract open(sealed: Sealed, place: string): string;
}
