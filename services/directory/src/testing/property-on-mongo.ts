import type { Clock } from '@intervia/clock';
import type { EventPublisher } from '@intervia/messaging';
import type { OutboxFields } from '@intervia/mongo';
import type { Connection, Model, Schema } from 'mongoose';
import { AccountJournal } from '../adapters/mongo/property/accounting/account-journal.js';
import { ACCOUNT } from '../adapters/mongo/property/accounting/account.schema.js';
import { EntityRepository } from '../adapters/mongo/property/entity.repository.js';
import { CARD, ENTITY } from '../adapters/mongo/property/entity.schema.js';
import { KeyClaimRepository } from '../adapters/mongo/property/staging/key-claim.repository.js';
import { KEY_CLAIM } from '../adapters/mongo/property/staging/key-claim.schema.js';
import { LeaseRepository } from '../adapters/mongo/property/leases/lease.repository.js';
import { LEASE } from '../adapters/mongo/property/leases/lease.schema.js';
import { LedgerRepository } from '../adapters/mongo/property/accounting/ledger.repository.js';
import { MANDATE } from '../adapters/mongo/property/mandate.schema.js';
import { OccupancyRepository } from '../adapters/mongo/property/occupancy.repository.js';
import { OCCUPANCY } from '../adapters/mongo/property/occupancy.schema.js';
import { POSTING } from '../adapters/mongo/property/accounting/posting.schema.js';
import { PropertyFileRepository } from '../adapters/mongo/property/property-file.repository.js';
import { PropertyListRepository } from '../adapters/mongo/property/property-list.repository.js';
import { AccountRelay, LeaseRelay, StagingRelay } from '../adapters/mongo/property/relays.js';
import { RENT_CALL } from '../adapters/mongo/property/accounting/rent-call.schema.js';
import { SaleRepository } from '../adapters/mongo/property/sale.repository.js';
import { SALE } from '../adapters/mongo/property/sale.schema.js';
import { StagingRepository } from '../adapters/mongo/property/staging/staging.repository.js';
import { STAGING } from '../adapters/mongo/property/staging/staging.schema.js';
import { BUILDING } from '../adapters/mongo/places/building.schema.js';
import { PARTY } from '../adapters/mongo/people/party.schema.js';
import { UNIT } from '../adapters/mongo/places/unit.schema.js';
import { FinishProperty } from '../application/publishing/finish-property.js';
import type { IndexUnits } from '../application/publishing/index-units.js';
import type { Buildings } from '../application/ports/buildings.js';
import type { Parties } from '../application/ports/parties.js';
import type { Users } from '../application/ports/users.js';
import { ListFilesQuery } from '../application/property-lists/list-files.query.js';
import { TenantsQuery } from '../application/property-lists/tenants.query.js';
import { PublishFiles } from '../application/publishing/publish-files.js';
import { ApplyFiles } from '../application/staging/apply-files.js';
import { ConfirmFilesHandler } from '../application/staging/confirm-files.handler.js';
import { DiscardFilesHandler } from '../application/staging/discard-files.handler.js';
import { EditFileHandler } from '../application/staging/edit-file.handler.js';
import { IndexFiles } from '../application/staging/index-files.js';
import { KnownRecords } from '../application/staging/known-records.js';
import { ReserveFiles } from '../application/staging/reserve-files.js';
import { ResolveFiles } from '../application/staging/resolve-files.js';
import { StageFilesHandler } from '../application/staging/stage-files.handler.js';
import type { TellPlaceStaff } from '../application/publishing/tell-place-staff.js';
import { EnterSharerHandler } from '../application/tenancy/enter-sharer.handler.js';
import { KeepUpHandlers } from '../application/tenancy/keep-up.handlers.js';
import { LeaseCommands } from '../application/tenancy/lease-commands.js';
import { NoticeHandlers, RecordDeparturesHandler } from '../application/tenancy/leave.handlers.js';
import { SettleUnits } from '../application/tenancy/settle-units.js';
import { TenantFiles } from '../application/tenancy/tenant-files.js';
import type { UnitRows } from '../application/unit-rows.js';
import { propertyModels } from '../property.providers.js';

