import { correspondent, partyLabel } from '../codes/codes.js';
import type { Known } from '../drafts/known.js';
import type { DocumentRef, PartyForm, PostalAddress } from '../forms/parties.js';
import { sirenOf, siretOf } from '../values/identifiers.js';
import type { FileRecord, Origin, PlannedFile, Value } from './planned-file.js';

export const address = (given: PostalAddress | undefined): Value =>
  given && given.line1.trim() !== ''
    ? {
        line: given.line1.trim(),
        complement: given.line2.trim(),
        postalCode: given.postalCode.trim(),
        city: given.city.trim(),
        country: given.country === 'FR' ? '' : given.country,
      }
    : undefined;

export const oneLine = (given: PostalAddress | undefined): string =>
  given
    ? [given.line1, given.line2, `${given.postalCode} ${given.city}`]
        .map((part) => part.trim())
        .filter(Boolean)
        .join(', ')
    : '';

export const documents = (given: readonly DocumentRef[]): Value =>
  given.map(({ id, name, mediaType, size, sha256 }) => ({
    document: { id, name, mediaType, size, sha256 },
    label: name,
    photo: mediaType.startsWith('image/'),
  }));

/** A company's gender is its kind. */
const GENDERS = {
  MR: 'MR',
  MRS: 'MRS',
  COUPLE: 'MR_AND_MRS',
  COMPANY: '',
  UNDIVIDED: 'UNDIVIDED',
  '': '',
} as const;

function record(id: string, party: PartyForm, known: Known): FileRecord {
  const isCompany = party.kind === 'COMPANY';
  const phone = (text: string): string => known.formats.phone(text, party.address?.postalCode ?? '');
  return {
    id,
    code: party.code?.value ?? '',
    kind: party.kind,
    gender: GENDERS[party.gender],
    lastName: isCompany ? '' : party.name.trim(),
    firstName: isCompany ? '' : party.firstName.trim(),
    companyName: isCompany ? party.name.trim() : '',
    legalForm: party.legalForm.trim(),
    siren: sirenOf(party.siret),
    siret: siretOf(party.siret),
    familySci: party.familySci,
    bornOn: party.bornOn,
    bornAt: party.bornAt.trim(),
    address: address(party.address),
    phone: phone(party.phone),
    mobiles: party.mobiles.map(phone).filter(Boolean),
    mails: party.mails.map((mail) => mail.trim()),
    channels:
      party.channel === '' ? undefined : { mail: party.channel === 'MAIL', sms: party.channel === 'SMS' },
    preferredChannel: party.channel,
    correspondent: correspondent(party),
    profession: party.profession.trim(),
    incomeCents: party.incomeCents,
    employer: party.employer.trim(),
    previousAddress: oneLine(party.previousAddress),
    status: party.studentOrApprentice ? 'STUDENT' : '',
    documents: documents(party.documents),
  };
}

const isBlank = (value: Value): boolean =>
  value === undefined ||
  value === '' ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A new party; or of an existing one what was completed, so that nothing typed elsewhere meanwhile is lost. */
export function partyFile(
  newId: string,
  party: PartyForm,
  origin: Origin,
  known: Known,
): PlannedFile | undefined {
  const label = partyLabel(party);
  const origins = {
    '': origin,
    lastName: { ...origin, path: `${origin.path}.name` },
    companyName: { ...origin, path: `${origin.path}.name` },
    siren: { ...origin, path: `${origin.path}.siret` },
    'address.line': { ...origin, path: `${origin.path}.address.line1` },
  };
  const existing = known.parties.get(party.partyId);
  if (!existing) return { kind: 'PARTY', record: record(newId, party, known), fields: [], label, origins };
  const before = record(party.partyId, existing.form, known);
  // What is there stays, whether the screen sent it again or not.
  const kept = existing.form.documents.filter(({ id }) => !party.documents.some((one) => one.id === id));
  const after = record(party.partyId, { ...party, documents: [...kept, ...party.documents] }, known);
  const fields = Object.keys(after).filter(
    (name) =>
      name !== 'id' &&
      name !== 'code' &&
      JSON.stringify(after[name]) !== JSON.stringify(before[name]) &&
      !isBlank(after[name]),
  );
  return fields.length > 0 ? { kind: 'PARTY', record: after, fields, label, origins } : undefined;
}

export const partyIdOf = (newId: string, party: PartyForm | undefined): string => party?.partyId || newId;
