import type { Unit } from '../records.js';
import type { FileDocument, RentLine } from './values.js';

export const UNIT_KINDS = ['flat', 'house', 'parking', 'cellar', 'commercial', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number] | '';

export const CERTIFICATE_KINDS = [
  'dpe',
  'electricity',
  'gas',
  'lead',
  'asbestos',
  'erp',
  'ademe-attestation',
] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number] | '';

export interface Certificate {
  kind: CertificateKind;
  number: string;
  madeOn: string;
  expiresOn: string;
  energyClass: string;
  climateClass: string;
  costLowCents: number;
  costHighCents: number;
}

/** Aid withheld meanwhile is not the tenant's debt. */
export interface NonDecency {
  since: string;
  until: string;
  reason: string;
  withheldCents: number;
}

export const EMPTY_UNIT = {
  id: '',
  version: 0,
  buildingId: '',
  rcpNumber: '',
  planNumber: '',
  physicalCode: '',
  managementCode: '',
  label: '',
  kind: '' as UnitKind,
  staircase: '',
  floor: '',
  door: '',
  habitableDm2: 0,
  carrezDm2: 0,
  rooms: 0,
  bedrooms: 0,
  furnished: false,
  equipment: [] as string[],
  annexes: [] as string[],
  taxIdentifier: '',
  referenceLines: [] as RentLine[],
  referenceDepositCents: 0,
  lastRentCents: 0,
  lastLeftOn: '',
  certificates: [] as Certificate[],
  keyNumbers: [] as string[],
  digicode: '',
  mandateId: '',
  ownerId: '',
  tenantIds: [] as string[],
  managerId: '',
  assistantId: '',
  accountantId: '',
  approvalThresholdCents: 0,
  nonDecency: undefined as NonDecency | undefined,
  withdrawn: false,
  soldOn: '',
  documents: [] as FileDocument[],
};
export type UnitFile = typeof EMPTY_UNIT;

/** What tickets know of it. */
export const toUnit = (file: UnitFile): Unit => ({
  id: file.id,
  buildingId: file.buildingId,
  reference: file.managementCode,
  label: file.label || file.managementCode,
  digicode: file.digicode,
  ownerId: file.ownerId,
  tenantIds: file.tenantIds,
  managerId: file.managerId,
  assistantId: file.assistantId,
  accountantId: file.accountantId,
  approvalThresholdCents: file.approvalThresholdCents,
});

export const fromUnit = ({ reference, ...unit }: Unit, known: Partial<UnitFile> = {}): UnitFile => ({
  ...EMPTY_UNIT,
  ...known,
  ...unit,
  managementCode: reference,
});
