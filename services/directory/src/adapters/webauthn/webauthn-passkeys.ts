import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { createHash, randomBytes } from 'node:crypto';
import type { PasskeyOwner } from '../../application/ports/accounts/passkey-verifier.js';
import { PasskeyVerifier } from '../../application/ports/accounts/passkey-verifier.js';
import type { Passkey } from '../../domain/accounts/account-security.js';

const CHALLENGE_BYTES = 32;
const RP_NAME = 'Intervia';

/** The site's own name decides: a passkey made for another site, or shown by one, proves nothing here. */
@Injectable()
export class WebauthnPasskeys extends PasskeyVerifier {
  private readonly origin: string;
  private readonly rpId: string;

  constructor(publicUrl: string) {
    super();
    const { origin, hostname } = new URL(publicUrl);
    this.origin = origin;
    this.rpId = hostname;
  }

  newChallenge(): string {
    return randomBytes(CHALLENGE_BYTES).toString('base64url');
  }

  async creation(owner: PasskeyOwner, known: readonly Passkey[], challenge: string): Promise<string> {
    const options = await generateRegistrationOptions({
      rpName: RP_NAME,
      rpID: this.rpId,
      // At most 64 bytes, and nothing about the person (WebAuthn 2, 14.6.1).
      userID: new Uint8Array(createHash('sha256').update(owner.key).digest()),
      userName: owner.mail,
      userDisplayName: owner.name,
      challenge: bytesOf(challenge),
      attestationType: 'none',
      excludeCredentials: known.map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return JSON.stringify(options);
  }

  async request(known: readonly Passkey[], challenge: string): Promise<string> {
    const options = await generateAuthenticationOptions({
      rpID: this.rpId,
      allowCredentials: known.map(described),
      userVerification: 'required',
      challenge: bytesOf(challenge),
    });
    return JSON.stringify(options);
  }

  idOf(answer: string): string | undefined {
    const id = read<AuthenticationResponseJSON>(answer)?.id;
    return typeof id === 'string' ? id : undefined;
  }

  async created(answer: string, challenge: string): Promise<Omit<Passkey, 'name' | 'addedAt'> | undefined> {
    const response = read<RegistrationResponseJSON>(answer);
    if (!response) return undefined;
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response,
        ...this.expected(challenge),
      });
      if (!verified) return undefined;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
    } catch {
      return undefined;
    }
  }

  async used(answer: string, challenge: string, passkey: Passkey): Promise<number | undefined> {
    const response = read<AuthenticationResponseJSON>(answer);
    if (!response) return undefined;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        ...this.expected(challenge),
        credential: {
          ...described(passkey),
          publicKey: bytesOf(passkey.publicKey),
          counter: passkey.counter,
        },
      });
      return verified ? authenticationInfo.newCounter : undefined;
    } catch {
      return undefined;
    }
  }

  private expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.rpId,
      requireUserVerification: true,
    };
  }
}

const described = ({ id, transports }: Passkey) => ({ id, transports });

const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'));

function read<T>(json: string): T | undefined {
  try {
    return JSON.parse(json) as T;
  } catch {
    return undefined;
  }
}
