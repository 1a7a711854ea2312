import { randomInt } from 'node:crypto';
import { inParis } from '@intervia/french';

const DAY_MS = 86_400_000;
const FIRST_NAMES = ['Hélène', 'Gaëlle', 'Léonie', 'Mireille', 'Odile', 'Solène'];
const LAST_NAMES = ['Castelnau', 'Delorme', 'Lemaître', 'Montfaucon', 'Rivoire', 'Tavernier', 'Vasseur'];
const TREES = ['Acacias', 'Bouleaux', 'Cèdres', 'Érables', 'Mélèzes', 'Noyers', 'Platanes', 'Tilleuls'];
const WORDS = ['du Parc', 'du Moulin', 'de la Source', 'du Levant', 'de l’Étang', 'du Verger'];

const oneOf = (words: readonly string[]): string => words[randomInt(words.length)] ?? '';

/** Who and where, by chance: the demonstration is lived again beside what it left the last time. */
export interface Scene {
  owner: { firstName: string; name: string };
  jointOwner: { firstName: string; name: string };
  sharers: readonly [string, string];
  guarantor: string;
  company: string;
  building: string;
  street: string;
  /** Of the co-ownership rules and the plan: one for each new unit. */
  rcp: string;
  /** dd/mm/yyyy, so many days from the platform's today. */
  day: (offset: number) => string;
  /** First day of the month, so many months from the platform's. */
  month: (offset: number) => string;
}

export function sceneAt(now: Date): Scene {
  const write = (date: Date): string => inParis(date).toFormat('dd/MM/yyyy');
  const family = oneOf(LAST_NAMES);
  return {
    owner: { firstName: oneOf(FIRST_NAMES), name: family },
    jointOwner: { firstName: 'Étienne', name: family },
    sharers: [oneOf(['Aubry', 'Bailly', 'Chevrier']), oneOf(['Marchand', 'Noiret', 'Ollivier'])],
    guarantor: oneOf(['Perrachon', 'Quillet', 'Roussillon']),
    company: `Boulangerie ${oneOf(WORDS)}`,
    building: `Les ${oneOf(TREES)} ${oneOf(WORDS)}`,
    street: `${randomInt(1, 190)} rue des Gantiers`,
    rcp: String(randomInt(1_000, 9_999)),
    day: (offset) => write(new Date(now.getTime() + offset * DAY_MS)),
    month: (offset) => write(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1, 12))),
  };
}
