import type { AccountSecurity } from '../../../domain/accounts/account-security.js';
import type { SessionHolder } from '../../../domain/accounts/holder.js';

export abstract class AccountSecurities {
  /** Of whom nothing is kept yet: nothing set, version 0. */
  abstract of(agencyId: string, holder: SessionHolder): Promise<AccountSecurity>;
  abstract withPasskey(passkeyId: string): Promise<AccountSecurity | undefined>;
  abstract withReset(hash: string): Promise<AccountSecurity | undefined>;
  /** Those of the staff of an agency that have a second factor, by user id. */
  abstract withSecondFactor(agencyId: string): Promise<ReadonlySet<string>>;
  /**
   * Loads, changes and saves, again when somebody was quicker. `change` gives undefined to leave all as it is.
   * @param tellsAccess whether open streams must look again
   */
  abstract update(
    agencyId: string,
    holder: SessionHolder,
    change: (security: AccountSecurity) => AccountSecurity | undefined,
    tellsAccess?: boolean,
  ): Promise<AccountSecurity>;
  /** Sessions of these ended, or their rights changed. */
  abstract tellAccess(agencyId: string, kind: SessionHolder['kind'], ids: readonly string[]): Promise<void>;
}
