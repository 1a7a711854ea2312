import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';

/** A layout that cannot be used; each problem in a sentence for whoever wrote the file. */
export class LayoutInvalid extends AppError {
  constructor(
    layout: string,
    readonly problems: readonly string[],
  ) {
    super('CAF_LAYOUT_INVALID', 'invalid', { layout, problems: problems.join(' ; ') });
  }
}

export class LayoutUnknown extends AppError {
  constructor(layout: string) {
    super('CAF_LAYOUT_UNKNOWN', 'invalid', { layout });
  }
}

export class SettingsInvalid extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('CAF_SETTINGS_INVALID', 'invalid', {}, fields);
  }
}

export class SettingsMissing extends AppError.of('CAF_SETTINGS_MISSING', 'not-found') {}

export class NotFound extends AppError {
  constructor(what: 'FILE' | 'STATEMENT' | 'LINE' | 'CASE' | 'STATION' | 'ACCOUNT' | 'OFFER', id: string) {
    super(`CAF_${what}_NOT_FOUND`, 'not-found', { id });
  }
}

/** A statement refused whole, with the place and what to do. */
export class StatementRefused extends AppError {
  constructor(code: StatementFaultCode, params: Record<string, string | number> = {}) {
    super(
      `CAF_STATEMENT_${code}`,
      'invalid',
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    );
  }
}

export const STATEMENT_FAULT_CODES = [
  'EMPTY',
  'BINARY',
  'UTF_16',
  'LINE_TOO_LONG',
  'LINE_CUT',
  'RECORD_UNKNOWN',
  'RECORD_MISPLACED',
  'FIELD_INVALID',
  'WRONG_COUNT',
  'WRONG_TOTAL',
  'CUT_OFF',
  'OTHER_LANDLORD',
  'LANDLORDS_MIXED',
  'DUPLICATE',
  'TOO_LARGE',
  'TOO_HEAVY',
] as const;
export type StatementFaultCode = (typeof STATEMENT_FAULT_CODES)[number];

export class NothingToPost extends AppError.of('CAF_NOTHING_TO_POST', 'conflict') {}

/** It is read or posted just now: its lines stand still. */
export class UnderWay extends AppError.of('CAF_STATEMENT_UNDER_WAY', 'conflict') {}

export class LinePosted extends AppError.of('CAF_LINE_POSTED', 'conflict') {}
