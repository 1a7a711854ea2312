import type { FieldError } from '@intervia/rules';

/** Says what is wrong with a value: a code, or nothing. */
export type Check = (value: string) => string | undefined;
export type Rule<T> = readonly [
  field: string,
  read: (record: T) => string | readonly string[],
  ...checks: Check[],
];

export const matching =
  (pattern: RegExp, code: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : code;
export const optional =
  (check: Check): Check =>
  (value) =>
    value === '' ? undefined : check(value);
export const atMost =
  (length: number): Check =>
  (value) =>
    value.length > length ? 'TOO_LONG' : undefined;

export const required: Check = (value) => (value.trim() === '' ? 'REQUIRED' : undefined);
/** Ids travel in subjects, paths and logs: printable, without blanks. */
export const id = matching(/^[\w.:@-]{1,64}$/, 'INVALID_ID');
export const mail = matching(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/, 'INVALID_MAIL');
/** E.164, normalised by the publisher. */
export const mobile = matching(/^\+[1-9]\d{6,14}$/, 'INVALID_MOBILE');
export const phone = optional(matching(/^\+?[\d .()-]{4,24}$/, 'INVALID_PHONE'));
export const name = atMost(200);
export const line = atMost(300);
export const code = atMost(50);

export const firstFault = (field: string, value: string, checks: readonly Check[]): FieldError[] => {
  for (const check of checks) {
    const found = check(value);
    if (found) return [{ field, code: found }];
  }
  return [];
};

export const faultsOf = <T>(rules: readonly Rule<T>[], record: T, path: string): FieldError[] =>
  rules.flatMap(([field, read, ...checks]) => {
    const value = read(record);
    return typeof value === 'string'
      ? firstFault(`${path}.${field}`, value, checks)
      : value.flatMap((item, at) => firstFault(`${path}.${field}.${String(at)}`, item, checks));
  });

export const repeated = (
  values: readonly string[],
  path: (at: number) => string,
  fault: string,
): FieldError[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [{ field: path(at), code: fault }] : []));
