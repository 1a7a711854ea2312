import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding, as MongoDB's drivers speak it. */
export const MECHANISM = 'SCRAM-SHA-256';

/** As a MongoDB server asks for. */
const ITERATIONS = 15_000;
const SALT_BYTES = 28;
const NONCE_BYTES = 24;
const KEY_BYTES = 32;

/** What SASLprep (RFC 4013) leaves as it is, so that both sides mean the same bytes. */
const PLAIN = /^[\x21-\x7e]+$/;

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** What is kept of a password: enough to verify a proof, not enough to make one. */
export interface Keys {
  readonly user: string;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

export class SignInError extends Error {
  override readonly name = 'SignInError';
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const derive = promisify(pbkdf2);

/** @throws Error when the user or the password holds anything but printable ASCII without spaces */
export const keysOf = async ({ user, password }: Credentials): Promise<Keys> => {
  if (!PLAIN.test(user) || !PLAIN.test(password)) {
    throw new Error('user and password are made of printable ASCII characters without spaces');
  }
  const salt = randomBytes(SALT_BYTES);
  const salted = await derive(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  return {
    user,
    salt,
    storedKey: sha256(hmac(salted, 'Client Key')),
    serverKey: hmac(salted, 'Server Key'),
  };
};

/** Somebody unknown is asked like everybody else, always with the same salt, and fails at the end. */
const keysOfNobody = (keys: Keys, user: string): Keys => ({
  user,
  salt: hmac(keys.serverKey, user).subarray(0, SALT_BYTES),
  storedKey: randomBytes(KEY_BYTES),
  serverKey: randomBytes(KEY_BYTES),
});

/** "n,,n=user,r=nonce" ("y": a client that knows of channel binding, and believes that we do not). */
const FIRST = /^[ny],,(n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+))$/;
const FINAL = /^(c=(biws|eSws),r=([\x21-\x2b\x2d-\x7e]+)),p=([A-Za-z0-9+/]{43}=)$/;

const unescaped = (name: string): string => name.replaceAll('=2C', ',').replaceAll('=3D', '=');

const matched = (pattern: RegExp, message: string): RegExpExecArray => {
  const match = pattern.exec(message);
  if (!match) throw new SignInError('not a message of SCRAM');
  return match;
};

/** One attempt to sign in: the client's first message is answered by `challenge`, its last one by `verify`. */
export class Conversation {
  readonly challenge: string;
  private readonly asked: Keys;
  private readonly isKnown: boolean;
  private readonly clientFirst: string;
  private readonly nonce: string;

  /** @throws SignInError when the message is none */
  constructor(keys: Keys, message: string) {
    const [, bare = '', name = '', clientNonce = ''] = matched(FIRST, message);
    const user = unescaped(name);
    this.isKnown = user === keys.user;
    this.asked = this.isKnown ? keys : keysOfNobody(keys, user);
    this.clientFirst = bare;
    this.nonce = clientNonce + randomBytes(NONCE_BYTES).toString('base64');
    this.challenge = `r=${this.nonce},s=${this.asked.salt.toString('base64')},i=${ITERATIONS}`;
  }

  /**
   * The proof that this server knows the password, too.
   * @throws SignInError when the client does not
   */
  verify(message: string): string {
    const [, withoutProof = '', , nonce, proof = ''] = matched(FINAL, message);
    const said = [this.clientFirst, this.challenge, withoutProof].join(',');
    const signature = hmac(this.asked.storedKey, said);
    const clientKey = Buffer.from(proof, 'base64').map((byte, at) => byte ^ (signature[at] as number));
    const isProven = timingSafeEqual(sha256(Buffer.from(clientKey)), this.asked.storedKey);
    if (!isProven || !this.isKnown || nonce !== this.nonce) throw new SignInError('no proof of the password');
    return `v=${hmac(this.asked.serverKey, said).toString('base64')}`;
  }
}
