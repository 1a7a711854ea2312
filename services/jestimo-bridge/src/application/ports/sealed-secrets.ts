export abstract class SealedSecrets {
  /** `place`: what the secret belongs to; it opens nowhere else. @throws SecretsNotConfigured */
  abstract seal(secret: string, place: string): string;
  abstract open(sealed: string, place: string): string;
}
