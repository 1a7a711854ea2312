import type * as proto from '@intervia/contracts';
import { Role as ProtoRole } from '@intervia/contracts';
import type { Publication, PublishedUser } from '../../domain/publication.js';
import type {
  Agency,
  Building,
  Channels,
  Contractor,
  Party,
  Rights,
  Role,
  Unit,
} from '../../domain/records.js';

const ROLES: Readonly<Record<ProtoRole, Role | undefined>> = {
  [ProtoRole.UNSPECIFIED]: undefined,
  [ProtoRole.MANAGER]: 'manager',
  [ProtoRole.ASSISTANT]: 'assistant',
  [ProtoRole.ACCOUNTANT]: 'accountant',
  [ProtoRole.ADMINISTRATOR]: 'administrator',
};

export const fromPublishRequest = (request: proto.PublishRequest): Publication => ({
  agencyId: request.agencyId,
  agency: request.agency && fromAgency(request.agency),
  users: request.users.map(fromUser),
  parties: request.parties.map(fromParty),
  contractors: request.contractors.map(fromContractor),
  buildings: request.buildings.map(fromBuilding),
  units: request.units.map(fromUnit),
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
  role: ROLES[user.role],
  syndic: fromRights(user.syndic),
  gerance: fromRights(user.gerance),
  password: user.password,
});

/** A module whose rights are not given is closed to the user. */
const fromRights = (rights: proto.Rights | undefined): Rights => ({
  view: rights?.view ?? false,
  create: rights?.create ?? false,
  edit: rights?.edit ?? false,
  delete: rights?.delete ?? false,
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
});
