import type { AccountFile } from '../property/account.js';
import type { BuildingFile } from '../property/building.js';
import type { LeaseFile } from '../property/lease.js';
import type { PartyFile } from '../property/party.js';
import type { RentCall } from '../property/rent-call.js';
import type { UnitFile } from '../property/unit.js';

/** A tenant with all that others act upon. */
export interface TenantFile {
  lease: LeaseFile;
  account: AccountFile | undefined;
  party: PartyFile | undefined;
  sharerParties: PartyFile[];
  unit: UnitFile | undefined;
  building: BuildingFile | undefined;
  /** Due and not paid in full, the oldest first. */
  unpaid: RentCall[];
  lastCall: RentCall | undefined;
  firstDefaultOn: string;
  debtCents: number;
  mandateEndedOn: string;
  ownerAccount: AccountFile | undefined;
}
