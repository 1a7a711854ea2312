import type { Clock } from '@intervia/clock';
import type { EncodedEvent } from '@intervia/messaging';
import { EventPublisher } from '@intervia/messaging';
import type { OutboxFields } from '@intervia/mongo';
import { OutboxRelay } from '@intervia/mongo';
import { randomUUID } from 'node:crypto';
import type { Model, Schema } from 'mongoose';
import mongoose from 'mongoose';
import { RandomSessionTokens } from '../adapters/crypto/random-session-tokens.js';
import { AccessControlRepository } from '../adapters/mongo/accounts/access-control.repository.js';
import { ACCESS_CONTROL, accessControlSchema } from '../adapters/mongo/accounts/access-control.schema.js';
import { AgencyRepository } from '../adapters/mongo/agency.repository.js';
import { AGENCY, agencySchema } from '../adapters/mongo/agency.schema.js';
import { BuildingRepository } from '../adapters/mongo/places/building.repository.js';
import { BUILDING, buildingSchema } from '../adapters/mongo/places/building.schema.js';
import { ClientAccountRepository } from '../adapters/mongo/client-account.repository.js';
import { CLIENT_ACCOUNT, clientAccountSchema } from '../adapters/mongo/client-account.schema.js';
import { ContractorRepository } from '../adapters/mongo/people/contractor.repository.js';
import { CONTRACTOR, contractorSchema } from '../adapters/mongo/people/contractor.schema.js';
import { PartyRepository } from '../adapters/mongo/people/party.repository.js';
import { PARTY, partySchema } from '../adapters/mongo/people/party.schema.js';
import { SessionRepository } from '../adapters/mongo/session.repository.js';
import { SESSION, sessionSchema } from '../adapters/mongo/session.schema.js';
import { SignInAttemptsRepository } from '../adapters/mongo/sign-in-attempts.repository.js';
import { SIGN_IN_ATTEMPTS, signInAttemptsSchema } from '../adapters/mongo/sign-in-attempts.schema.js';
import { ToldStaffRepository } from '../adapters/mongo/people/told-staff.repository.js';
import type { ToldStaffDocument } from '../adapters/mongo/people/told-staff.schema.js';
import { TOLD_STAFF, toldStaffSchema } from '../adapters/mongo/people/told-staff.schema.js';
import { UnitRepository } from '../adapters/mongo/places/unit.repository.js';
import { UNIT, unitSchema } from '../adapters/mongo/places/unit.schema.js';
import { UserRepository } from '../adapters/mongo/people/user.repository.js';
import { USER, userSchema } from '../adapters/mongo/people/user.schema.js';
import { GetClientScopeQuery } from '../application/get-client-scope.query.js';
import { GetPlaceQuery } from '../application/get-place.query.js';
import { IndexUnits } from '../application/publishing/index-units.js';
import { ListBuildingsQuery } from '../application/list-buildings.query.js';
import { ListContractorsQuery } from '../application/list-contractors.query.js';
import { ListGroupQuery } from '../application/list-group.query.js';
import { ListUnitsQuery } from '../application/list-units.query.js';
import { ListUsersQuery } from '../application/list-users.query.js';
import { FakePasswords } from '../application/ports/passwords.fake.js';
import {
  IMPORT,
  IMPORT_RUN,
  importRunSchema,
  importSchema,
  SOURCE_VERSION,
  sourceVersionSchema,
} from '../adapters/mongo/imports/import.schema.js';
import { ImportRepository } from '../adapters/mongo/imports/import.repository.js';
import { SourceVersionRepository } from '../adapters/mongo/imports/source-version.repository.js';
import { ImportBaseHandler } from '../application/imports/import-base.handler.js';
import { StoreLines } from '../application/imports/store-lines.js';
import { PublishHandler } from '../application/publishing/publish.handler.js';
import { SaveAccounts } from '../application/publishing/save-accounts.js';
import { SessionHolders } from '../application/sessions/session.js';
import { TellPlaceStaff } from '../application/publishing/tell-place-staff.js';
import { accountsOnMongo } from './accounts-on-mongo.js';
import { propertyOnMongo } from './property-on-mongo.js';
import { UnitRows } from '../application/unit-rows.js';

/** Keeps what would go on the stream. */
class HeardEvents extends EventPublisher {
  readonly events: EncodedEvent[] = [];

