import type { SoughtPersonDto, PersonMarks } from '../api/types.js';

/** Whose data it is, as it is typed. */
export interface TypedMarks {
  partyId: string;
  /** Of the chosen record. */
  chosen: string;
  names: string;
  mails: string;
  phones: string;
}

export const NOBODY: TypedMarks = { partyId: '', chosen: '', names: '', mails: '', phones: '' };

const MOST = 5;

export const typedOf = ({ partyId, names, mails, phones }: PersonMarks): TypedMarks => ({
  partyId,
  chosen: names[0] ?? '',
  names: names.join(', '),
  mails: mails.join(', '),
  phones: phones.join(', '),
});

export function personOf({ partyId, names, mails, phones }: TypedMarks): SoughtPersonDto {
  return {
    ...(partyId ? { partyId } : {}),
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
