import { isSiret } from '@intervia/rules';
import { isIban } from '@intervia/rules/accounts';
import type { Message } from '../layout/layout.js';
import { ribKey } from '../values/bank.js';
import type { Day } from '../values/day.js';
import type { Fault } from '../values/fault.js';

export const SCHEMES = ['CAF', 'MSA'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A caisse that the entity deals with, and the landlord's code there (manual, "Onglet CAF"). */
export interface Organisme {
  /** Three digits, 075. */
  organisme: string;
  scheme: Scheme;
  label: string;
  /** Given by the partner; at most eight characters. */
  codeBailleur: string;
}

/** Fiscal codes that make the rent, from a day on; empty lists are computed from the nature of the lines. */
export interface FiscalCodes {
  from: Day;
  /** Separated by `;` (manual, "Codes fiscalités pour calculer le loyer"). */
  furnished: string;
  unfurnished: string;
}

export const ENVIRONMENTS = ['T', 'P'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** Who is in CAF32: the manual's three months, or whom the law wants told. */
export const ARREARS_FILTERS = ['MANUAL', 'LEGAL'] as const;
export type ArrearsFilter = (typeof ARREARS_FILTERS)[number];

export interface EntitySettings {
  entityId: string;
  companyName: string;
  siret: string;
  etablissement: string;
  guichet: string;
  compte: string;
  iban: string;
  organismes: readonly Organisme[];
  fiscalCodes: readonly FiscalCodes[];
  /** Manual, "Radiation à l'enregistrement du préavis". */
  noticeSendsP: boolean;
  arrearsFilter: ArrearsFilter;
  environment: Environment;
  /** Empty: the layout's own. */
  fileNames: Partial<Record<Message, string>>;
  /** Layout by message, statements included; absent: CAFX 1.0. */
  layouts: Readonly<Record<string, string>>;
  stationId: string;
}

/** A technical station (manual, "Postes techniques"): where the partner fetches and leaves files. */
export interface Station {
  id: string;
  name: string;
  /** C:\Neovacom\CAF\Emission. */
  pickupFolder: string;
  /** Where statements arrive; empty when they are uploaded. */
  statementsFolder: string;
}

interface FieldProblem {
  field: string;
  code: 'SETTING_MISSING' | 'SETTING_INVALID';
}

interface RefusedSetting {
  field: string;
  code: FieldProblem['code'] | 'SETTING_FILE_NAME';
}

type Check = (settings: EntitySettings) => 'SETTING_MISSING' | 'SETTING_INVALID' | undefined;

const must = (value: string, valid: (text: string) => boolean) => {
  if (value === '') return 'SETTING_MISSING';
  return valid(value) ? undefined : 'SETTING_INVALID';
};

/** What the header of every file needs. */
const CHECKS: readonly { field: string; check: Check }[] = [
  { field: 'companyName', check: ({ companyName }) => must(companyName.trim(), () => true) },
  { field: 'siret', check: ({ siret }) => must(siret, isSiret) },
  {
    field: 'etablissement',
    check: ({ etablissement }) => must(etablissement, (text) => /^\d{5}$/.test(text)),
  },
  { field: 'guichet', check: ({ guichet }) => must(guichet, (text) => /^\d{5}$/.test(text)) },
  { field: 'compte', check: ({ compte }) => must(compte, (text) => /^[A-Z0-9]{11}$/.test(text)) },
  { field: 'iban', check: ({ iban }) => must(iban, isIban) },
  {
    field: 'iban',
    // The same account said twice must be the same account.
    check: (settings) => (ibanAgrees(settings) ? undefined : 'SETTING_INVALID'),
  },
];

function ibanAgrees({ iban, etablissement, guichet, compte }: EntitySettings): boolean {
  if (!iban.startsWith('FR') || !/^\d{5}$/.test(etablissement) || !/^\d{5}$/.test(guichet)) return true;
  if (!/^[A-Z0-9]{11}$/.test(compte)) return true;
  return iban.slice(4) === `${etablissement}${guichet}${compte}${ribKey(etablissement, guichet, compte)}`;
}

/** What stands in the way of any file; each once. */
export function headerProblems(settings: EntitySettings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const { field, check } of CHECKS) {
    const code = check(settings);
    if (code && !problems.some((problem) => problem.field === field)) problems.push({ field, code });
  }
  return problems;
}

const MAX = { organismes: 50, fiscalCodes: 50, text: 200 };

/** What may be saved: half-filled settings may, wrong ones may not. */
export function settingsProblems(settings: EntitySettings): RefusedSetting[] {
  const problems: RefusedSetting[] = headerProblems(settings).filter(
    ({ code }) => code === 'SETTING_INVALID',
  );
  const refuse = (field: string): void => void problems.push({ field, code: 'SETTING_INVALID' });
  if (settings.organismes.length > MAX.organismes) refuse('organismes');
  if (settings.fiscalCodes.length > MAX.fiscalCodes) refuse('fiscalCodes');
  settings.organismes.forEach(({ organisme, codeBailleur, scheme }, index) => {
    if (!/^\d{3}$/.test(organisme)) refuse(`organismes.${index}.organisme`);
    // The MSA gets no file of ours: it has no code here.
    if (scheme === 'CAF' && !/^[A-Za-z0-9]{1,8}$/.test(codeBailleur))
      refuse(`organismes.${index}.codeBailleur`);
    const twice = settings.organismes.findIndex(
      (other) => other.organisme === organisme && other.scheme === scheme,
    );
    if (twice !== index) refuse(`organismes.${index}.organisme`);
  });
  settings.fiscalCodes.forEach(({ from, furnished, unfurnished }, index) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) refuse(`fiscalCodes.${index}.from`);
    if (furnished.length > MAX.text) refuse(`fiscalCodes.${index}.furnished`);
    if (unfurnished.length > MAX.text) refuse(`fiscalCodes.${index}.unfurnished`);
  });
  for (const [message, template] of Object.entries(settings.fileNames)) {
    if (template && !isTemplate(template))
      problems.push({ field: `fileNames.${message}`, code: 'SETTING_FILE_NAME' });
  }
  return problems;
}

