import { Seal } from '@intervia/mongo';
import type { Sealed } from '../../application/ports/accounts/secrets.js';
import { Secrets, SecretsNotConfigured } from '../../application/ports/accounts/secrets.js';

export class AesSecrets extends Secrets {
  private readonly keys: Seal;

  /** @param keys "id:base64,id:base64" (libs/mongo, Seal) */
  constructor(keys: string) {
    super();
    this.keys = new Seal(keys);
  }

  seal(secret: string, place: string): Sealed {
    const sealed = this.keys.seal(secret, place);
    if (sealed === undefined) throw new SecretsNotConfigured();
    return sealed;
  }

  open(sealed: Sealed, place: string): string {
    return this.keys.open(sealed, place);
  }
}
