import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Party, PartyFileSchema } from '@intervia/contracts';
import { Gender, PartyKind } from '@intervia/contracts';

export type PartyFileInit = Omit<MessageInitShape<typeof PartyFileSchema>, '$typeName' | '$unknown'>;

/** A company that owns among relatives is treated as a person (loi 89-462, art. 13). */
const FAMILY = /^SCI (Les Marronniers|La Colline|Saint-Irénée|du Parc)/;
const COMPANY = /^(SCI|SARL|Foncière)/;
const LEGAL_FORMS = /^(SCI|SARL)/;

/** A legal person other than a family SCI. */
export const isCompanyLandlord = (name: string): boolean => COMPANY.test(name) && !FAMILY.test(name);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();

/** Codes of parties, each once: LEFEVRE, LEFEVRE2… */
export class Codes {
  private readonly counts = new Map<string, number>();

  next(name: string): string {
    const stem = plain(name).slice(0, 8) || 'TIERS';
    const count = (this.counts.get(stem) ?? 0) + 1;
    this.counts.set(stem, count);
    return count === 1 ? stem : `${stem}${String(count)}`;
  }
}

/** What the agency's files know of somebody whom tickets know already. */
export function partyFile(party: Party, code: string, more: Partial<PartyFileInit> = {}): PartyFileInit {
  const { id, name, mails, mobiles, phone } = party;
  const reach = { id, code, mails, mobiles, phone, channels: { mail: true, sms: false } };
  if (COMPANY.test(name) || /^Indivision/.test(name)) {
    return {
      ...reach,
      kind: PartyKind.COMPANY,
      companyName: name,
      legalForm: LEGAL_FORMS.exec(name)?.[0] ?? (COMPANY.test(name) ? 'SAS' : 'Indivision'),
      familySci: FAMILY.test(name),
      correspondent: 'Madame, Monsieur',
      ...more,
    };
  }
  const [firstName = '', ...rest] = name.split(' ');
  // The crowd says nothing of it: half of the letters begin one way, half the other.
  const isMrs = code.length % 2 === 0;
  const lastName = rest.join(' ');
  return {
    ...reach,
    kind: PartyKind.PERSON,
    gender: isMrs ? Gender.MRS : Gender.MR,
    firstName,
    lastName,
    correspondent: `${isMrs ? 'Madame' : 'Monsieur'} ${lastName}`,
    ...more,
  };
}

/** How the agency files a name: people by their last name. */
export const filedUnder = (name: string): string =>
  COMPANY.test(name) || /^Indivision/.test(name) ? name : name.split(' ').slice(1).join(' ');