/** As faults of a file, which also needs somewhere to go. */
export function headerFaults(settings: EntitySettings, station: Station | undefined): Fault[] {
  const whole = { accountId: '', leaseId: '', account: '', name: '', value: '', limit: 0 };
  const faults: Fault[] = headerProblems(settings).map(({ field, code }) => ({ ...whole, code, field }));
  if (!station?.pickupFolder) faults.push({ ...whole, code: 'FOLDER_MISSING', field: 'stationId' });
  return faults;
}

interface CodesInForce {
  furnished: readonly string[];
  unfurnished: readonly string[];
}

/** Asked for each of many tenants, of the same few days. */
const inForce = new WeakMap<readonly FiscalCodes[], Map<Day, CodesInForce>>();

/** The row in force on that day: the newest that has begun. */
export function fiscalCodesOn({ fiscalCodes }: Pick<EntitySettings, 'fiscalCodes'>, day: Day): CodesInForce {
  const known = inForce.get(fiscalCodes);
  const found = known?.get(day);
  if (found) return found;
  const codes = codesOn(fiscalCodes, day);
  if (known) known.set(day, codes);
  else inForce.set(fiscalCodes, new Map([[day, codes]]));
  return codes;
}

function codesOn(fiscalCodes: readonly FiscalCodes[], day: Day): CodesInForce {
  const begun = fiscalCodes.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1));
  return { furnished: codesOf(begun[0]?.furnished ?? ''), unfurnished: codesOf(begun[0]?.unfurnished ?? '') };
}

const codesOf = (text: string): string[] =>
  text
    .split(';')
    .map((code) => code.trim().toUpperCase())
    .filter(Boolean);

const PLACES = ['organisme', 'bailleur', 'YYYYMMDD', 'seq6', 'entity'] as const;

/** Without the number two files would have one name; without a folder in it, nobody writes elsewhere. */
function isTemplate(template: string): boolean {
  const literal = template.replaceAll(/\{(\w+)\}/g, (whole, place: string) =>
    (PLACES as readonly string[]).includes(place) ? '' : whole,
  );
  return template.includes('{seq6}') && template.length <= 120 && /^[A-Za-z0-9 ._-]*$/.test(literal);
}

/** @example CAF12 -075_00012345_20260801_000001.txt */
export function fileNameOf(
  template: string,
  parts: { organisme: string; bailleur: string; on: Day; number: number; entity: string },
): string {
  const values: Record<(typeof PLACES)[number], string> = {
    organisme: parts.organisme,
    bailleur: parts.bailleur,
    YYYYMMDD: parts.on.replaceAll('-', ''),
    seq6: String(parts.number).padStart(6, '0'),
    entity: parts.entity.replaceAll(/[^A-Za-z0-9]/g, ''),
  };
  return template.replaceAll(
    /\{(\w+)\}/g,
    (whole, place: string) => (values as Record<string, string>)[place] ?? whole,
  );
}