/** What rental management shares with the rest of the directory. */
interface Shared {
  users: Users;
  parties: Parties;
  buildings: Buildings;
  rows: UnitRows;
  indexUnits: IndexUnits;
  tellPlaceStaff: TellPlaceStaff;
}

/** Its use cases on a real database, as the module wires them; models of parties, buildings and units are there. */
export function propertyOnMongo(
  connection: Connection,
  clock: Clock,
  heard: EventPublisher,
  { users, parties, buildings, rows, indexUnits, tellPlaceStaff }: Shared,
) {
  for (const { name, schema } of propertyModels) connection.model(name, schema as Schema);
  const model = <D>(name: string) => connection.model(name) as unknown as Model<D>;
  const carrying = (name: string) => () => connection.model<OutboxFields>(name);

  const files = new PropertyFileRepository(
    model(PARTY),
    model(ACCOUNT),
    model(BUILDING),
    model(MANDATE),
    model(UNIT),
    model(LEASE),
    model(RENT_CALL),
  );
  const lists = new PropertyListRepository(
    model(PARTY),
    model(ACCOUNT),
    model(MANDATE),
    model(UNIT),
    model(BUILDING),
    files,
  );
  const leases = new LeaseRepository(model(LEASE), new LeaseRelay(carrying(LEASE), heard, clock), clock);
  const accountRelay = new AccountRelay(carrying(ACCOUNT), heard, clock);
  const journal = new AccountJournal(model(ACCOUNT), model(RENT_CALL), model(POSTING));
  const ledger = new LedgerRepository(
    model(ACCOUNT),
    model(RENT_CALL),
    model(POSTING),
    journal,
    accountRelay,
    clock,
  );
  const entities = new EntityRepository(model(ENTITY), model(CARD));
  const sales = new SaleRepository(model(SALE));
  const claims = new KeyClaimRepository(model(KEY_CLAIM), model(BUILDING), model(UNIT));
  const occupancies = new OccupancyRepository(model(OCCUPANCY));
  const stagings = new StagingRepository(
    model(STAGING),
    new StagingRelay(carrying(STAGING), heard, clock),
    clock,
  );

  const known = new KnownRecords(files, entities, users);
  const resolveFiles = new ResolveFiles(files);
  const reserveFiles = new ReserveFiles(claims, occupancies, files);
  const settleUnits = new SettleUnits(files, leases, indexUnits);
  const indexFiles = new IndexFiles(
    files,
    leases,
    lists,
    parties,
    buildings,
    settleUnits,
    indexUnits,
    tellPlaceStaff,
  );
  const applyFiles = new ApplyFiles(stagings, files, reserveFiles, indexFiles, ledger, resolveFiles);
  const stage = new StageFilesHandler(stagings, resolveFiles, reserveFiles, known, files);
  const confirm = new ConfirmFilesHandler(stagings, claims, applyFiles);
  const tenantFiles = new TenantFiles(files, ledger, clock);
  const leaseCommands = new LeaseCommands(leases, occupancies, settleUnits);
  const lookUp = new ListFilesQuery(lists, files, leases, entities, parties, rows);
  return {
    files,
    claims,
    stagings,
    stage,
    confirm,
    discard: new DiscardFilesHandler(stagings, reserveFiles),
    edit: new EditFileHandler(stage, confirm, files),
    finish: new FinishProperty(stagings, confirm, leases, leaseCommands, clock),
    notices: new NoticeHandlers(leaseCommands, occupancies, tenantFiles),
    departures: new RecordDeparturesHandler(leaseCommands, files, tenantFiles),
    entries: new EnterSharerHandler(
      leaseCommands,
      leases,
      stagings,
      stage,
      confirm,
      reserveFiles,
      tenantFiles,
    ),
    keepUp: new KeepUpHandlers(leaseCommands, ledger, leases),
    lists: lookUp,
    tenants: new TenantsQuery(leases, ledger, tenantFiles, files, parties, lookUp),
    sales,
    publishFiles: new PublishFiles(files, entities, sales, known, resolveFiles, reserveFiles, indexFiles),
  };
}
