import type { EnergyDiagnostic } from '../forms/mandate-forms.js';
import type { LeaseKind } from '../forms/tenant-forms.js';
import type { Finding } from '../forms/content.js';
import { isQuarter, quarterAfter, territoryOf, valueAt } from '../irl/series.js';
import type { Quarter } from '../irl/series.js';
import { RULES } from '../rules/rows.js';
import { ruleOn, valueOf } from '../rules/rule.js';
import { addMonths, isDate } from '../values/dates.js';
import { energyClass } from './energy-class.js';

/** Rent × new ÷ old, to the cent, half up. In whole numbers: a product of doubles may miss the half cent. */
export function revisedRent(rentCents: number, oldValue: number, newValue: number): number {
  const product = BigInt(rentCents) * BigInt(newValue) * 2n;
  const divisor = BigInt(oldValue) * 2n;
  return Number((product + BigInt(oldValue)) / divisor);
}

export interface RevisionRequest {
  /** Excluding charges. */
  readonly rentCents: number;
  readonly index: string;
  /** Of the dwelling: Corsica and overseas have series of their own. */
  readonly postalCode: string;
  readonly referenceQuarter: string;
  /** 0: as the table has it. */
  readonly referenceValue: number;
  readonly revisionOn: string;
  readonly askedOn: string;
  readonly lastRevisedOn: string;
  readonly energy?: EnergyDiagnostic;
  readonly kind: LeaseKind;
}

export interface Revision {
  readonly newRentCents: number;
  readonly newQuarter: string;
  readonly newValue: number;
  readonly referenceValue: number;
  readonly effectOn: string;
  readonly nextRevisionOn: string;
  readonly refusals: readonly Finding[];
  readonly warnings: readonly Finding[];
}

const DWELLINGS: readonly LeaseKind[] = [
  'UNFURNISHED',
  'FURNISHED',
  'STUDENT',
  'MOBILITY',
  'FLAT_SHARE',
  'FLAT_SHARE_SEVERAL',
];

export const isDwelling = (kind: LeaseKind): boolean => DWELLINGS.includes(kind);

const refusal = (path: string, code: string, params: Finding['params'] = {}, rule = ''): Finding => ({
  path,
  code,
  params,
  rule,
});

function inputFaults(request: RevisionRequest): Finding[] {
  const { rentCents, referenceQuarter, revisionOn, askedOn, lastRevisedOn, index } = request;
  return [
    ...(rentCents > 0 ? [] : [refusal('rentCents', 'AMOUNT_MISSING')]),
    ...(['IRL', 'ILC', 'ILAT'].includes(index) ? [] : [refusal('index', 'INDEX_NONE')]),
    ...(isQuarter(referenceQuarter) ? [] : [refusal('referenceQuarter', 'QUARTER_WRONG')]),
    ...(isDate(revisionOn) ? [] : [refusal('revisionOn', 'DATE_WRONG')]),
    ...(isDate(askedOn) ? [] : [refusal('askedOn', 'DATE_WRONG')]),
    ...(lastRevisedOn === '' || isDate(lastRevisedOn) ? [] : [refusal('lastRevisedOn', 'DATE_WRONG')]),
  ];
}

/** Refusals of the law: class, once a year, one year to ask, IRL for dwellings. */
function lawFaults(request: RevisionRequest): Finding[] {
  const { energy, kind, index, revisionOn, askedOn, lastRevisedOn } = request;
  const faults: Finding[] = [];
  const judge = (id: string, path: string, isRefused: (months: number, classes: string) => boolean): void => {
    const rule = ruleOn(RULES, id, askedOn);
    if (!rule || !isRefused(valueOf(rule, 'months'), rule.values['classes'] ?? '')) return;
    faults.push(refusal(path, rule.code, { ...rule.values, class: energyClass(energy) }, rule.id));
  };
  if (isDwelling(kind)) {
    judge('revision.frozen', 'energy.energyClass', (_, classes) => {
      const letter = energyClass(energy);
      return letter !== '' && classes.includes(letter);
    });
    judge('revision.index', 'index', () => index !== 'IRL');
  }
  judge(
    'revision.yearly',
    'lastRevisedOn',
    (months) => lastRevisedOn !== '' && revisionOn < addMonths(lastRevisedOn, months),
  );
  // Not asked for within a year of its date, it is renounced.
  judge('revision.late', 'askedOn', (months) => askedOn > addMonths(revisionOn, months));
  return faults;
}

/** A new rent by its index: from the day of the asking, never before. */
export function revise(request: RevisionRequest, table: readonly Quarter[]): Revision {
  const inputs = inputFaults(request);
  const nothing = {
    newRentCents: 0,
    newQuarter: '',
    newValue: 0,
    referenceValue: 0,
    effectOn: '',
    nextRevisionOn: '',
  };
  if (inputs.length > 0) return { ...nothing, refusals: inputs, warnings: [] };
  const { rentCents, index, postalCode, referenceQuarter, revisionOn, askedOn } = request;
  const territory = territoryOf(index, postalCode);
  const listed = valueAt(table, index, territory, referenceQuarter);
  const referenceValue = request.referenceValue || listed || 0;
  const newQuarter = quarterAfter(referenceQuarter, 1);
  const newValue = valueAt(table, index, territory, newQuarter) ?? 0;
  const missing = [
    ...(referenceValue > 0
      ? []
      : [refusal('referenceValue', 'INDEX_MISSING', { quarter: referenceQuarter })]),
    ...(newValue > 0 ? [] : [refusal('referenceQuarter', 'INDEX_MISSING', { quarter: newQuarter })]),
  ];
  const warnings =
    listed !== undefined && request.referenceValue > 0 && request.referenceValue !== listed
      ? [
          refusal('referenceValue', 'INDEX_VALUE_DIFFERS', {
            quarter: referenceQuarter,
            value: String(listed),
          }),
        ]
      : [];
  return {
    newRentCents: missing.length > 0 ? 0 : revisedRent(rentCents, referenceValue, newValue),
    newQuarter,
    newValue,
    referenceValue,
    effectOn: askedOn > revisionOn ? askedOn : revisionOn,
    nextRevisionOn: addMonths(revisionOn, 12),
    refusals: [...missing, ...lawFaults(request)],
    warnings,
  };
}