  override publishEncoded(event: EncodedEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }
}

/** The service's use cases on a real database of their own, without the bus and without the cost of argon2. */
export async function directoryOnMongo(uri: string, clock: Clock) {
  const connection = mongoose.createConnection(uri, {
    dbName: `directory_${randomUUID().slice(0, 8)}`,
    monitorCommands: true,
  });
  // Mongoose types a virtual `id` into models; the repositories neither have nor need it.
  const model = <D>(name: string, schema: Schema) => connection.model(name, schema) as unknown as Model<D>;
  const agencies = new AgencyRepository(model(AGENCY, agencySchema));
  const users = new UserRepository(model(USER, userSchema));
  const clients = new ClientAccountRepository(model(CLIENT_ACCOUNT, clientAccountSchema));
  const parties = new PartyRepository(model(PARTY, partySchema));
  const contractors = new ContractorRepository(model(CONTRACTOR, contractorSchema));
  const buildings = new BuildingRepository(model(BUILDING, buildingSchema));
  const units = new UnitRepository(model(UNIT, unitSchema));
  const sessions = new SessionRepository(model(SESSION, sessionSchema));
  const attempts = new SignInAttemptsRepository(model(SIGN_IN_ATTEMPTS, signInAttemptsSchema));
  const heard = new HeardEvents();
  const staffModel = connection.model<ToldStaffDocument>(TOLD_STAFF, toldStaffSchema);
  const relay = new OutboxRelay(() => connection.model<OutboxFields>(TOLD_STAFF), heard, clock);
  const toldStaff = new ToldStaffRepository(staffModel, relay, clock);
  const rows = new UnitRows(buildings, parties);
  const indexUnits = new IndexUnits(units, buildings, parties);
  const tellPlaceStaff = new TellPlaceStaff(buildings, units, toldStaff);
  const shared = { users, parties, buildings, units, rows, indexUnits, tellPlaceStaff };
  const property = propertyOnMongo(connection, clock, heard, shared);
  const passwords = new FakePasswords();
  const tokens = new RandomSessionTokens();
  const access = new AccessControlRepository(model(ACCESS_CONTROL, accessControlSchema));
  const holders = new SessionHolders(users, clients, parties, access);
  const accounts = accountsOnMongo(connection, clock, heard, {
    agencies,
    users,
    clients,
    holders,
    access,
    sessions,
    attempts,
    passwords,
    tokens,
  });
  const publish = new PublishHandler(
    agencies,
    users,
    parties,
    contractors,
    buildings,
    units,
    new SaveAccounts(users, clients, sessions, passwords, accounts.securities),
    indexUnits,
    tellPlaceStaff,
    property.publishFiles,
  );
  const versions = new SourceVersionRepository(model(SOURCE_VERSION, sourceVersionSchema));
  const importRuns = new ImportRepository(model(IMPORT, importSchema), model(IMPORT_RUN, importRunSchema));
  const imports = new ImportBaseHandler(importRuns, new StoreLines(publish, versions), clock);
  await connection.asPromise();
  await Promise.all(Object.values(connection.models).map((model) => model.init()));
  await Promise.all(Object.values(connection.models).map(withoutTtl));
  return {
    property,
    accounts,
    parties,
    connection,
    passwords,
    heard,
    publish,
    imports,
    signIn: accounts.signIn,
    getSession: accounts.getSession,
    signOut: accounts.signOut,
    listUsers: new ListUsersQuery(users, access),
    listBuildings: new ListBuildingsQuery(buildings, units),
    listUnits: new ListUnitsQuery(units, rows),
    listContractors: new ListContractorsQuery(contractors),
    getClientScope: new GetClientScopeQuery(buildings, units, rows),
    listGroup: new ListGroupQuery(buildings, units, parties),
    getPlace: new GetPlaceQuery(buildings, units, parties, users),
  };
}

/** The server forgets by its own clock, and the tests' stands still in the past. */
async function withoutTtl({ collection }: Pick<Model<unknown>, 'collection'>): Promise<void> {
  for (const { name = '', expireAfterSeconds } of await collection.indexes())
    if (expireAfterSeconds !== undefined) await collection.dropIndex(name);
}

export type DirectoryOnMongo = Awaited<ReturnType<typeof directoryOnMongo>>;
