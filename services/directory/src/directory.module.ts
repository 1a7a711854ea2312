import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, OutboxModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { Argon2Passwords } from './adapters/argon2/argon2-passwords.js';
import { RandomSessionTokens } from './adapters/crypto/random-session-tokens.js';
import { AgencyRepository } from './adapters/mongo/agency.repository.js';
import { AGENCY, agencySchema } from './adapters/mongo/agency.schema.js';
import { DIRECTORY_MIGRATIONS } from './adapters/mongo/migrations.js';
import { BuildingRepository } from './adapters/mongo/places/building.repository.js';
import { BUILDING, buildingSchema } from './adapters/mongo/places/building.schema.js';
import { ClientAccountRepository } from './adapters/mongo/client-account.repository.js';
import { CLIENT_ACCOUNT, clientAccountSchema } from './adapters/mongo/client-account.schema.js';
import { ContractorRepository } from './adapters/mongo/people/contractor.repository.js';
import { CONTRACTOR, contractorSchema } from './adapters/mongo/people/contractor.schema.js';
import { ACCOUNT } from './adapters/mongo/property/accounting/account.schema.js';
import { LEASE } from './adapters/mongo/property/leases/lease.schema.js';
import { AccountRelay, LeaseRelay, StagingRelay } from './adapters/mongo/property/relays.js';
import { STAGING } from './adapters/mongo/property/staging/staging.schema.js';
import { PartyRepository } from './adapters/mongo/people/party.repository.js';
import { PARTY, partySchema } from './adapters/mongo/people/party.schema.js';
import { SessionRepository } from './adapters/mongo/session.repository.js';
import { SESSION, sessionSchema } from './adapters/mongo/session.schema.js';
import { SignInAttemptsRepository } from './adapters/mongo/sign-in-attempts.repository.js';
import { SIGN_IN_ATTEMPTS, signInAttemptsSchema } from './adapters/mongo/sign-in-attempts.schema.js';
import { ToldStaffRepository } from './adapters/mongo/people/told-staff.repository.js';
import { TOLD_STAFF, toldStaffSchema } from './adapters/mongo/people/told-staff.schema.js';
import { UnitRepository } from './adapters/mongo/places/unit.repository.js';
import { UNIT, unitSchema } from './adapters/mongo/places/unit.schema.js';
import { UserRepository } from './adapters/mongo/people/user.repository.js';
import { USER, userSchema } from './adapters/mongo/people/user.schema.js';
import {
  propertyAdapters,
  propertyControllers,
  propertyModels,
  propertyUseCases,
} from './property.providers.js';
import { DirectoryController } from './adapters/nats/directory.controller.js';
import { PersonRecordsRepository } from './adapters/mongo/privacy/person-records.repository.js';
import { PrivacyController } from './adapters/nats/privacy.controller.js';
import { PeopleController } from './adapters/nats/people.controller.js';
import { SessionController } from './adapters/nats/session.controller.js';
import { GetAgencyQuery } from './application/get-agency.query.js';
import { GetClientScopeQuery } from './application/get-client-scope.query.js';
import { GetPlaceQuery } from './application/get-place.query.js';
import { GetSessionQuery } from './application/sessions/get-session.query.js';
import { IndexUnits } from './application/publishing/index-units.js';
import { ListBuildingsQuery } from './application/list-buildings.query.js';
import { ListContractorsQuery } from './application/list-contractors.query.js';
import { ListGroupQuery } from './application/list-group.query.js';
import { ListUnitsQuery } from './application/list-units.query.js';
import { GetUserQuery } from './application/get-user.query.js';
import { ListUsersQuery } from './application/list-users.query.js';
import { Agencies } from './application/ports/agencies.js';
import { Buildings } from './application/ports/buildings.js';
import { ClientAccounts } from './application/ports/client-accounts.js';
import { Contractors } from './application/ports/contractors.js';
import { Parties } from './application/ports/parties.js';
import { Passwords } from './application/ports/passwords.js';
import { PersonRecords } from './application/ports/person-records.js';
import { SessionTokens } from './application/ports/session-tokens.js';
import { Sessions } from './application/ports/sessions.js';
import { SignInAttempts } from './application/ports/sign-in-attempts.js';
import { ToldStaff } from './application/ports/told-staff.js';
import { Units } from './application/ports/units.js';
import { Users } from './application/ports/users.js';
import { PublishHandler } from './application/publishing/publish.handler.js';
import { SaveAccounts } from './application/publishing/save-accounts.js';
import { SessionHolders } from './application/sessions/session.js';
import { SignInHandler } from './application/sessions/sign-in.handler.js';
import { SignOutHandler } from './application/sessions/sign-out.handler.js';
import { TellPlaceStaff } from './application/publishing/tell-place-staff.js';
import { UnitRows } from './application/unit-rows.js';
import { lscControllers, lscModels, lscProviders } from './lsc.providers.js';
import { accountControllers, accountModels, accountProviders } from './accounts.providers.js';
import { AccessRelay } from './adapters/mongo/accounts/access-relay.js';
import { ACCOUNT_SECURITY } from './adapters/mongo/accounts/account-security.schema.js';
import type { DirectoryEnv } from './directory.env.js';

