import type { ChannelSettings } from '../ports/accounts/channel-settings.js';
import type { Sealed } from '../ports/accounts/secrets.js';

const KEPT_WITH = ['host', 'port', 'secure', 'user'] as const;

/** Elsewhere, or without TLS, a password kept from before would be shown to whoever typed the new address. */
export function keptPassword(
  mail: { host: string; port: number; secure: boolean; user: string },
  known: ChannelSettings,
): Sealed | undefined {
  const isTheSame = KEPT_WITH.every((field) => known.mail?.[field] === mail[field]);
  return isTheSame ? known.mail?.password : undefined;
}
