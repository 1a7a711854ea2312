import type { Posting } from '../../../domain/property/posting.js';
import type { RentCall } from '../../../domain/property/rent-call.js';
import type { Command } from '../../publishing/property-events.js';
import type { LeasePage, Page } from './leases.js';

/** Accounts' movements, and the rent calls that they pay. */
export abstract class Ledger {
  /**
   * Once for a command; the same command again gets the first answer.
   * @throws AccountNotFound
   */
  abstract post(command: Command, posting: Posting): Promise<Posting>;
  /**
   * Many in one, those of one account in their order; each once for its id.
   * @returns in the order of the postings; undefined where the account is not there
   */
  abstract postAll(
    by: Pick<Command, 'agencyId' | 'actor'>,
    postings: readonly Posting[],
  ): Promise<(Posting | undefined)[]>;
  /** Of leases: not paid in full, the oldest first, at most so many each. */
  abstract unpaid(
    agencyId: string,
    leaseIds: readonly string[],
    most: number,
  ): Promise<Map<string, RentCall[]>>;
  abstract lastCalls(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, RentCall>>;
  abstract rentCalls(
    agencyId: string,
    search: LeasePage & { leaseId: string; unpaidOnly: boolean },
  ): Promise<Page<RentCall>>;
  abstract postings(agencyId: string, search: LeasePage & { accountId: string }): Promise<Page<Posting>>;
}
