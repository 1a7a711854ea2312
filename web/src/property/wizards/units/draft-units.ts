import type { Draft, StepState } from '../../api/types.js';
import { textAt } from '../../forms/field.js';

/** The server also tells of steps that nobody has opened. */
export function isKept({ version }: StepState): boolean {
  return version > 0;
}

/** The units of a mandate's draft, as its list shows them. */
export function unitsOf(draft: Draft): StepState[] {
  return draft.steps.filter((state) => state.step === 'UNIT' && state.itemId !== '' && isKept(state));
}

/** Whether others may stand on the building of this unit: a new one, made with it. */
export function bringsBuilding({ content }: StepState): boolean {
  const unit = content?.['unit'];
  return (
    textAt(unit, 'building.name').trim() !== '' &&
    textAt(unit, 'building.buildingId') === '' &&
    textAt(unit, 'building.ofItemId') === ''
  );
}

/** Of the base, new, or that of another unit of the draft. */
export function buildingNameOf(draft: Draft, { content }: StepState): string {
  const unit = content?.['unit'];
  const brings = textAt(unit, 'building.ofItemId');
  const other = brings ? unitsOf(draft).find(({ itemId }) => itemId === brings) : undefined;
  return textAt(other?.content?.['unit'] ?? unit, 'building.name');
}

export function unitName(draft: Draft, state: StepState): string {
  const code = textAt(state.content?.['unit'], 'unit.managementCode.value');
  return [code, buildingNameOf(draft, state)].filter(Boolean).join(' · ');
}
