import type { MailAccount } from './accounts.js';

/** What of an account does not work, in the order in which it is tried; `ok`: a server took the mail. */
export type ProbeResult = 'ok' | 'host' | 'port' | 'tls' | 'password' | 'sender' | 'recipient' | 'other';

export abstract class MailProbe {
  /** Sends a mail that says it is a test. */
  abstract try(account: MailAccount, to: string): Promise<ProbeResult>;
}
