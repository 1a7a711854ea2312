import type { Known } from '../drafts/known.js';
import type { Guarantor, HousingAid, Sharer } from '../forms/tenant-forms.js';
import { partyFile, partyIdOf } from './party-file.js';
import { fileId } from './planned-file.js';
import type { FileRecord, PlannedFile, Value } from './planned-file.js';

/** Parties of sharers that are new, or of whom something was completed. */
export const sharerParties = (
  draftId: string,
  sharers: readonly Sharer[],
  known: Known,
): (PlannedFile | undefined)[] =>
  sharers.map(({ id, party }, index) =>
    party
      ? partyFile(
          fileId(draftId, `s-${id}`),
          party,
          { step: 'TENANT_ACCOUNT', itemId: '', path: `sharers.${String(index)}.party` },
          known,
        )
      : undefined,
  );

/** Visale and a bank are no parties. */
const isParty = ({ kind }: Guarantor): boolean => kind === 'PERSON' || kind === 'COMPANY';

export const guarantorParties = (
  draftId: string,
  guarantors: readonly Guarantor[],
  known: Known,
): (PlannedFile | undefined)[] =>
  guarantors.map((guarantor, index) =>
    guarantor.party && isParty(guarantor)
      ? partyFile(
          fileId(draftId, `g-${guarantor.id}`),
          guarantor.party,
          { step: 'DEPOSIT', itemId: '', path: `guarantors.${String(index)}.party` },
          known,
        )
      : undefined,
  );

export const aidOf = (aid: HousingAid | undefined, from: string): Value =>
  aid && aid.kind !== '' && aid.amountCents >= 0
    ? {
        kind: aid.kind,
        fund: aid.fund,
        organisme: aid.fundCode,
        allocataireNumber: aid.beneficiaryNumber,
        amountCents: aid.amountCents,
        paidToLandlord: aid.paidTo === 'LANDLORD',
        from,
      }
    : undefined;

export function sharerOf(draftId: string, sharer: Sharer): FileRecord {
  return {
    id: sharer.id,
    partyId: partyIdOf(fileId(draftId, `s-${sharer.id}`), sharer.party),
    enteredOn: sharer.enteredOn,
    shareBp: sharer.share,
    aid: aidOf(sharer.aid, ''),
    accountNumber: sharer.accountNumber?.value ?? '',
  };
}

export const guarantorOf = (draftId: string, guarantor: Guarantor): FileRecord => ({
  id: guarantor.id,
  kind: guarantor.kind,
  partyId: isParty(guarantor) ? partyIdOf(fileId(draftId, `g-${guarantor.id}`), guarantor.party) : '',
  name: guarantor.kind === 'VISALE' ? 'Visale' : (guarantor.party?.name ?? '').trim(),
  reference: guarantor.reference.trim(),
  amountCents: guarantor.amountCents,
  from: guarantor.from,
  until: guarantor.until,
  sharerId: guarantor.sharerId,
});
