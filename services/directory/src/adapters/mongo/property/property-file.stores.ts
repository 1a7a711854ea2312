import type { Model } from 'mongoose';
import { fromBuilding, toBuilding } from '../../../domain/property/building.js';
import { EMPTY_PARTY, partyName, toParty } from '../../../domain/property/party.js';
import type { FileKind, FilesByKind } from '../../../domain/property/property-file.js';
import { fromUnit, toUnit } from '../../../domain/property/unit.js';
import type { Building } from '../../../domain/records.js';
import { toBuilding as readBuilding, toBuildingDocument } from '../places/building.mapper.js';
import type { BuildingDocument } from '../places/building.schema.js';
import { partyKeys } from '../people/party.mapper.js';
import type { PartyDocument } from '../people/party.schema.js';
import { toUnit as readUnit, toUnitDocument } from '../places/unit.mapper.js';
import type { UnitDocument } from '../places/unit.schema.js';
import { accountKeys, toAccount } from './accounting/account.mapper.js';
import type { AccountDocument } from './accounting/account.schema.js';
import { leaseKeys, toLease } from './leases/lease.mapper.js';
import type { LeaseDocument } from './leases/lease.schema.js';
import { mandateKeys, toMandate } from './mandate.mapper.js';
import type { MandateDocument } from './mandate.schema.js';
import { documentId, plainOf } from './record.schema.js';
import { rentCallKeys, toRentCall } from './accounting/rent-call.mapper.js';
import type { RentCallDocument } from './accounting/rent-call.schema.js';

/** Of every document of a file. */
export interface FileDocument {
  agencyId: string;
  id: string;
  version?: number;
  handled?: string[];
}

/** How a kind of file is kept: what a save sets, what only an insert sets, and the record read back. */
export interface FileStore<R> {
  model: Model<FileDocument>;
  toSet(agencyId: string, record: R): object;
  onInsert(agencyId: string, record: R): object;
  /** What commands leave alone and LSC's publication replaces. */
  published(record: R): object;
  toRecord(document: FileDocument): R;
}

export interface FileModels {
  party: Model<PartyDocument>;
  account: Model<AccountDocument>;
  building: Model<BuildingDocument>;
  mandate: Model<MandateDocument>;
  unit: Model<UnitDocument>;
  lease: Model<LeaseDocument>;
  rentCall: Model<RentCallDocument>;
}

export type FileStores = { readonly [K in FileKind]: FileStore<FilesByKind[K]> };

const nothing = () => ({});
const keyed = (agencyId: string, { id }: { id: string }) => ({ _id: documentId(agencyId, id) });

/** A store whose model is typed by its own document. */
function store<D extends FileDocument, R>(
  model: Model<D>,
  toRecord: (document: D) => R,
  rest: Pick<FileStore<R>, 'toSet'> & Partial<Pick<FileStore<R>, 'onInsert' | 'published'>>,
): FileStore<R> {
  return {
    model: model as unknown as Model<FileDocument>,
    toRecord: (document) => toRecord(document as D),
    onInsert: nothing,
    published: nothing,
    ...rest,
  };
}

/** Parties, buildings and units stand in the collections that tickets read, with what only the file knows beside. */
export const fileStores = (models: FileModels): FileStores => ({
  party: store(
    models.party,
    ({ file, version, id, name, mails, mobiles, phone }) => {
      const known = { ...EMPTY_PARTY, ...file, id, mails, mobiles, phone, name, version: version ?? 1 };
      // One that LSC published without a file: its name is all that is known of who it is.
      return file ? known : { ...known, lastName: name };
    },
    {
      toSet: (_agencyId, party) => {
        const basics = toParty(party);
        const { code } = party;
        return {
          ...basics,
          ...partyKeys(basics, code),
          code,
          file: plainOf({ ...party, name: partyName(party) }),
        };
      },
    },
  ),
  account: store(models.account, toAccount, {
    toSet: (_agencyId, account) => accountKeys(account),
    onInsert: (agencyId, account) => ({
      ...keyed(agencyId, account),
      balanceCents: 0,
      ledgerVersion: 0,
      journal: [],
    }),
    published: ({ balanceCents }) => ({ balanceCents }),
  }),
  building: store(
    models.building,
    (document) => ({
      ...fromBuilding(readBuilding(document), document.file),
      version: document.version ?? 1,
    }),
    {
      toSet: (agencyId, file) => {
        const building: Building = { ...toBuilding(file), council: [] };
        const { council: _council, ...document } = toBuildingDocument(agencyId, building);
        return { ...document, file: plainOf(file) };
      },
      onInsert: () => ({ council: [] }),
    },
  ),
  mandate: store(models.mandate, toMandate, {
    toSet: (_agencyId, mandate) => mandateKeys(mandate),
    onInsert: (agencyId, mandate) => keyed(agencyId, mandate),
  }),
  unit: store(
    models.unit,
    (document) => ({ ...fromUnit(readUnit(document), document.file), version: document.version ?? 1 }),
    {
      toSet: (agencyId, file) => ({
        ...toUnitDocument(agencyId, toUnit(file)),
        mandateId: file.mandateId,
        file: plainOf(file),
      }),
    },
  ),
  lease: store(models.lease, toLease, {
    toSet: (_agencyId, lease) => leaseKeys(lease),
    onInsert: (agencyId, lease) => keyed(agencyId, lease),
  }),
  rentCall: store(models.rentCall, toRentCall, {
    toSet: (_agencyId, call) => rentCallKeys(call),
    onInsert: (agencyId, call) => ({ ...keyed(agencyId, call), applied: [] }),
    published: () => ({ applied: [] }),
  }),
});
