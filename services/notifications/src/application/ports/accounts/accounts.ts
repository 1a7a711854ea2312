export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** Where mails leave from. */
export interface MailAccount {
  readonly host: string;
  readonly port: number;
  /** TLS from the start. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
  /** Address of the From header. */
  readonly from: string;
  /**
   * The envelope may name our own mailbox, where bounces come back. Not with an agency's account: many servers refuse
   * a sender that is not the account's.
   */
  readonly ownReturnPath: boolean;
  /** Named by an agency: reached on the Internet only, and what it says is not repeated. Else the operator named it. */
  readonly isAgencys: boolean;
  readonly dkim?: DkimKey;
}

export interface SmsAccount {
  /** The agency's id, or PLATFORM. */
  readonly id: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly consumerKey: string;
  readonly service: string;
  /** Overrides the agency's. */
  readonly sender?: string;
  /** 0: nobody is warned. */
  readonly creditsThreshold: number;
}

export const PLATFORM = 'platform';

/** Whose accounts carry an agency's messages: its own, else the platform's. Secrets are in the clear here and nowhere else. */
export abstract class Accounts {
  abstract mailOf(agencyId: string): Promise<MailAccount>;
  abstract smsOf(agencyId: string): Promise<SmsAccount>;
  /** The platform's, and each agency's own. */
  abstract smsAccounts(): Promise<readonly SmsAccount[]>;
}
