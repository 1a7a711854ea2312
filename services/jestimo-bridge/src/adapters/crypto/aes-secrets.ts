import { Seal } from '@intervia/mongo';
import { SealedSecrets } from '../../application/ports/sealed-secrets.js';
import { SecretsNotConfigured } from '../../domain/values/errors.js';

export class AesSecrets extends SealedSecrets {
  private readonly keys: Seal;

  /** @param keys "id:base64,id:base64" (libs/mongo, Seal) */
  constructor(keys: string) {
    super();
    this.keys = new Seal(keys);
  }

  override seal(secret: string, place: string): string {
    const sealed = this.keys.seal(secret, place);
    if (sealed === undefined) throw new SecretsNotConfigured();
    return sealed;
  }

  override open(sealed: string, place: string): string {
    return this.keys.open(sealed, place);
  }
}
