import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Nobody touched the key, or the browser has none: nothing was sent. */
export class PasskeyFailed extends Error {
  override readonly name = 'PasskeyFailed';
}

export const passkeysSupported = (): boolean => browserSupportsWebAuthn();

/** What a passkey of this browser answers to the gateway's options, both in JSON. @throws PasskeyFailed */
export async function passkeyAnswer(options: string): Promise<string> {
  try {
    const optionsJSON = JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON;
    return JSON.stringify(await startAuthentication({ optionsJSON }));
  } catch (cause) {
    throw new PasskeyFailed('', { cause });
  }
}

/** @throws PasskeyFailed */
export async function newPasskey(options: string): Promise<string> {
  try {
    const optionsJSON = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON;
    return JSON.stringify(await startRegistration({ optionsJSON }));
  } catch (cause) {
    throw new PasskeyFailed('', { cause });
  }
}
