import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { HousingAid, LeaseStep, TenantAccountStep } from '../forms/tenant-forms.js';
import { territoryOf, valueAt } from '../irl/series.js';
import { isFlatShare } from '../rules/lease-lengths.js';
import { addDays, addMonths, isDate } from '../values/dates.js';
import type { Notes } from './notes.js';

/** Sharers' aids, summed on the tenant (manual, "Étape 3 : compte locataire"). */
export function sumOfAids(
  account: TenantAccountStep | undefined,
  own: HousingAid | undefined,
  notes: Notes,
): HousingAid | undefined {
  if (!account || !isFlatShare(account.kind)) return own;
  const aids = account.sharers.flatMap(({ aid }) => (aid && aid.amountCents > 0 ? [aid] : []));
  const first = aids[0];
  if (!first) return undefined;
  const amountCents = aids.reduce((sum, aid) => sum + aid.amountCents, 0);
  notes.value('aid.amountCents', String(amountCents), 'AID_SUM_OF_SHARERS', { sharers: String(aids.length) });
  return { ...first, beneficiaryNumber: '', amountCents };
}

/** What follows from the other fields of the lease for as long as its own is empty. */
export function leaseTerms(lease: LeaseStep, known: Pick<Known, 'indices'>, postalCode: string) {
  const { effectOn, lengthMonths, index, referenceQuarter } = lease;
  const runs = isDate(effectOn);
  const endsOn =
    lease.endsOn || (runs && lengthMonths > 0 ? addDays(addMonths(effectOn, lengthMonths), -1) : '');
  const isIndexed = index !== '' && index !== 'NONE';
  const listed = valueAt(known.indices, index, territoryOf(index, postalCode), referenceQuarter) ?? 0;
  const referenceValue = lease.referenceValue || (isIndexed ? listed : 0);
  const nextRevisionOn =
    lease.nextRevisionOn || (runs && isIndexed && !lease.frozen ? addMonths(effectOn, 12) : '');
  return { endsOn, referenceValue, nextRevisionOn };
}

export function fillLease(lease: LeaseStep, draft: Draft, known: Known, notes: Notes): void {
  const terms = leaseTerms(lease, known, known.units.get(draft.unitId)?.postalCode ?? '');
  if (!lease.endsOn) notes.value('endsOn', terms.endsOn, 'LEASE_END_FROM_LENGTH');
  if (!lease.nextRevisionOn)
    notes.value('nextRevisionOn', terms.nextRevisionOn, 'REVISION_A_YEAR_AFTER_EFFECT');
  if (!lease.referenceValue && terms.referenceValue > 0) {
    notes.value('referenceValue', String(terms.referenceValue), 'INDEX_FROM_TABLE', {
      quarter: lease.referenceQuarter,
    });
  }
  const kind = formOf(draft, 'TENANT_ACCOUNT')?.kind;
  if (kind) notes.value('kind', kind, 'LEASE_KIND_FROM_ACCOUNT');
}
