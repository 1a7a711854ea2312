import { useUsers } from '../../../api/directory.js';
import { useCards, useEntities } from '../../api/files.js';
import type { Draft } from '../../api/types.js';
import type { LookupField, Option, Values } from '../../forms/field.js';
import { rowsAt } from '../../forms/typed.js';
import { partyName } from '../fields/shared.js';
import { bringsBuilding, buildingNameOf, unitsOf } from '../units/draft-units.js';

/**
 * What the agency has to choose from; and of this very draft the sharers, whom a guarantor may be of, and the new
 * buildings of its other units.
 */
export function useLookups(draft: Draft, itemId: string): Record<LookupField['from'], readonly Option[]> {
  const { data: users = [] } = useUsers();
  const { data: entities = [] } = useEntities();
  const { data: cards = [] } = useCards();
  const people = (...roles: string[]): Option[] =>
    users.filter(({ role }) => role !== undefined && roles.includes(role)).map(({ id, name }) => [id, name]);
  return {
    managers: people('MANAGER', 'ADMINISTRATOR'),
    accountants: people('ACCOUNTANT'),
    assistants: people('ASSISTANT'),
    entities: entities.filter(({ closed }) => !closed).map(({ id, name }) => [id, name]),
    cards: cards.map(({ id, number, issuedBy }) => [id, [number, issuedBy].filter(Boolean).join(' · ')]),
    sharers: sharersOf(draft),
    draftBuildings: unitsOf(draft)
      .filter((unit) => unit.itemId !== itemId && bringsBuilding(unit))
      .map((unit) => [unit.itemId, buildingNameOf(draft, unit)]),
  };
}

function sharersOf(draft: Draft): Option[] {
  const content = draft.steps.find(({ step }) => step === 'TENANT_ACCOUNT')?.content;
  return rowsAt((content?.['tenantAccount'] ?? {}) as Values, 'sharers').map(({ id, party }, index) => [
    String(id),
    partyName(party) || `Colocataire ${index + 1}`,
  ]);
}
