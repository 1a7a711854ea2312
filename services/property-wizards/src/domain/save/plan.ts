import type { Draft } from '../drafts/draft.js';
import { formOf, unitsOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { EntryContent } from '../register/record.js';
import { partyLabel } from '../codes/codes.js';
import { oneLine } from './party-file.js';
import { fileId } from './planned-file.js';
import type { PlannedFile } from './planned-file.js';
import { planMandate, planUnit, unitIdOf } from './plan-mandate.js';
import { planTenant } from './plan-tenant.js';
import type { MadeFile } from './save.js';

/** Every file that a complete draft makes. */
export function planOf(draft: Draft, known: Known): PlannedFile[] {
  switch (draft.wizard) {
    case 'MANDATE':
      return planMandate(draft, known);
    case 'TENANT':
      return planTenant(draft, known);
    case 'UNIT': {
      const { mandate } = known;
      if (!mandate) return [];
      const under = {
        mandateId: mandate.id,
        ownerId: mandate.ownerPartyId,
        managerId: mandate.managerId,
        accountantId: mandate.accountantId,
        assistantId: mandate.assistantId,
        thresholdCents: mandate.thresholdCents,
      };
      return unitsOf(draft).flatMap((unit) => planUnit(draft, unit, under, known));
    }
  }
}

export const madeFiles = (plan: readonly PlannedFile[]): MadeFile[] =>
  plan.flatMap(({ kind, record, label }) => (kind === 'RENT_CALL' ? [] : [{ kind, id: record.id, label }]));

/** Units to which a tenant may now be made. */
export const unitIdsOf = (draft: Draft): string[] =>
  draft.wizard === 'TENANT' ? [] : unitsOf(draft).map((unit) => unitIdOf(draft, unit));

/** What the register says of a mandate. */
export function entryOf(draft: Draft, known: Known): { cardId: string; content: EntryContent } | undefined {
  const owner = formOf(draft, 'OWNER')?.party;
  const mandate = formOf(draft, 'MANDATE');
  if (!owner || !mandate) return undefined;
  const joint = formOf(draft, 'OWNER_ACCOUNT')?.jointOwners ?? [];
  const names = [owner, ...joint.flatMap(({ party }) => (party ? [party] : []))].map(partyLabel);
  const typed = mandate.number?.typed ? `Numéro donné par l’agence : ${mandate.number.value}` : '';
  return {
    cardId: mandate.cardId,
    content: {
      on: mandate.signedOn,
      mandantName: names.join(', '),
      mandantAddress: oneLine(owner.address),
      nature: mandate.nature,
      places: [
        ...new Set(
          unitsOf(draft).map((unit) => placeOf(draft, unit.form.building?.ofItemId || unit.itemId, known)),
        ),
      ],
      remarks: [typed, mandate.remarks.trim()].filter(Boolean).join('\n'),
      mandateId: fileId(draft.id, 'mandate'),
    },
  };
}

function placeOf(draft: Draft, itemId: string, known: Known): string {
  const form = formOf(draft, 'UNIT', itemId);
  if (form?.unit?.source === 'SYNDIC') return known.units.get(form.unit.unitId)?.buildingName ?? '';
  const existing = known.buildings.get(form?.building?.buildingId ?? '');
  if (existing) return [existing.name, existing.address].filter(Boolean).join(', ');
  return [form?.building?.name.trim(), oneLine(form?.building?.address)].filter(Boolean).join(', ');
}
