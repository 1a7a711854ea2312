import type { Draft } from '../drafts/draft.js';
import { stepOf } from '../drafts/draft.js';
import type { PlannedFile } from './planned-file.js';
import { originOf } from './planned-file.js';
import type { DraftFault } from './save.js';

interface FileFault {
  readonly file: number;
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Which code of ours a taken key is, by the file and the end of its field. */
const TAKEN: readonly (readonly [kind: string, field: RegExp, code: string])[] = [
  ['PARTY', /^code$/u, 'PARTY_CODE_TAKEN'],
  ['ACCOUNT', /(^number|accountNumber)$/u, 'ACCOUNT_NUMBER_TAKEN'],
  ['BUILDING', /^code$/u, 'BUILDING_CODE_TAKEN'],
  ['UNIT', /^physicalCode$/u, 'PHYSICAL_CODE_TAKEN'],
  ['UNIT', /^managementCode$/u, 'MANAGEMENT_CODE_TAKEN'],
  ['UNIT', /^mandateId$/u, 'UNIT_UNDER_MANDATE'],
  ['MANDATE', /^number$/u, 'MANDATE_NUMBER_TAKEN'],
  ['LEASE', /rum$/u, 'SEPA_MANDATE_TAKEN'],
  ['LEASE', /accountNumber$/u, 'ACCOUNT_NUMBER_TAKEN'],
];

const OTHERS: Readonly<Record<string, string>> = {
  UNIT_WITHDRAWN: 'SYNDIC_UNIT_WITHDRAWN',
  INVALID_DATE: 'DATE_WRONG',
  INVALID_PERIOD: 'DATES_IN_DISORDER',
  INVALID_IBAN: 'IBAN_WRONG',
  INVALID_BIC: 'BIC_WRONG',
  INVALID_MAIL: 'MAIL_WRONG',
  INVALID_MOBILE: 'MOBILE_WRONG',
  INVALID_PHONE: 'PHONE_WRONG',
  INVALID_SIRET: 'SIRET_WRONG',
  INVALID_SIREN: 'SIRET_WRONG',
};

const isMoved = (file: PlannedFile, code: string): boolean =>
  file.kind === 'UNIT' && file.fields.length > 0 && (code === 'UNKNOWN_RECORD' || code === 'FILE_NOT_FOUND');

function codeOf(file: PlannedFile, { field, code }: FileFault): string {
  if (isMoved(file, code)) return 'SYNDIC_UNIT_WITHDRAWN';
  if (code !== 'KEY_TAKEN') return OTHERS[code] ?? code;
  return TAKEN.find(([kind, end]) => kind === file.kind && end.test(field))?.[2] ?? 'KEY_TAKEN';
}

/** Refusals of the directory, where they can be mended in the draft. */
export const draftFaults = (plan: readonly PlannedFile[], faults: readonly FileFault[]): DraftFault[] =>
  faults.flatMap((fault) => {
    const file = plan[fault.file];
    if (!file) return [];
    const { step, itemId, path } = originOf(file, fault.field);
    return [{ step, itemId, finding: { path, code: codeOf(file, fault), params: fault.params, rule: '' } }];
  });

/** Whether another code may simply be picked: all that is refused was computed, and taken in the meantime. */
export const canPickOthers = (draft: Draft, faults: readonly DraftFault[]): boolean =>
  faults.length > 0 &&
  faults.every(({ step, itemId, finding: { code, path } }) => {
    if (!code.endsWith('_TAKEN')) return false;
    const value = path
      .split('.')
      .reduce<unknown>(
        (part, key) => (part as Record<string, unknown> | undefined)?.[key],
        stepOf(draft, step, itemId)?.form,
      );
    return typeof value === 'object' && value !== null && (value as { typed?: boolean }).typed === false;
  });
