import type { Origin } from '../../../domain/accounts/origin.js';

export interface AccountNotice {
  /** The same id is one mail. */
  id: string;
  agencyId: string;
  kind: 'password-reset' | 'password-changed' | 'new-device' | 'second-factor-changed';
  name: string;
  mail: string;
  /** Where the button leads, within the platform. */
  path: string;
  origin: Origin;
  at: Date;
}

export abstract class AccountNotices {
  abstract send(notice: AccountNotice): Promise<void>;
}
