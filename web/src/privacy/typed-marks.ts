import type { FoundPerson, SoughtPersonDto } from '../api/types.js';

/** Whose data it is, as it is typed. */
export interface TypedMarks {
  partyId: string;
  /** Of somebody of the agency, instead. */
  userId: string;
  /** Of the chosen record. */
  chosen: string;
  names: string;
  mails: string;
  phones: string;
}

export const NOBODY: TypedMarks = { partyId: '', userId: '', chosen: '', names: '', mails: '', phones: '' };

const MOST = 5;

type FoundMarks = NonNullable<FoundPerson['marks']>;

export const typedOf = ({ partyId, names, mails, phones }: FoundMarks, staff = false): TypedMarks => ({
  partyId: staff ? '' : partyId,
  userId: staff ? partyId : '',
  chosen: names[0] ?? '',
  names: names.join(', '),
  mails: mails.join(', '),
  phones: phones.join(', '),
});

export function personOf({ partyId, userId, names, mails, phones }: TypedMarks): SoughtPersonDto {
  return {
    ...(partyId ? { partyId } : {}),
    ...(userId ? { userId } : {}),
    names: listed(names),
    mails: listed(mails),
    phones: listed(phones),
  };
}

const listed = (text: string): string[] =>
  text
    .split(/[,;\n]/u)
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, MOST);
