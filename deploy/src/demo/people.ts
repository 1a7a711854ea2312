import { create } from '@bufbuild/protobuf';
import type { Party } from '@intervia/contracts';
import { PartySchema } from '@intervia/contracts';
import { FIRST_NAMES, LAST_NAMES } from './data/people.js';
import { fictionalLandline, fictionalMobile } from './phones.js';
import type { Dice } from './random.js';

/** "Frédéric Da Silva" → "frederic.da-silva". */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('.');

/** Makes up the parties of an agency: nobody has the name, the mail or the number of another one. */
export class Crowd {
  readonly parties: Party[] = [];
  private readonly taken = new Set<string>();

  constructor(
    private readonly agencyId: string,
    private readonly dice: Dice,
    /** Agencies share no number: each begins its own run of mobiles. */
    private nextMobile: number,
  ) {}

  mobile(): string {
    return fictionalMobile(this.nextMobile++);
  }

  person(): Party {
    for (;;) {
      const name = `${this.dice.pick(FIRST_NAMES)} ${this.dice.pick(LAST_NAMES)}`;
      if (!this.taken.has(name)) return this.add(name, `${slug(name)}@courriel.example`);
    }
  }

  company(name: string): Party {
    return this.add(name, `contact@${slug(name).replaceAll('.', '-')}.example`);
  }

  private add(name: string, mail: string): Party {
    this.taken.add(name);
    const mobile = this.mobile();
    const hasLandline = this.dice.chance(0.25);
    const party = create(PartySchema, {
      id: `${this.agencyId}-p${String(this.parties.length + 1).padStart(4, '0')}`,
      name,
      mails: [mail],
      mobiles: [mobile],
      phone: hasLandline ? fictionalLandline(this.nextMobile) : '',
    });
    this.parties.push(party);
    return party;
  }
}
