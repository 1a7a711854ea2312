import type { Finding, Findings } from '../forms/content.js';
import type { Code, PostalAddress } from '../forms/parties.js';
import type { Rule } from '../rules/rule.js';
import { isDate } from '../values/dates.js';

/** A name may be as long as that of the longest association; anything longer is a slip. */
export const LONGEST_NAME = 200;
export const LONGEST_LINE = 500;
export const LONGEST_TEXT = 5_000;
/** Ten million euros. */
const MOST_CENTS = 1_000_000_000;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** Gathers what is wrong with a form, each at its field. Empty fields are well-formed unless they are required. */
export class Inspector {
  constructor(
    private readonly prefix = '',
    private readonly faults: Finding[] = [],
    private readonly warnings: Finding[] = [],
  ) {}

  get findings(): Findings {
    return { faults: this.faults, warnings: this.warnings };
  }

  /** The same inspector for what stands below a path. */
  at(path: string): Inspector {
    return new Inspector(this.pathOf(path), this.faults, this.warnings);
  }

  fault(path: string, code: string, params: Finding['params'] = {}, rule = ''): void {
    this.faults.push({ path: this.pathOf(path), code, params, rule });
  }

  warn(path: string, code: string, params: Finding['params'] = {}, rule = ''): void {
    this.warnings.push({ path: this.pathOf(path), code, params, rule });
  }

  /** Refuses or warns, as the row says. */
  law(rule: Rule | undefined, path: string, params: Finding['params'] = {}): void {
    if (!rule) return;
    const all = { ...rule.values, ...params };
    if (rule.severity === 'REFUSES') this.fault(path, rule.code, all, rule.id);
    else this.warn(path, rule.code, all, rule.id);
  }

  required(path: string, value: string | number | undefined): boolean {
    const isThere = typeof value === 'string' ? value.trim() !== '' : (value ?? 0) !== 0;
    if (!isThere) this.fault(path, 'REQUIRED');
    return isThere;
  }

  text(path: string, value: string, longest = LONGEST_LINE): void {
    if ([...value].length > longest) this.fault(path, 'TOO_LONG', { most: String(longest) });
    else if (CONTROL.test(value)) this.fault(path, 'TEXT_WRONG');
  }

  texts(values: Readonly<Record<string, string>>, longest = LONGEST_LINE): void {
    for (const [path, value] of Object.entries(values)) this.text(path, value, longest);
  }

  /** @returns whether it is a date that can be compared */
  date(path: string, value: string): boolean {
    if (value === '') return false;
    if (isDate(value)) return true;
    this.fault(path, 'DATE_WRONG');
    return false;
  }

  requiredDate(path: string, value: string): boolean {
    return this.required(path, value) && this.date(path, value);
  }

  /** The later one is told; either may be empty or wrong by itself. */
  order(earlier: string, later: string, path: string): void {
    if (isDate(earlier) && isDate(later) && later < earlier)
      this.fault(path, 'DATES_IN_DISORDER', { after: earlier });
  }

  notFuture(path: string, value: string, today: string): void {
    if (isDate(value) && value > today) this.fault(path, 'DATE_IN_FUTURE');
  }

  amount(path: string, cents: number, least = 0): void {
    if (cents < least) this.fault(path, 'AMOUNT_NEGATIVE');
    else if (cents > MOST_CENTS) this.fault(path, 'AMOUNT_ABSURD', { most: String(MOST_CENTS) });
  }

  amounts(values: Readonly<Record<string, number>>): void {
    for (const [path, cents] of Object.entries(values)) this.amount(path, cents);
  }

  range(path: string, value: number, least: number, most: number): void {
    if (value < least || value > most)
      this.fault(path, 'OUT_OF_RANGE', { least: String(least), most: String(most) });
  }

  code(path: string, code: Code | undefined, longest: number): void {
    if (!this.required(path, code?.value)) return;
    if ([...(code?.value ?? '')].length > longest) this.fault(path, 'TOO_LONG', { most: String(longest) });
    else if (!/^[\p{L}\p{N}._/+-]+$/u.test(code?.value ?? '')) this.fault(path, 'CODE_WRONG');
  }

  address(path: string, address: PostalAddress | undefined, required: boolean): void {
    const inner = this.at(path);
    if (!address || [address.line1, address.postalCode, address.city].every((text) => text.trim() === '')) {
      if (required) this.fault(`${path}.line1`, 'REQUIRED');
      return;
    }
    inner.texts({ line1: address.line1, line2: address.line2, city: address.city }, LONGEST_NAME);
    inner.required('line1', address.line1);
    inner.required('city', address.city);
    const isFrench = ['', 'FR'].includes(address.country);
    if (
      inner.required('postalCode', address.postalCode) &&
      isFrench &&
      !/^\d{5}$/u.test(address.postalCode.trim())
    ) {
      inner.fault('postalCode', 'POSTAL_CODE_WRONG');
    }
  }

  list(path: string, values: readonly string[], most = 50): void {
    if (values.length > most) this.fault(path, 'TOO_MANY', { most: String(most) });
    values
      .slice(0, most)
      .forEach((value, index) => this.text(`${path}.${String(index)}`, value, LONGEST_NAME));
  }

  /** Rows know each other by an id that the screen chose. */
  rows(path: string, rows: readonly { readonly id: string }[], most: number): void {
    if (rows.length > most) this.fault(path, 'TOO_MANY', { most: String(most) });
    const seen = new Set<string>();
    rows.slice(0, most).forEach(({ id }, index) => {
      if (!/^[A-Za-z0-9_-]{1,36}$/u.test(id) || seen.has(id))
        this.fault(`${path}.${String(index)}.id`, 'ID_WRONG');
      seen.add(id);
    });
  }

  private pathOf(path: string): string {
    return this.prefix === '' ? path : `${this.prefix}.${path}`;
  }
}
