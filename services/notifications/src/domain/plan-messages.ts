import type { FactKind, FactOf, Manager, MissionFacts, Person, TicketFact, TicketFacts } from './facts.js';
import { PLANS } from './plan.js';
import type { Plan, Row } from './plan.js';
import type { Audience, TemplateCode } from './template-codes.js';

export type Channel = 'mail' | 'sms';

/** How a message begins: to be sent, kept back by silent mode, or impossible. */
export type Start = 'queued' | 'silenced' | 'no-address';

export interface PlannedMessage {
  /** The same for the same recipient, channel and fact, however often the fact is delivered. */
  readonly key: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly template: TemplateCode;
  readonly recipient: { readonly name: string; readonly addresses: readonly string[] };
  /** The mission spoken of; its link is written into a contractor's message. */
  readonly mission?: MissionFacts;
  readonly start: Start;
}

interface Target {
  readonly audience: Audience;
  readonly person: Person;
  readonly mission?: MissionFacts;
}

const missionOf = (fact: TicketFact): MissionFacts | undefined =>
  'mission' in fact ? fact.mission : undefined;

/** At the closing only those are told who still had something to do. */
function contractorsOf(fact: TicketFact): readonly MissionFacts[] {
  if (fact.kind === 'ticket-closed') return fact.missions.filter((mission) => !mission.over);
  const mission = missionOf(fact);
  return mission ? [mission] : [];
}

/** The agency's own alerts go by mail (manual: "La réponse de l'intervenant vous sera notifiée par email"). */
function asPerson(manager: Manager): Person {
  return {
    partyId: manager.id,
    name: manager.name,
    mails: [manager.mail].filter(Boolean),
    mobiles: [],
    channels: { mail: true, sms: false },
    comment: '',
    phone: manager.phone,
  };
}

/** A manager who typed the answer in needs no mail about it. */
function managersOf({ manager, actor }: TicketFacts): readonly Person[] {
  return actor.kind === 'user' && actor.id === manager.id ? [] : [asPerson(manager)];
}

const TARGETS: { readonly [R in keyof Plan<FactKind>]-?: (fact: TicketFact) => readonly Target[] } = {
  contractor: (fact) =>
    contractorsOf(fact).map((mission) => ({ audience: 'contractor', person: mission.contractor, mission })),
  contacts: (fact) =>
    fact.ticket.contacts.map((person) => ({ audience: 'contact', person, mission: missionOf(fact) })),
  notified: (fact) =>
    fact.ticket.notified.map((person) => ({ audience: 'notified', person, mission: missionOf(fact) })),
  manager: (fact) =>
    managersOf(fact.ticket).map((person) => ({ audience: 'manager', person, mission: missionOf(fact) })),
};

function channelsOf(person: Person, mailAlways: boolean): readonly Channel[] {
  const ticked: Record<Channel, boolean> = {
    mail: person.channels.mail || mailAlways,
    sms: person.channels.sms,
  };
  return (['mail', 'sms'] as const).filter((channel) => ticked[channel]);
}

/** Silent mode keeps back what leaves by itself to third parties (tickets.md, "Timers"). */
function isSilenced(ticket: TicketFacts, audience: Audience, requested: boolean): boolean {
  if (!ticket.silent || audience === 'manager') return false;
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
  const silenced = isSilenced(fact.ticket, target.audience, row.requested ?? false);
  const { person } = target;
  return channelsOf(person, row.mailAlways ?? false).map((channel) => {
    const addresses = channel === 'mail' ? person.mails : person.mobiles;
    return {
      key: keyOf(target, channel, addresses),
      channel,
      audience: target.audience,
      template,
      recipient: { name: person.name, addresses: [...new Set(addresses)] },
      mission: target.mission,
      start: startOf(silenced, addresses),
    };
  });
}

/** Whom a fact is told to, and how: one message per person and channel, several addresses in one message. */
export function planMessages<K extends FactKind>(fact: FactOf<K>): PlannedMessage[] {
  const plan: Plan<K> = PLANS[fact.kind];
  const planned = (Object.keys(TARGETS) as (keyof Plan<K>)[]).flatMap((role) => {
    const row = plan[role];
    if (!row || (row.when && !row.when(fact))) return [];
    return TARGETS[role](fact).flatMap((target) => messagesTo(fact, row, target));
  });
  return [...new Map(planned.map((message) => [message.key, message])).values()];
}
