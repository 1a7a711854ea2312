import type { Provider } from '@nestjs/common';
import { EntityRepository } from './adapters/mongo/property/entity.repository.js';
import { SaleRepository } from './adapters/mongo/property/sale.repository.js';
import { SALE, saleSchema } from './adapters/mongo/property/sale.schema.js';
import { CARD, cardSchema, ENTITY, entitySchema } from './adapters/mongo/property/entity.schema.js';
import { ACCOUNT, accountSchema } from './adapters/mongo/property/accounting/account.schema.js';
import { KeyClaimRepository } from './adapters/mongo/property/staging/key-claim.repository.js';
import { KEY_CLAIM, keyClaimSchema } from './adapters/mongo/property/staging/key-claim.schema.js';
import { LeaseRepository } from './adapters/mongo/property/leases/lease.repository.js';
import { LEASE, leaseSchema } from './adapters/mongo/property/leases/lease.schema.js';
import { AccountJournal } from './adapters/mongo/property/accounting/account-journal.js';
import { LedgerRepository } from './adapters/mongo/property/accounting/ledger.repository.js';
import { MANDATE, mandateSchema } from './adapters/mongo/property/mandate.schema.js';
import { OccupancyRepository } from './adapters/mongo/property/occupancy.repository.js';
import { OCCUPANCY, occupancySchema } from './adapters/mongo/property/occupancy.schema.js';
import { POSTING, postingSchema } from './adapters/mongo/property/accounting/posting.schema.js';
import { PropertyFileRepository } from './adapters/mongo/property/property-file.repository.js';
import { PropertyListRepository } from './adapters/mongo/property/property-list.repository.js';
import { RENT_CALL, rentCallSchema } from './adapters/mongo/property/accounting/rent-call.schema.js';
import { StagingRepository } from './adapters/mongo/property/staging/staging.repository.js';
import { STAGING, stagingSchema } from './adapters/mongo/property/staging/staging.schema.js';
import { LeaseCommandsController } from './adapters/nats/property/lease-commands.controller.js';
import { PropertyListsController } from './adapters/nats/property/property-lists.controller.js';
import { StagingController } from './adapters/nats/property/staging.controller.js';
import { TenantsController } from './adapters/nats/property/tenants.controller.js';
import { FinishProperty } from './application/publishing/finish-property.js';
import { Entities } from './application/ports/property/entities.js';
import { KeyClaims } from './application/ports/property/key-claims.js';
import { Leases } from './application/ports/property/leases.js';
import { Ledger } from './application/ports/property/ledger.js';
import { Occupancies } from './application/ports/property/occupancies.js';
import { PropertyFiles } from './application/ports/property/property-files.js';
import { PropertyLists } from './application/ports/property/property-lists.js';
import { Sales } from './application/ports/property/sales.js';
import { Stagings } from './application/ports/property/stagings.js';
import { ListFilesQuery } from './application/property-lists/list-files.query.js';
import { TenantsQuery } from './application/property-lists/tenants.query.js';
import { PublishFiles } from './application/publishing/publish-files.js';
import { ApplyFiles } from './application/staging/apply-files.js';
import { ConfirmFilesHandler } from './application/staging/confirm-files.handler.js';
import { DiscardFilesHandler } from './application/staging/discard-files.handler.js';
import { EditFileHandler } from './application/staging/edit-file.handler.js';
import { IndexFiles } from './application/staging/index-files.js';
import { KnownRecords } from './application/staging/known-records.js';
import { ReserveFiles } from './application/staging/reserve-files.js';
import { ResolveFiles } from './application/staging/resolve-files.js';
import { StageFilesHandler } from './application/staging/stage-files.handler.js';
import { EnterSharerHandler } from './application/tenancy/enter-sharer.handler.js';
import { KeepUpHandlers } from './application/tenancy/keep-up.handlers.js';
import { LeaseCommands } from './application/tenancy/lease-commands.js';
import { NoticeHandlers, RecordDeparturesHandler } from './application/tenancy/leave.handlers.js';
import { SettleUnits } from './application/tenancy/settle-units.js';
import { TenantFiles } from './application/tenancy/tenant-files.js';

/** Rental management, as the module binds it. */
export const propertyModels = [
  { name: ENTITY, schema: entitySchema },
  { name: CARD, schema: cardSchema },
  { name: SALE, schema: saleSchema },
  { name: ACCOUNT, schema: accountSchema },
  { name: MANDATE, schema: mandateSchema },
  { name: LEASE, schema: leaseSchema },
  { name: RENT_CALL, schema: rentCallSchema },
  { name: POSTING, schema: postingSchema },
  { name: KEY_CLAIM, schema: keyClaimSchema },
  { name: OCCUPANCY, schema: occupancySchema },
  { name: STAGING, schema: stagingSchema },
];

export const propertyControllers = [
  StagingController,
  PropertyListsController,
  TenantsController,
  LeaseCommandsController,
];

export const propertyUseCases = [
  PublishFiles,
  KnownRecords,
  ResolveFiles,
  ReserveFiles,
  IndexFiles,
  ApplyFiles,
  StageFilesHandler,
  ConfirmFilesHandler,
  DiscardFilesHandler,
  EditFileHandler,
  SettleUnits,
  TenantFiles,
  LeaseCommands,
  NoticeHandlers,
  RecordDeparturesHandler,
  EnterSharerHandler,
  KeepUpHandlers,
  ListFilesQuery,
  TenantsQuery,
  FinishProperty,
];

export const propertyAdapters: Provider[] = [
  { provide: PropertyFiles, useClass: PropertyFileRepository },
  { provide: PropertyLists, useClass: PropertyListRepository },
  { provide: Leases, useClass: LeaseRepository },
  AccountJournal,
  { provide: Ledger, useClass: LedgerRepository },
  { provide: Entities, useClass: EntityRepository },
  { provide: Sales, useClass: SaleRepository },
  { provide: KeyClaims, useClass: KeyClaimRepository },
  { provide: Occupancies, useClass: OccupancyRepository },
  { provide: Stagings, useClass: StagingRepository },
];
