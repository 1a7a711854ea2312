import { leaseTerms } from '../codes/fill-lease.js';
import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Known, KnownUnit } from '../drafts/known.js';
import type { LeaseKind, LeaseStep } from '../forms/tenant-forms.js';
import { isQuarter, territoryOf, valueAt } from '../irl/series.js';
import { energyClass } from '../rent/energy-class.js';
import { isDwelling } from '../rent/revision.js';
import { lengthRule } from '../rules/lease-lengths.js';
import { RULES } from '../rules/rows.js';
import { ruleOn, valueOf } from '../rules/rule.js';
import { addDays, addMonths, isDate } from '../values/dates.js';
import { LONGEST_NAME, LONGEST_TEXT } from './inspector.js';
import type { Inspector } from './inspector.js';
import { dayOf } from './tenant.js';

export function checkLease(inspector: Inspector, form: LeaseStep, draft: Draft, known: Known): void {
  const account = formOf(draft, 'TENANT_ACCOUNT');
  const kind = account?.kind ?? '';
  const unit = known.units.get(draft.unitId);
  if (inspector.date('signedOn', form.signedOn)) inspector.notFuture('signedOn', form.signedOn, known.today);
  inspector.requiredDate('effectOn', form.effectOn);
  if (inspector.date('endsOn', form.endsOn)) inspector.order(form.effectOn, form.endsOn, 'endsOn');
  inspector.range('lengthMonths', form.lengthMonths, 0, 1_200);
  inspector.range('noticeMonths', form.noticeMonths, 0, 36);
  inspector.text('use', form.use, LONGEST_NAME);
  inspector.text('specialConditions', form.specialConditions, LONGEST_TEXT);
  const from = formOf(draft, 'RENT_CALL')?.from ?? '';
  if (isDate(from) && isDate(form.effectOn) && from < form.effectOn)
    inspector.warn('effectOn', 'CALLED_BEFORE_EFFECT', { from });
  checkLength(inspector, form, kind, account?.furnished ?? false, unit, known);
  checkIndex(inspector, form, kind, unit, known);
  checkParticulars(inspector, form, kind, unit, known);
  checkOccupancy(inspector, form, kind, unit);
}

function checkLength(
  inspector: Inspector,
  form: LeaseStep,
  kind: LeaseKind,
  furnished: boolean,
  unit: KnownUnit | undefined,
  known: Known,
): void {
  const on = dayOf(form.effectOn, known);
  const rule = ruleOn(RULES, lengthRule(kind, furnished), on);
  if (!rule) return;
  // An end that was typed counts as much as a length.
  const lasts = (months: number): boolean => {
    const isDated = isDate(form.endsOn) && isDate(form.effectOn);
    // A lease of three years from 1 March ends on the last day of February.
    return isDated
      ? addDays(form.endsOn, 1) >= addMonths(form.effectOn, months)
      : form.lengthMonths >= months;
  };
  if (rule.values['to']) {
    const most = valueOf(rule, 'to');
    if (form.lengthMonths < valueOf(rule, 'from') || form.lengthMonths > most)
      inspector.law(rule, 'lengthMonths');
    return;
  }
  if (!lasts(valueOf(rule, 'months'))) inspector.law(rule, 'lengthMonths');
  const isUnfurnished = rule.id === 'lease.length.unfurnished';
  const company = ruleOn(RULES, 'lease.length.company', on);
  if (isUnfurnished && unit?.companyOwner && company && !lasts(valueOf(company, 'months'))) {
    inspector.law(company, 'lengthMonths');
  }
}

function checkIndex(
  inspector: Inspector,
  form: LeaseStep,
  kind: LeaseKind,
  unit: KnownUnit | undefined,
  known: Known,
): void {
  inspector.date('nextRevisionOn', form.nextRevisionOn);
  inspector.order(form.effectOn, form.nextRevisionOn, 'nextRevisionOn');
  if (form.index === '' || form.index === 'NONE') return;
  const on = dayOf(form.effectOn, known);
  if (isDwelling(kind) && form.index !== 'IRL') inspector.law(ruleOn(RULES, 'revision.index', on), 'index');
  if (kind === 'MOBILITY') inspector.warn('index', 'MOBILITY_NOT_REVISED');
  if (inspector.required('referenceQuarter', form.referenceQuarter) && !isQuarter(form.referenceQuarter)) {
    inspector.fault('referenceQuarter', 'QUARTER_WRONG');
    return;
  }
  const postalCode = unit?.postalCode ?? '';
  const territory = territoryOf(form.index, postalCode);
  const listed = valueAt(known.indices, form.index, territory, form.referenceQuarter);
  if (leaseTerms(form, known, postalCode).referenceValue <= 0)
    inspector.fault('referenceValue', 'INDEX_MISSING', { quarter: form.referenceQuarter });
  else if (listed !== undefined && form.referenceValue > 0 && form.referenceValue !== listed) {
    inspector.warn('referenceValue', 'INDEX_VALUE_DIFFERS', {
      value: String(listed),
      quarter: form.referenceQuarter,
    });
  }
  const letter = energyClass(unit?.energy);
  if (isDwelling(kind) && !form.frozen && (letter === 'F' || letter === 'G')) {
    inspector.warn('frozen', 'REVISION_FROZEN_BY_CLASS', { class: letter });
  }
}

/** What the contract must say of the dwelling (loi 89-462, art. 3). */
function checkParticulars(
  inspector: Inspector,
  form: LeaseStep,
  kind: LeaseKind,
  unit: KnownUnit | undefined,
  known: Known,
): void {
  if (!isDwelling(kind) || !unit) return;
  const on = dayOf(form.effectOn, known);
  if (unit.taxIdentifier === '') inspector.law(ruleOn(RULES, 'lease.tax-identifier', on), 'effectOn');
  if (unit.habitableSurface === 0) inspector.law(ruleOn(RULES, 'lease.surface', on), 'effectOn');
  const lastRent = ruleOn(RULES, 'lease.last-rent', on);
  if (lastRent && unit.lastRentCents === 0 && isDate(unit.lastDepartureOn)) {
    if (addMonths(unit.lastDepartureOn, valueOf(lastRent, 'months')) > on)
      inspector.law(lastRent, 'effectOn');
  }
  const letter = energyClass(unit.energy);
  if (letter === '') inspector.law(ruleOn(RULES, 'lease.dpe', on), 'effectOn');
  const decency = ruleOn(RULES, 'lease.class-g', on);
  if (letter !== '' && decency?.values['classes']?.includes(letter)) {
    inspector.law(decency, 'effectOn', { class: letter, since: decency.from });
  }
}

/** The directory has the last word at the final save; this is said as soon as it is known. */
function checkOccupancy(
  inspector: Inspector,
  form: LeaseStep,
  kind: LeaseKind,
  unit: KnownUnit | undefined,
): void {
  if (!unit || unit.presentTenants === '' || kind === 'FLAT_SHARE_SEVERAL' || !isDate(form.effectOn)) return;
  if (unit.leavesOn === '') inspector.warn('effectOn', 'UNIT_STILL_LET', { tenants: unit.presentTenants });
  else if (form.effectOn <= unit.leavesOn) {
    inspector.fault('effectOn', 'LEASE_OVERLAPS', { tenants: unit.presentTenants, until: unit.leavesOn });
  }
}
