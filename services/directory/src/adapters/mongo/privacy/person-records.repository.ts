import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { SecurityLog } from '../../../application/ports/accounts/security-log.js';
import { PersonRecords } from '../../../application/ports/person-records.js';
import type { ErasedPerson, FoundPerson } from '../../../application/ports/person-records.js';
import { isInService } from '../../../domain/accounts/access.js';
import { PersonInService } from '../../../domain/errors.js';
import type { Party } from '../../../domain/records.js';
import { searchWords } from '../../../domain/search-words.js';
import type { AccountSecurityDocument } from '../accounts/account-security.schema.js';
import { ACCOUNT_SECURITY } from '../accounts/account-security.schema.js';
import type { SecurityEventDocument } from '../accounts/security-event.schema.js';
import { SECURITY_EVENT } from '../accounts/security-event.schema.js';
import type { ClientAccountDocument } from '../client-account.schema.js';
import { CLIENT_ACCOUNT } from '../client-account.schema.js';
import type { ContractorDocument } from '../people/contractor.schema.js';
import { CONTRACTOR } from '../people/contractor.schema.js';
import type { PartyDocument } from '../people/party.schema.js';
import { PARTY } from '../people/party.schema.js';
import type { UserDocument } from '../people/user.schema.js';
import { USER } from '../people/user.schema.js';
import type { BuildingDocument } from '../places/building.schema.js';
import { BUILDING } from '../places/building.schema.js';
import type { UnitDocument } from '../places/unit.schema.js';
import { UNIT } from '../places/unit.schema.js';
import type { AccountDocument } from '../property/accounting/account.schema.js';
import { ACCOUNT } from '../property/accounting/account.schema.js';
import type { LeaseDocument } from '../property/leases/lease.schema.js';
import { LEASE } from '../property/leases/lease.schema.js';
import { startingWith } from '../published.js';
import type { SessionDocument } from '../session.schema.js';
import { SESSION } from '../session.schema.js';

/** The log of a client is short; an answer on the bus has a bound. */
const MOST = 200;

@Injectable()
export class PersonRecordsRepository extends PersonRecords {
  constructor(
    @InjectModel(PARTY) private readonly parties: Model<PartyDocument>,
    @InjectModel(CONTRACTOR) private readonly contractors: Model<ContractorDocument>,
    @InjectModel(UNIT) private readonly units: Model<UnitDocument>,
    @InjectModel(BUILDING) private readonly buildings: Model<BuildingDocument>,
    @InjectModel(LEASE) private readonly leases: Model<LeaseDocument>,
    @InjectModel(ACCOUNT) private readonly accounts: Model<AccountDocument>,
    @InjectModel(USER) private readonly users: Model<UserDocument>,
    @InjectModel(CLIENT_ACCOUNT) private readonly clients: Model<ClientAccountDocument>,
    @InjectModel(SESSION) private readonly sessions: Model<SessionDocument>,
    @InjectModel(ACCOUNT_SECURITY) private readonly securities: Model<AccountSecurityDocument>,
    @InjectModel(SECURITY_EVENT) private readonly log: Model<SecurityEventDocument>,
    private readonly securityLog: SecurityLog,
  ) {
    super();
  }

  async find(agencyId: string, words: readonly string[], limit: number): Promise<FoundPerson[]> {
    const search = { agencyId, ...startingWith(words) };
    const [parties, contractors, users] = await Promise.all([
      this.parties.find(search).sort({ sortKey: 1 }).limit(limit).lean<PartyDocument[]>(),
      this.contractors.find(search).sort({ sortKey: 1 }).limit(limit).lean<ContractorDocument[]>(),
      // An agency has a few hundred at most, and they have no index of words.
      this.users.find({ agencyId }).sort({ sortKey: 1 }).lean<UserDocument[]>(),
    ]);
    const isMeant = ({ name, mail }: UserDocument): boolean => {
      const own = searchWords(name, mail);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    };
    return [
      ...parties.map((party) => ({ marks: marksOf(party), isContractor: false, isStaff: false })),
      ...contractors.map(({ party }) => ({ marks: marksOf(party), isContractor: true, isStaff: false })),
      ...users
        .filter(isMeant)
        .slice(0, limit)
        .map(({ id, name, mail, phone }) => ({
          marks: { partyId: id, names: [name], mails: [mail], phones: phone ? [phone] : [] },
          isContractor: false,
          isStaff: true,
        })),
    ];
  }

  async export(agencyId: string, partyId: string): Promise<object[]> {
    const { units, buildings, leases, accounts } = await this.places(agencyId, partyId);
    const parties = await this.parties.find({ agencyId, id: partyId }).lean<PartyDocument[]>();
    const contractors = await this.contractors
      .find({ agencyId, 'party.id': partyId })
      .lean<ContractorDocument[]>();
    const clients = await this.clients.find({ agencyId, id: partyId }).lean<ClientAccountDocument[]>();
    return [
      ...as('record', parties, ({ id, name, mails, mobiles, phone, code, file }) => ({
        id,
        name,
        mails,
        mobiles,
        phone,
        code,
        file,
      })),
      ...as('contractor', contractors, ({ id, account, trade, party, channels, address }) => ({
        id,
        account,
        trade,
        party,
        channels,
        address,
      })),
      ...as('unit', units, ({ id, reference, label, ownerId, tenantIds }) => ({
        id,
        reference,
        label,
        as: [ownerId === partyId && 'owner', tenantIds.includes(partyId) && 'tenant'].filter(Boolean),
      })),
      ...as('council', buildings, ({ id, name, address }) => ({ id, name, address })),
      ...as('lease', leases, plain),
      ...as('account', accounts, plain),
      ...as('extranet-account', clients, ({ mail }) => ({ mail })),
      ...(await this.traces(agencyId, 'client', partyId)),
    ];
  }

