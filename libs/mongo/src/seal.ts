import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets that must be read again, as they are stored: AES-256-GCM; `place`, what the secret belongs to, is authenticated,
 * so that it opens nowhere else. `keys`: "id:base64,id:base64". The first seals; the others still open, so that a key is
 * changed by putting a new one first, and dropped once everything was saved again.
 */
export class Seal {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(keys: string) {
    this.keys = new Map(keys.split(',').filter(Boolean).map(readKey));
  }

  /** Undefined: there is no key. */
  seal(secret: string, place: string): string | undefined {
    const [current] = this.keys;
    if (!current) return undefined;
    const [id, key] = current;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}:${body.toString('base64')}`;
  }

  /** @throws when the key is gone, or the text was changed or moved */
  open(sealed: string, place: string): string {
    const [id = '', body = ''] = sealed.split(':');
    const key = this.keys.get(id);
    if (!key) throw new Error(`No key "${id}" among SECRETS_KEYS`);
    const bytes = Buffer.from(body, 'base64');
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }
}

function readKey(entry: string): [string, Buffer] {
  const [id = '', base64 = ''] = entry.trim().split(':');
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`Key "${id}" of SECRETS_KEYS is not 32 bytes in base64`);
  return [id, key];
}
