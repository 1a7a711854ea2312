import { smsLength } from '../../application/templates/count-sms.js';
import { toGsm7 } from '../../domain/gsm7.js';

/** One SMS in GSM-7. */
const ONE_SMS = 160;
/** Less tells nothing: then it is two SMS. */
const SHORTEST = 14;
const LONGEST = 45;
const MORE = '...';

const lengthOf = (text: string): number => smsLength(text).characters;

function cut(text: string, room: number): string {
  if (lengthOf(text) <= room) return text;
  return `${text.slice(0, room - MORE.length).trimEnd()}${MORE}`;
}

/** "4 rue des Lilas, 75011 Paris" → "4 rue des Lilas": who works there knows the town. */
const streetOf = (address: string): string => address.replace(/,\s*\d{5}\b.*$/, '');

/**
 * What is wrong and where, as long as an SMS has room for beside `rest`: town, then place and trouble are shortened,
 * and only where nothing would be left is it two SMS.
 */
export function troubleAndPlace(subject: string, place: string, rest: string): string {
  const [what, where] = [subject, place].map((text) => toGsm7(text.replace(/\s+/g, ' ').trim())) as [
    string,
    string,
  ];
  const room = ONE_SMS - lengthOf(rest) - 1;
  const whole = [where, streetOf(where)].map((shown) => [what, shown].filter(Boolean).join(', '));
  const fits = whole.find((text) => lengthOf(text) <= room);
  if (fits !== undefined) return fits;
  const both = room - 2;
  if (both < 2 * SHORTEST) return `${cut(what, LONGEST)}, ${cut(streetOf(where), LONGEST)}`;
  const shownPlace = cut(streetOf(where), Math.max(SHORTEST, both - lengthOf(what), Math.floor(both / 2)));
  return `${cut(what, both - lengthOf(shownPlace))}, ${shownPlace}`;
}