  async exportStaff(agencyId: string, userId: string): Promise<object[]> {
    const user = await this.users.findOne({ agencyId, id: userId }).lean<UserDocument>();
    if (!user) return [];
    const { id, name, mail, phone, role, syndic, gerance, absence } = user;
    const traces = await this.traces(agencyId, 'user', userId);
    return [{ kind: 'user', id, name, mail, phone, role, syndic, gerance, absence }, ...traces];
  }

  async eraseStaff(agencyId: string, userId: string): Promise<ErasedPerson> {
    const user = await this.users.findOne({ agencyId, id: userId }).lean<UserDocument>();
    const attached = {
      agencyId,
      $or: [{ managerId: userId }, { assistantId: userId }, { accountantId: userId }],
    };
    const [unit, building] = await Promise.all([
      this.units.findOne(attached),
      this.buildings.findOne(attached),
    ]);
    if (user && (isInService(user) || unit || building)) throw new PersonInService(user.name);
    const counts = await Promise.all([
      this.sessions.deleteMany({ agencyId, userId }),
      this.securities.deleteMany({ agencyId, kind: 'user', holderId: userId }),
    ]);
    await this.users.deleteMany({ agencyId, id: userId });
    return {
      isRecordErased: true,
      traces: counts.reduce((sum, { deletedCount }) => sum + deletedCount, 0),
    };
  }

  /** Traces first: what is left by a crash is found again. */
  async erase(agencyId: string, partyId: string): Promise<ErasedPerson> {
    const counts = await Promise.all([
      this.sessions.deleteMany({ agencyId, clientId: partyId }),
      this.securities.deleteMany({ agencyId, kind: 'client', holderId: partyId }),
    ]);
    const logged = await this.securityLog.strikeOut(agencyId, partyId);
    const traces = counts.reduce((sum, { deletedCount }) => sum + deletedCount, logged);
    const { units, buildings, leases, accounts } = await this.places(agencyId, partyId);
    const isNamed = [units, buildings, leases, accounts].some((found) => found.length > 0);
    if (isNamed) return { isRecordErased: false, traces };
    await this.clients.deleteMany({ agencyId, id: partyId });
    await this.contractors.deleteMany({ agencyId, 'party.id': partyId });
    await this.parties.deleteMany({ agencyId, id: partyId });
    return { isRecordErased: true, traces };
  }

  /** Sessions, second factor, log of security. */
  private async traces(agencyId: string, kind: 'user' | 'client', id: string): Promise<object[]> {
    const holder = kind === 'user' ? { agencyId, userId: id } : { agencyId, clientId: id };
    const sessions = await this.sessions.find(holder).limit(MOST).lean<SessionDocument[]>();
    const securities = await this.securities
      .find({ agencyId, kind, holderId: id })
      .lean<AccountSecurityDocument[]>();
    const log = await this.log
      .find({ agencyId, 'person.kind': kind, 'person.id': id })
      .sort({ at: -1, _id: -1 })
      .limit(MOST)
      .lean<SecurityEventDocument[]>();
    return [
      ...as('session', sessions, ({ openedAt, seenAt, expiresAt, address, label }) => ({
        openedAt,
        seenAt,
        expiresAt,
        address,
        device: label,
      })),
      ...as('second-factor', securities, ({ totp, passkeys, devices }) => ({
        hasApplication: totp !== undefined && totp !== null,
        passkeys: passkeys?.length ?? 0,
        knownBrowsers: devices?.length ?? 0,
      })),
      ...as('security-log', log, ({ at, kind, address, device, about, times }) => ({
        at,
        event: kind,
        address,
        device,
        about,
        times,
      })),
    ];
  }

  private async places(agencyId: string, partyId: string) {
    const [units, buildings, leases, accounts] = await Promise.all([
      this.units
        .find({ agencyId, $or: [{ ownerId: partyId }, { tenantIds: partyId }] })
        .limit(MOST)
        .lean<UnitDocument[]>(),
      this.buildings.find({ agencyId, 'council.partyId': partyId }).limit(MOST).lean<BuildingDocument[]>(),
      this.leases.find({ agencyId, partyIds: partyId }).limit(MOST).lean<LeaseDocument[]>(),
      this.accounts.find({ agencyId, partyIds: partyId }).limit(MOST).lean<AccountDocument[]>(),
    ]);
    return { units, buildings, leases, accounts };
  }
}

const as = <T extends object>(kind: string, records: readonly T[], pick: (record: T) => object): object[] =>
  records.map((record) => ({ kind, ...pick(record) }));

/** Of rental management, the file as it stands; without what indexes and the outbox need. */
function plain(record: object): object {
  const { id, file, number, balanceCents, unitId } = record as Record<string, unknown>;
  return { id, number, balanceCents, unitId, file };
}

const marksOf = ({ id, name, mails, mobiles, phone }: Party): PersonMarks => ({
  partyId: id,
  names: name ? [name] : [],
  mails,
  phones: [...mobiles, ...(phone ? [phone] : [])],
});
