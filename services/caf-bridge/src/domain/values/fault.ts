/** Something that stops a file, said so that a person finds it: the tenant, the field, what is wrong. */
export interface Fault {
  code: FaultCode;
  /** Name in the layout, or path in the settings. */
  field: string;
  /** Where to correct it; empty for the settings of the entity. */
  accountId: string;
  leaseId: string;
  account: string;
  name: string;
  /** What was found, shortened; empty when it is missing. */
  value: string;
  /** Characters or digits that the field holds; 0 where it does not matter. */
  limit: number;
}

export const FAULT_CODES = [
  'MISSING',
  'TOO_LONG',
  'NOT_WRITABLE',
  'NOT_A_NUMBER',
  'NEGATIVE',
  'TOO_LARGE',
  'ENTRY_DATE_MISSING',
  'SETTING_MISSING',
  'SETTING_INVALID',
  'NO_RENT_LINE',
  'FILE_NAME',
  'FOLDER_MISSING',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Of a field, before it is known whose it is. */
export type FieldFault = Pick<Fault, 'code' | 'field' | 'value' | 'limit'>;