const SERVICE = 'directory';

const useCases = [
  PublishHandler,
  SaveAccounts,
  IndexUnits,
  TellPlaceStaff,
  GetAgencyQuery,
  SessionHolders,
  SignInHandler,
  GetSessionQuery,
  SignOutHandler,
  ListUsersQuery,
  GetUserQuery,
  ListBuildingsQuery,
  ListUnitsQuery,
  ListContractorsQuery,
  GetPlaceQuery,
  GetClientScopeQuery,
  ListGroupQuery,
  UnitRows,
];

const adapters = [
  { provide: Agencies, useClass: AgencyRepository },
  { provide: Users, useClass: UserRepository },
  { provide: ClientAccounts, useClass: ClientAccountRepository },
  { provide: Parties, useClass: PartyRepository },
  { provide: PersonRecords, useClass: PersonRecordsRepository },
  { provide: Contractors, useClass: ContractorRepository },
  { provide: Buildings, useClass: BuildingRepository },
  { provide: Units, useClass: UnitRepository },
  { provide: ToldStaff, useClass: ToldStaffRepository },
  { provide: Sessions, useClass: SessionRepository },
  { provide: SignInAttempts, useClass: SignInAttemptsRepository },
  { provide: Passwords, useClass: Argon2Passwords },
  { provide: SessionTokens, useClass: RandomSessionTokens },
];

@Module({})
export class DirectoryModule {
  static forRoot(env: DirectoryEnv): DynamicModule {
    return {
      module: DirectoryModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({
          uri: env.MONGODB_URI,
          dbName: env.MONGODB_DB,
          migrations: DIRECTORY_MIGRATIONS,
        }),
        MongooseModule.forFeature([
          { name: AGENCY, schema: agencySchema },
          { name: USER, schema: userSchema },
          { name: CLIENT_ACCOUNT, schema: clientAccountSchema },
          { name: PARTY, schema: partySchema },
          { name: CONTRACTOR, schema: contractorSchema },
          { name: BUILDING, schema: buildingSchema },
          { name: UNIT, schema: unitSchema },
          { name: TOLD_STAFF, schema: toldStaffSchema },
          { name: SESSION, schema: sessionSchema },
          { name: SIGN_IN_ATTEMPTS, schema: signInAttemptsSchema },
          ...propertyModels,
          ...accountModels,
          ...lscModels,
        ]),
        OutboxModule.forFeature(TOLD_STAFF),
        OutboxModule.forFeature(STAGING, StagingRelay),
        OutboxModule.forFeature(LEASE, LeaseRelay),
        OutboxModule.forFeature(ACCOUNT, AccountRelay),
        OutboxModule.forFeature(ACCOUNT_SECURITY, AccessRelay),
      ],
      controllers: [
        DirectoryController,
        PeopleController,
        PrivacyController,
        SessionController,
        ...propertyControllers,
        ...accountControllers,
        ...lscControllers,
      ],
      providers: [
        ...useCases,
        ...adapters,
        ...propertyUseCases,
        ...propertyAdapters,
        ...accountProviders(env),
        ...lscProviders,
      ],
    };
  }
}
