import type { Person } from './facts/facts.js';

export type Channel = 'mail' | 'sms';

export const addressesOf = (person: Person, channel: Channel): readonly string[] =>
  channel === 'mail' ? person.mails : person.mobiles;

const BOTH: readonly Channel[] = ['mail', 'sms'];

export const tickedChannels = (person: Person): readonly Channel[] =>
  BOTH.filter((channel) => person.channels[channel]);

/** The channels ticked, else the first that has an address, else mail: whose absence is then reported. */
export function someChannels(person: Person): readonly Channel[] {
  const ticked = tickedChannels(person);
  if (ticked.length > 0) return ticked;
  return [BOTH.find((channel) => addressesOf(person, channel).length > 0) ?? 'mail'];
}

export const withMail = (person: Person): readonly Channel[] =>
  BOTH.filter((channel) => channel === 'mail' || person.channels[channel]);

/** The same reader: whatever goes to one arrives at the other. */
export function sharesAddress(one: Person, other: Person): boolean {
  return tickedChannels(one).some((channel) => {
    const known = new Set(addressesOf(other, channel));
    return addressesOf(one, channel).some((address) => known.has(address));
  });
}
