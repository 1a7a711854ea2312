import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  Building,
  ImportedTicket,
  Party,
  Person,
  PublishRequest,
  Unit,
  User,
} from '@intervia/contracts';
import { ImportedTicketSchema, Module, PersonSchema, Source, Visibility } from '@intervia/contracts';
import { BUILDINGS } from './data/buildings.js';
import type { IssueSketch, TradeSketch } from './data/trade-sketch.js';
import { TRADES } from './data/trades.js';
import { openings } from './openings.js';
import type { Dice } from './random.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const SOURCES: readonly { source: Source; weight: number }[] = [
  { source: Source.PHONE, weight: 40 },
  { source: Source.MAIL, weight: 30 },
  { source: Source.EXTRANET, weight: 12 },
  { source: Source.VISIT, weight: 8 },
  { source: Source.POST, weight: 4 },
  { source: Source.LSC, weight: 4 },
  { source: Source.OTHER, weight: 2 },
];
/** Sources that keep the requester's own words. */
const WRITTEN: ReadonlySet<Source> = new Set([Source.MAIL, Source.EXTRANET, Source.POST]);
const ROOMS = ['cuisine', 'salle de bains', 'chambre', 'pièce principale'];
const VISIBILITIES = {
  [Module.SYNDIC]: [Visibility.REQUESTER, Visibility.COUNCIL, Visibility.CO_OWNERS],
  [Module.GERANCE]: [Visibility.REQUESTER, Visibility.TENANTS, Visibility.OWNERS],
};

export interface Directory {
  publication: PublishRequest;
  parties: Map<string, Party>;
  units: Map<string, Unit[]>;
  users: Map<string, User>;
}

export interface Story {
  trade: TradeSketch;
  issue: IssueSketch;
  building: Building;
  unit: Unit | undefined;
  module: Module.SYNDIC | Module.GERANCE;
}

export const personOf = (party: Party, channels = { mail: true, sms: false }): Person =>
  create(PersonSchema, {
    partyId: party.id,
    name: party.name,
    reach: { mails: party.mails, mobiles: party.mobiles, channels },
    phone: party.phone,
  });

export function directoryOf(publication: PublishRequest): Directory {
  return {
    publication,
    parties: new Map(publication.parties.map((party) => [party.id, party])),
    units: Map.groupBy(publication.units, ({ buildingId }) => buildingId),
    users: new Map(publication.users.map((user) => [user.id, user])),
  };
}

/** Closed tickets of the 24 months before `now`, oldest first, told by what happens in such buildings. */
export function pastTickets(
  publication: PublishRequest,
  { count, now, dice }: { count: number; now: Date; dice: Dice },
): ImportedTicket[] {
  const directory = directoryOf(publication);
  return openings(count, now, dice).map((openedAt, at) => {
    const story = storyOf(directory, openedAt, dice);
    const days = dice.between(1, 21);
    const closedAt = Math.min(
      openedAt.getTime() + days * DAY + dice.between(0, 6) * HOUR,
      now.getTime() - HOUR,
    );
    const isPaid = dice.chance(0.9);
    return create(ImportedTicketSchema, {
      externalId: `demo-${String(at + 1).padStart(5, '0')}`,
      draft: draftOf(directory, story, openedAt, dice),
      openedAt: timestampFromDate(openedAt),
      closedAt: timestampFromDate(new Date(closedAt)),
      invoiceAmountCents: isPaid ? amountOf(story.issue, dice) : 0,
    });
  });
}

/** Invoices end in whole euros, in tens of cents or in VAT's odd cents. */
export const amountOf = ({ euros: [low, high] }: IssueSketch, dice: Dice): number =>
  dice.between(low, high) * 100 + dice.pick([0, 0, 50, 40, 80, dice.between(1, 99)]);

