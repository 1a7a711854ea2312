import { FIELD_FAULTS } from '../fr/forms.js';
import type { Field, LineField, Path, Place, Section, Step, Values } from './field.js';
import { isAsked, isMust, isValues, joined, textAt, valueAt, withValueAt } from './field.js';
import { LINES } from './lines.js';

/** Text that cannot be read yet, kept with the draft so that nothing typed is lost. */
export interface UnreadText {
  path: Path;
  text: string;
}

export interface Fault {
  path: Path;
  /** What is wrong and what to do, as it stands beside the field. */
  text: string;
  /** The field by name, in a row after the row's: "Étienne Delorme, Adresse". */
  where?: string;
  /** Indispensable and not there. */
  missing?: boolean;
}

/** What a walk over a form meets: each field with its whole path and what stands around it. */
export interface Met {
  field: Field;
  path: Path;
  place: Place;
  /** Of the row it is in. */
  row?: string;
}

/** Every field of the steps, rows unfolded, in the order of the screen; sections and fields that are not asked are left out. */
export function* fieldsOf(sections: readonly Section[], all: Values, asked = true): Generator<Met> {
  for (const section of sections) {
    const path = section.path ?? '';
    const here = valueAt(all, path);
    const place = { here: isValues(here) ? here : {}, all };
    if (asked && !isAsked(section, place)) continue;
    yield* walk(section.fields, path, all, asked);
  }
}

function* walk(
  fields: readonly Field[],
  prefix: Path,
  all: Values,
  asked: boolean,
  row?: string,
): Generator<Met> {
  const here = valueAt(all, prefix);
  const place: Place = { here: isValues(here) ? here : {}, all };
  for (const field of fields) {
    if (asked && !isAsked(field, place)) continue;
    const path = joined(prefix, field.path);
    yield { field, path, place, row };
    if (field.kind === 'party' || (field.kind === 'building' && !(asked && isBrought(valueAt(all, path)))))
      yield* walk(field.fields, path, all, asked, row);
    if (field.kind === 'rows') {
      for (const [index, item] of rowsAt(all, path).entries())
        yield* walk(field.fields, `${path}.${index}`, all, asked, field.item(item, index));
    }
  }
}

/** A building of the base, or of another unit of the draft: nothing is asked of it here. */
function isBrought(building: unknown): boolean {
  return textAt(building, 'ofItemId') !== '' || textAt(building, 'buildingId') !== '';
}

export function rowsAt(values: unknown, path: Path): Values[] {
  const rows = valueAt(values, path);
  return Array.isArray(rows) ? rows.filter(isValues) : [];
}

/** The form of the contract's content; what no field shows is kept as it is. */
export function typedOf(steps: readonly Step[], content: Values, unread: readonly UnreadText[] = []): Values {
  const typed = allFields(steps, content).reduce((values, { field, path }) => {
    const value = valueAt(content, path);
    return isLine(field) ? withValueAt(values, path, LINES[field.kind].write(value)) : values;
  }, content);
  return unread.reduce((values, { path, text }) => withValueAt(values, path, text), typed);
}

/** The contract's content of a form, and what could not be read of it. */
export function contentOf(steps: readonly Step[], values: Values): { content: Values; unread: UnreadText[] } {
  const unread: UnreadText[] = [];
  const content = allFields(steps, values).reduce((read, { field, path }) => {
    const value = valueAt(values, path);
    if (isLine(field)) {
      const { empty } = LINES[field.kind];
      const text = typeof value === 'string' ? value : '';
      const understood = text.trim() === '' ? empty : LINES[field.kind].read(text);
      if (understood === undefined) unread.push({ path, text });
      return withValueAt(read, path, understood ?? empty);
    }
    // An enum that nobody chose is left out.
    return field.kind === 'choice' && value === '' ? withValueAt(read, path, undefined) : read;
  }, values);
  return { content, unread };
}

/** Of one step: what cannot be read, what is too long, and what is indispensable and missing. */
export function faultsOf({ sections }: Step, all: Values): Fault[] {
  return [...fieldsOf(sections, all)].flatMap(({ field, path, place, row }) => {
    const text = faultOf(field, valueAt(all, path), place);
    if (!text) return [];
    const missing = text === FIELD_FAULTS.must;
    return [{ path, text, where: nameOf(field, row), missing }];
  });
}

function faultOf(field: Field, value: unknown, place: Place): string | undefined {
  if (isLine(field) && typeof value === 'string' && value.trim() !== '') {
    const { read, fault } = LINES[field.kind];
    if (field.max && value.length > field.max) return FIELD_FAULTS.tooLong(field.max);
    return read(value) === undefined ? fault : undefined;
  }
  return isMust(field, place) && isEmpty(field, value) ? FIELD_FAULTS.must : undefined;
}

function nameOf({ label }: Field, row: string | undefined): string {
  return row ? FIELD_FAULTS.inRow(row, label) : label;
}

/** The name of the field at a path, for whoever reads of its fault elsewhere; the nearest one around it. */
export function whereOf(steps: readonly Step[], values: Values, path: Path): string | undefined {
  const around = steps
    .flatMap(({ sections }) => [...fieldsOf(sections, values)])
    .filter((met) => met.path === path || path.startsWith(`${met.path}.`));
  const nearest = around.toSorted((one, other) => other.path.length - one.path.length)[0];
  return nearest && nameOf(nearest.field, nearest.row);
}

function isEmpty(field: Field, value: unknown): boolean {
  if (field.kind === 'rows' || field.kind === 'documents' || field.kind === 'several')
    return !Array.isArray(value) || value.length === 0;
  if (field.kind === 'flag') return value !== true;
  // A code is computed by the server, which tells when it cannot be.
  if (field.kind === 'party' || field.kind === 'building' || field.kind === 'code') return false;
  return typeof value !== 'string' || value.trim() === '';
}

function isLine(field: Field): field is LineField {
  return Object.hasOwn(LINES, field.kind);
}

/** Whether they are asked or not. */
export function allFields(steps: readonly Step[], values: Values): Met[] {
  return steps.flatMap(({ sections }) => [...fieldsOf(sections, values, false)]);
}
