import type { Building } from '../../../domain/records.js';
import { searchWords, sortKey } from '../../../domain/search-words.js';
import { staffIds } from '../../../domain/staff.js';
import type { BuildingDocument } from './building.schema.js';

export const toBuildingDocument = (agencyId: string, building: Building): BuildingDocument => ({
  ...building,
  agencyId,
  words: searchWords(building.reference, building.name, building.address, building.postalCode, building.city),
  staffIds: staffIds(building),
  sortKey: sortKey(building.name, building.reference),
});

export const toBuilding = (document: BuildingDocument): Building => ({
  id: document.id,
  reference: document.reference,
  name: document.name,
  address: document.address,
  postalCode: document.postalCode,
  city: document.city,
  digicode: document.digicode,
  syndic: document.syndic,
  gerance: document.gerance,
  managerId: document.managerId,
  assistantId: document.assistantId,
  accountantId: document.accountantId,
  caretakerId: document.caretakerId,
  council: document.council.map(({ partyId, president }) => ({ partyId, president })),
});
