import type {
  Correspondent,
  FactKind,
  FactOf,
  Manager,
  MissionFacts,
  Person,
  TicketFact,
  TicketFacts,
} from '../facts/facts.js';
import { PLANS } from './plan.js';
import { endsTicket } from './visits.js';
import type { Plan, Role, Row } from './plan.js';
import { addressesOf, someChannels, tickedChannels, withMail } from '../reach.js';
import type { Channel } from '../reach.js';
import type { Audience, TemplateCode } from '../template-codes.js';

export type { Channel } from '../reach.js';

/** How a message begins: to be sent, kept back by silent mode, or impossible. */
export type Start = 'queued' | 'silenced' | 'no-address';

export interface PlannedMessage {
  /** The same for the same recipient, channel and fact, however often the fact is delivered. */
  readonly key: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly template: TemplateCode;
  /** The id is the directory's, or empty. */
  readonly recipient: { readonly id: string; readonly name: string; readonly addresses: readonly string[] };
  /** The mission spoken of; its link is written into a contractor's message. */
  readonly mission?: MissionFacts;
  /** Whose link is written into the message. */
  readonly correspondentId?: string;
  readonly start: Start;
}

interface Target {
  readonly audience: Audience;
  readonly person: Person;
  readonly mission?: MissionFacts;
  readonly correspondentId?: string;
}

const missionOf = (fact: TicketFact): MissionFacts | undefined =>
  'mission' in fact ? fact.mission : undefined;

const correspondentOf = (fact: TicketFact): Correspondent | undefined =>
  'correspondent' in fact ? fact.correspondent : undefined;

/** At the closing only those are told who still had something to do. */
function contractorsOf(fact: TicketFact): readonly MissionFacts[] {
  if (endsTicket(fact) || fact.kind === 'TicketReopened')
    return fact.missions.filter((mission) => !mission.over);
  // A message to a correspondent is none to the contractor it may be about.
  if (correspondentOf(fact)) return [];
  const mission = missionOf(fact);
  return mission ? [mission] : [];
}

/** The agency's own alerts go by mail (manual: "La réponse de l'intervenant vous sera notifiée par email"). */
function asPerson(user: Manager): Person {
  return {
    partyId: user.id,
    name: user.name,
    mails: [user.mail].filter(Boolean),
    mobiles: [],
    channels: { mail: true, sms: false },
    comment: '',
    phone: user.phone,
  };
}

/** Users need no mail about what they did themselves. */
function usersTold(users: readonly Manager[], { actor }: TicketFacts): readonly Person[] {
  return users.filter(({ id }) => id !== '' && !(actor.kind === 'user' && actor.id === id)).map(asPerson);
}

const reading =
  (audience: Audience, persons: (fact: TicketFact) => readonly Person[]) =>
  (fact: TicketFact): readonly Target[] =>
    persons(fact).map((person) => ({ audience, person, mission: missionOf(fact) }));

const TARGETS: Readonly<Record<Role, (fact: TicketFact) => readonly Target[]>> = {
  contractor: (fact) =>
    contractorsOf(fact).map((mission) => ({ audience: 'contractor', person: mission.contractor, mission })),
  // Before those who only read: it has a link.
  requester: (fact) => {
    const { requester: person, requesterId } = fact.ticket;
    if (!person) return [];
    return [
      {
        ...{ audience: 'requester', person, mission: missionOf(fact) },
        correspondentId: requesterId || undefined,
      },
    ];
  },
  contacts: reading('contact', ({ ticket }) => ticket.contacts),
  notified: reading('notified', ({ ticket }) => ticket.notified),
  correspondent: (fact) => {
    const correspondent = correspondentOf(fact);
    if (!correspondent) return [];
    const { id: correspondentId, person } = correspondent;
    return [{ audience: 'correspondent', person, mission: missionOf(fact), correspondentId }];
  },
  informed: reading('notified', (fact) => ('informed' in fact ? fact.informed : [])),
  persons: reading('notified', (fact) => ('persons' in fact ? fact.persons : [])),
  staff: reading('manager', ({ ticket }) => usersTold(ticket.toldUsers, ticket)),
  manager: reading('manager', ({ ticket }) => usersTold([ticket.manager], ticket)),
};

const CHANNELS: Readonly<
  Record<NonNullable<Row<FactKind>['reach']>, (person: Person) => readonly Channel[]>
> = { 'mail-always': withMail, somehow: someChannels };

/** Silent mode keeps back what leaves by itself to third parties (tickets.md, "Timers"). */
function isSilenced(ticket: TicketFacts, audience: Audience, requested: boolean): boolean {
  if (!ticket.options.silent || audience === 'manager') return false;
  return !(requested && ticket.actor.kind === 'user');
}

function keyOf(
  { audience, person, mission }: Target,
  channel: Channel,
  addresses: readonly string[],
): string {
  const who = addresses.length > 0 ? [...addresses].sort().join(',') : person.partyId || person.name;
  return [audience, mission?.id ?? '', who, channel].join('|');
}

function startOf(silenced: boolean, addresses: readonly string[]): Start {
  if (silenced) return 'silenced';
  return addresses.length > 0 ? 'queued' : 'no-address';
}

function messagesTo<K extends FactKind>(fact: FactOf<K>, row: Row<K>, target: Target): PlannedMessage[] {
  const template = typeof row.template === 'function' ? row.template(fact) : row.template;
  const silenced = isSilenced(fact.ticket, target.audience, row.requested?.(fact) ?? false);
  const { person } = target;
  const channels = row.reach ? CHANNELS[row.reach](person) : tickedChannels(person);
  return channels.map((channel) => {
    const addresses = addressesOf(person, channel);
    return {
      key: keyOf(target, channel, addresses),
      channel,
      audience: target.audience,
      template,
      recipient: { id: person.partyId, name: person.name, addresses: [...new Set(addresses)] },
      mission: target.mission,
      correspondentId: target.correspondentId,
      start: startOf(silenced, addresses),
    };
  });
}

/** Whom a fact is told to, and how: one message per person and channel, several addresses in one message. */
export function planMessages<K extends FactKind>(fact: FactOf<K>): PlannedMessage[] {
  const plan: Plan<K> = PLANS[fact.kind];
  const planned = (Object.keys(TARGETS) as Role[]).flatMap((role) => {
    const row = plan[role];
    if (!row || (row.when && !row.when(fact))) return [];
    return TARGETS[role](fact).flatMap((target) => messagesTo(fact, row, target));
  });
  return withoutRepeats([...new Map(planned.map((message) => [message.key, message])).values()]);
}

/** Who only reads: of one fact, the first message tells an address enough. Others have a link, or their own mission, in each. */
const READERS: ReadonlySet<Audience> = new Set<Audience>(['contact', 'notified', 'requester']);

/** A tenant is often both the contact person and notified. */
function withoutRepeats(planned: readonly PlannedMessage[]): PlannedMessage[] {
  const told = new Set<string>();
  return planned.flatMap((message) => {
    const { channel, audience, recipient } = message;
    const news = recipient.addresses.filter((address) => !told.has(`${channel}|${address}`));
    for (const address of news) told.add(`${channel}|${address}`);
    if (!READERS.has(audience) || recipient.addresses.length === 0) return [message];
    return news.length > 0 ? [{ ...message, recipient: { ...recipient, addresses: news } }] : [];
  });
}
