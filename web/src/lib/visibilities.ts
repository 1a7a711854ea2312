import type { ModuleCode, Visibility } from '../api/types.js';

/** Manual, "Ticket visible pour": who else may follow depends on the module. */
export const VISIBILITIES_OF: Record<ModuleCode, readonly Visibility[]> = {
  SYNDIC: ['REQUESTER', 'COUNCIL', 'CO_OWNERS'],
  GERANCE: ['REQUESTER', 'TENANTS', 'OWNERS'],
};
