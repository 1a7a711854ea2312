import type { PartyFile } from '../api/types.js';
import { formatTypedPhone } from '../../lib/phones.js';
import type { Values } from './field.js';
import { writeDay } from '../../lib/typed-day.js';

/** What is known of an existing party, as the form shows it: it may be completed there. */
export function formOfParty(file: PartyFile): Values {
  const isCompany = file.kind === 'COMPANY';
  return {
    partyId: file.id,
    kind: file.kind ?? 'PERSON',
    gender: isCompany ? 'COMPANY' : (GENDERS[file.gender ?? ''] ?? ''),
    name: isCompany ? file.companyName : file.lastName,
    firstName: file.firstName,
    bornOn: writeDay(file.bornOn),
    bornAt: file.bornAt,
    legalForm: file.legalForm,
    siret: file.siret || file.siren,
    familySci: file.familySci,
    code: { value: file.code, typed: false },
    address: { ...file.address },
    phone: file.phone,
    mobiles: file.mobiles.map(formatTypedPhone).join('; '),
    mails: file.mails.join('; '),
    channel: file.preferredChannel ?? (file.channels?.sms ? 'SMS' : file.channels?.mail ? 'MAIL' : ''),
    profession: file.profession,
    incomeCents: file.incomeCents ? String(file.incomeCents / 100).replace('.', ',') : '',
    employer: file.employer,
    previousAddress: { line1: file.previousAddress },
    studentOrApprentice: file.status !== undefined,
  };
}

/** The base's words and the form's. */
const GENDERS: Readonly<Record<string, string>> = {
  MR: 'MR',
  MRS: 'MRS',
  MR_AND_MRS: 'COUPLE',
  UNDIVIDED: 'UNDIVIDED',
};
