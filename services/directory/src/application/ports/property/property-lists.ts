import type { AccountFile } from '../../../domain/property/account.js';
import type { MandateFile } from '../../../domain/property/mandate.js';
import type { PartyFile } from '../../../domain/property/party.js';
import type { UnitFile } from '../../../domain/property/unit.js';
import type { LeasePage, Page } from './leases.js';

export interface PartySearch extends LeasePage {
  words: readonly string[];
  /** Empty: whoever. */
  accountKind: string;
}

export interface AccountSearch extends LeasePage {
  kind: string;
  entityId: string;
  partyId: string;
  /** As it was typed. */
  search: string;
}

export interface MandateSearch extends LeasePage {
  activeOn: string;
  accountId: string;
  words: readonly string[];
}

export interface UnitFileSearch extends LeasePage {
  choice: 'lettable' | 'from-syndic' | '';
  buildingId: string;
  mandateId: string;
  ownerId: string;
  words: readonly string[];
}

/** Pages of files, each in an order of its own that a cursor takes up again. */
export abstract class PropertyLists {
  abstract parties(agencyId: string, search: PartySearch): Promise<Page<PartyFile>>;
  abstract accounts(agencyId: string, search: AccountSearch): Promise<Page<AccountFile>>;
  abstract mandates(agencyId: string, search: MandateSearch): Promise<Page<MandateFile>>;
  abstract units(agencyId: string, search: UnitFileSearch): Promise<Page<UnitFile>>;
  /** Words by which mandates are found: of other files. */
  abstract saveMandateIndex(agencyId: string, index: ReadonlyMap<string, readonly string[]>): Promise<void>;
}
