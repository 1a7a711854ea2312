import type { Person } from './model.js';

/** Where a person can still be written to: no refused address, no ticked channel that has none left. */
export function reachableAt(person: Person, refused: readonly string[] = []): Person {
  if (refused.length === 0) return person;
  const mails = person.mails.filter((address) => !refused.includes(address));
  const mobiles = person.mobiles.filter((address) => !refused.includes(address));
  const channels = {
    mail: person.channels.mail && mails.length > 0,
    sms: person.channels.sms && mobiles.length > 0,
  };
  return { ...person, mails, mobiles, channels };
}

export function isReachable(person: Person, refused: readonly string[] = []): boolean {
  const { channels } = reachableAt(person, refused);
  return channels.mail || channels.sms;
}
