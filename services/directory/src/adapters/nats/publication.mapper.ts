import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { fromPropertyRecords } from './property/publication.mapper.js';
import { fromRights, roleOf } from './rights.mapper.js';
import type { Publication, PublishedClient, PublishedUser } from '../../domain/publication.js';
import type { Absence, Agency, Building, Channels, Contractor, Party, Unit } from '../../domain/records.js';

export const fromPublishRequest = (request: proto.PublishRequest): Publication => ({
  agencyId: request.agencyId,
  agency: request.agency && fromAgency(request.agency),
  users: request.users.map(fromUser),
  parties: request.parties.map(fromParty),
  contractors: request.contractors.map(fromContractor),
  buildings: request.buildings.map(fromBuilding),
  units: request.units.map(fromUnit),
  clients: request.clients.map(fromClient),
  ...fromPropertyRecords(request),
});

const fromAgency = (agency: proto.Agency): Agency => ({
  id: agency.id,
  name: agency.name,
  address: agency.address,
  phone: agency.phone,
  mail: agency.mail,
  hideMailFromContractors: agency.hideMailFromContractors,
  smsSender: agency.smsSender,
});

const fromUser = (user: proto.User): PublishedUser => ({
  id: user.id,
  name: user.name,
  mail: user.mail,
  phone: user.phone,
  role: roleOf(user.role),
  syndic: fromRights(user.syndic),
  gerance: fromRights(user.gerance),
  absence: user.absence && fromAbsence(user.absence),
  password: user.password,
});

const fromAbsence = ({ from, until, delegateId }: proto.Absence): Absence => ({
  from: fromTimestamp(from),
  until: fromTimestamp(until),
  delegateId,
});

/** A missing date is an invalid one, which the check of the publication refuses. */
const fromTimestamp = (timestamp: Timestamp | undefined): Date =>
  timestamp ? timestampDate(timestamp) : new Date(Number.NaN);

const fromClient = ({ partyId, mail, password }: proto.ClientAccount): PublishedClient => ({
  partyId,
  mail,
  password,
});

const fromParty = (party: proto.Party): Party => ({
  id: party.id,
  name: party.name,
  mails: party.mails,
  mobiles: party.mobiles,
  phone: party.phone,
});

const fromContractor = (contractor: proto.Contractor): Contractor => ({
  id: contractor.id,
  account: contractor.account,
  trade: contractor.trade,
  party: contractor.party
    ? fromParty(contractor.party)
    : { id: '', name: '', mails: [], mobiles: [], phone: '' },
  channels: fromChannels(contractor.channels),
  address: contractor.address,
});

const fromChannels = (channels: proto.Channels | undefined): Channels => ({
  mail: channels?.mail ?? false,
  sms: channels?.sms ?? false,
});

const fromBuilding = (building: proto.Building): Building => ({
  id: building.id,
  reference: building.reference,
  name: building.name,
  address: building.address,
  postalCode: building.postalCode,
  city: building.city,
  digicode: building.digicode,
  syndic: building.syndic,
  gerance: building.gerance,
  managerId: building.managerId,
  assistantId: building.assistantId,
  accountantId: building.accountantId,
  caretakerId: building.caretakerId,
  council: building.council.map(({ partyId, president }) => ({ partyId, president })),
});

const fromUnit = (unit: proto.Unit): Unit => ({
  id: unit.id,
  buildingId: unit.buildingId,
  reference: unit.reference,
  label: unit.label,
  digicode: unit.digicode,
  ownerId: unit.ownerId,
  tenantIds: unit.tenantIds,
  managerId: unit.managerId,
  assistantId: unit.assistantId,
  accountantId: unit.accountantId,
  approvalThresholdCents: unit.approvalThresholdCents,
});
