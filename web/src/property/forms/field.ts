/** What a form holds: the contract's content, with text where people type text (dates, amounts, numbers). */
export interface Values {
  [name: string]: unknown;
}

/** Where a field stands in the whole form: "owner.address.city", "jointOwners.0.share". */
export type Path = string;

interface Named {
  /** Below the section's or the row's own path. */
  path: Path;
  label: string;
  help?: string;
  /** Indispensable for the next step. */
  must?: boolean | ((at: Place) => boolean);
  /** Asked only then; what was typed stays meanwhile. */
  when?: (at: Place) => boolean;
  /** Takes the whole width of its section. */
  wide?: boolean;
  /** Takes two columns: what it holds would be cut in one. */
  double?: boolean;
}

/** What a condition may look at: the values around the field, and the whole form. */
export interface Place {
  here: Values;
  all: Values;
}

export type Option = readonly [value: string, label: string];

/** Kinds that are typed into one line. */
export type LineKind =
  | 'text'
  | 'day'
  | 'money'
  | 'signedMoney'
  | 'percent'
  | 'hundredths'
  | 'whole'
  | 'iban'
  | 'mails'
  | 'phones'
  | 'words';

export interface LineField extends Named {
  kind: LineKind;
  max?: number;
  unit?: string;
  /** Offered while typing; anything else may be typed. */
  suggestions?: readonly string[];
}

/** Computed by the server until somebody types another one. */
export interface CodeField extends Named {
  kind: 'code';
  /** Of the button that takes the computed one again. */
  automatic?: string;
}

interface AreaField extends Named {
  kind: 'area';
  max?: number;
}

interface FlagField extends Named {
  kind: 'flag';
}

export interface ChoiceField extends Named {
  kind: 'choice';
  options: readonly Option[] | ((at: Place) => readonly Option[]);
  /** Shown as buttons side by side: few and decisive. */
  segmented?: boolean;
}

/** One of what the agency has: its users, its entities, its cards. */
export interface LookupField extends Named {
  kind: 'lookup';
  from: 'managers' | 'accountants' | 'assistants' | 'entities' | 'cards' | 'sharers' | 'draftBuildings';
  /** Not shown when there is nothing to choose from. */
  hideEmpty?: boolean;
}

/** A quarter of the index that the field beside it names. */
export interface QuarterField extends Named {
  kind: 'quarter';
}

/** Several of a few options. */
export interface SeveralField extends Named {
  kind: 'several';
  options: readonly Option[];
}

/** Somebody of the base, or somebody new. */
export interface PartyField extends Named {
  kind: 'party';
  fields: readonly Field[];
}

/** A building of the base or of another unit of the draft, of which nothing is changed here, or a new one. */
export interface BuildingField extends Named {
  kind: 'building';
  fields: readonly Field[];
}

export interface RowsField extends Named {
  kind: 'rows';
  fields: readonly Field[];
  /** Of the button, and of the row in the name of a fault. */
  add: string;
  item: (row: Values, index: number) => string;
  empty?: string;
  maximum: number;
  /** What a new row begins with. */
  fresh?: (at: Place) => Values;
}

export interface DocumentsField extends Named {
  kind: 'documents';
  maximum: number;
  photos?: boolean;
}

export type Field =
  | LineField
  | CodeField
  | QuarterField
  | BuildingField
  | AreaField
  | FlagField
  | ChoiceField
  | LookupField
  | SeveralField
  | PartyField
  | RowsField
  | DocumentsField;

export interface Section {
  title: string;
  hint?: string;
  /** Before the paths of its fields. */
  path?: Path;
  fields: readonly Field[];
  when?: (at: Place) => boolean;
  /** Closed until it is asked for: what the trade seldom needs at once. */
  folded?: boolean;
}

export interface Step {
  /** The contract's name of the step. */
  id: string;
  title: string;
  /** On the rail: short. */
  short: string;
  hint?: string;
  sections: readonly Section[];
}

export function joined(...parts: readonly (string | undefined)[]): Path {
  return parts.filter(Boolean).join('.');
}

export function isAsked(field: { when?: (at: Place) => boolean }, at: Place): boolean {
  return field.when?.(at) ?? true;
}

export function isMust({ must }: Pick<Named, 'must'>, at: Place): boolean {
  return typeof must === 'function' ? must(at) : (must ?? false);
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined where there is none. */
export function valueAt(values: unknown, path: Path): unknown {
  return path === ''
    ? values
    : path.split('.').reduce<unknown>((found, name) => {
        if (Array.isArray(found)) return found[Number(name)] as unknown;
        return isValues(found) && Object.hasOwn(found, name) ? found[name] : undefined;
      }, values);
}

/** The text at a path; nothing where there is none. */
export function textAt(values: unknown, path: Path): string {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value : '';
}

export function placeAt(all: Values, path: Path): Place {
  const here = valueAt(all, path);
  return { here: isValues(here) ? here : {}, all };
}

/** The same tree with another value at the path; what is between is made. */
export function withValueAt<T>(values: T, path: Path, value: unknown): T {
  const [name = '', ...rest] = path.split('.');
  if (path === '') return value as T;
  const inner = rest.join('.');
  if (Array.isArray(values)) {
    const at = Number(name);
    return values.map((item: unknown, i) => (i === at ? withValueAt(item, inner, value) : item)) as T;
  }
  const tree: Values = isValues(values) ? values : {};
  return { ...tree, [name]: withValueAt(tree[name], inner, value) } as T;
}
