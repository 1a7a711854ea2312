import type { Unit } from '../../../domain/records.js';
import { sortKey } from '../../../domain/search-words.js';
import type { UnitDocument } from './unit.schema.js';

export const toUnitDocument = (agencyId: string, unit: Unit): UnitDocument => ({
  ...unit,
  agencyId,
  sortKey: sortKey(unit.buildingId, unit.reference),
});

export const toUnit = (document: UnitDocument): Unit => ({
  id: document.id,
  buildingId: document.buildingId,
  reference: document.reference,
  label: document.label,
  digicode: document.digicode,
  ownerId: document.ownerId,
  tenantIds: document.tenantIds,
  managerId: document.managerId,
  assistantId: document.assistantId,
  accountantId: document.accountantId,
  approvalThresholdCents: document.approvalThresholdCents,
});