export function storyOf({ publication, units }: Directory, openedAt: Date, dice: Dice): Story {
  const month = openedAt.getUTCMonth() + 1;
  const at = dice.between(0, publication.buildings.length - 1);
  const building = publication.buildings[at] as Building;
  const hasLift = BUILDINGS[at]?.lift ?? false;
  const trade = dice.pickWeighted(
    TRADES.filter(({ lift }) => !lift || hasLift),
    ({ weight, season }) => weight * (season?.includes(month) ? 3 : 1),
  );
  const both = building.syndic && building.gerance;
  const isSyndic = both ? dice.chance(0.55) : building.syndic;
  const wanted = trade.issues.filter(({ where }) => (where === 'common') === isSyndic);
  const issue = dice.pick(wanted.length > 0 ? wanted : trade.issues);
  // A syndic ticket names a building; in gérance, a matter of the common parts is one of the whole building.
  const unit = isSyndic || issue.where === 'common' ? undefined : dice.pick(units.get(building.id) ?? []);
  return { trade, issue, building, unit, module: isSyndic ? Module.SYNDIC : Module.GERANCE };
}

function peopleOf({ parties }: Directory, { building, unit }: Story, dice: Dice) {
  const president = building.council.find((member) => member.president)?.partyId;
  const known = (ids: (string | undefined)[]): Party[] => ids.flatMap((id) => parties.get(id ?? '') ?? []);
  const living = known(unit ? [...unit.tenantIds, unit.ownerId] : [building.caretakerId, president]);
  const anyone = living.length > 0 ? living : dice.some([...parties.values()], 1);
  const requester = unit ? (anyone[0] as Party) : dice.pick(anyone);
  const told = known([unit ? unit.ownerId : president]).filter(({ id }) => id !== requester.id);
  return { requester, notified: dice.chance(0.4) ? told : [] };
}

/** A unit of the demo has the staff of its building. */
const staffOf = ({ managerId, assistantId, accountantId }: Building): string[] =>
  [...new Set([managerId, assistantId, accountantId])].filter(Boolean);

export function draftOf(directory: Directory, story: Story, openedAt: Date, dice: Dice) {
  const { trade, issue, building, unit, module } = story;
  const { requester, notified } = peopleOf(directory, story, dice);
  const { source } = dice.pickWeighted(SOURCES, ({ weight }) => weight);
  const room = dice.pick(ROOMS);
  const floor = dice.pick(['1er étage', '2e étage', '3e étage', 'dernier étage']);
  const fill = (text: string): string => text.replaceAll('{room}', room).replaceAll('{floor}', floor);
  const said = `Bonjour,\n${fill(issue.said)}\nMerci de faire le nécessaire.\n${requester.name}`;
  const manager = directory.users.get(building.managerId);
  const owner = unit && directory.parties.get(unit.ownerId);
  const suitable = directory.publication.contractors.filter((contractor) => contractor.trade === trade.name);
  const howMany = dice.chance(0.04) ? 2 : 1;
  return {
    module,
    subject: issue.subject,
    description: fill(issue.asked),
    originalDescription: WRITTEN.has(source) ? said : '',
    notifiedDescription: notified.length > 0 ? `${issue.subject} : un intervenant a été missionné.` : '',
    place: {
      buildingId: building.id,
      unitId: unit?.id ?? '',
      label: unit ? `${building.name}, ${unit.label}` : building.name,
      address: `${building.address}, ${building.postalCode} ${building.city}`,
      digicode: unit?.digicode || building.digicode,
      reference: unit?.reference ?? building.reference,
      buildingReference: building.reference,
      postalCode: building.postalCode,
      ownerName: owner?.name ?? '',
      approvalThresholdCents: unit?.approvalThresholdCents ?? 0,
      staffIds: staffOf(building),
    },
    manager: manager && { id: manager.id, name: manager.name, mail: manager.mail, phone: manager.phone },
    requester: personOf(requester),
    source,
    requestedAt: timestampFromDate(new Date(openedAt.getTime() - dice.between(5, 90) * 60_000)),
    sendOwner: module === Module.GERANCE && dice.chance(0.3),
    askPresence: dice.chance(0.5),
    notifyReminders: dice.chance(0.2),
    urgent: dice.chance(issue.urgent ?? 0),
    visibility: dice.pick(VISIBILITIES[module]),
    contractors: dice
      .some(suitable, howMany)
      .flatMap(({ id, party, channels }) => (party ? { ...personOf(party, channels), partyId: id } : [])),
    contacts: [personOf(requester, { mail: true, sms: dice.chance(0.5) })],
    notified: notified.map((party) => personOf(party)),
  };
}
