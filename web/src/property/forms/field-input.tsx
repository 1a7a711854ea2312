import type { ComponentType } from 'react';
import type { Field, Path } from './field.js';
import { isAsked, joined } from './field.js';
import { usePlace } from './form-context.js';
import { AreaInput } from './inputs/area-input.js';
import { BuildingInput } from './inputs/building-input.js';
import { ChoiceInput } from './inputs/choice-input.js';
import { CodeInput } from './inputs/code-input.js';
import { DocumentsInput } from './inputs/documents-input.js';
import { FlagInput } from './inputs/flag-input.js';
import type { InputProps } from './inputs/input-props.js';
import { LineInput } from './inputs/line-input.js';
import { LookupInput } from './inputs/lookup-input.js';
import { PartyInput } from './inputs/party-input.js';
import { QuarterInput } from './inputs/quarter-input.js';
import { RowsInput } from './inputs/rows-input.js';
import { SeveralInput } from './inputs/several-input.js';
import type { LINES } from './lines.js';
import classes from './property-forms.module.css';

/** Each kind of field has one input. */
type Inputs = {
  [K in Exclude<Field['kind'], keyof typeof LINES>]: ComponentType<InputProps<Extract<Field, { kind: K }>>>;
};

const INPUTS: Inputs = {
  building: BuildingInput,
  code: CodeInput,
  quarter: QuarterInput,
  area: AreaInput,
  flag: FlagInput,
  choice: ChoiceInput,
  lookup: LookupInput,
  several: SeveralInput,
  party: PartyInput,
  rows: RowsInput,
  documents: DocumentsInput,
};

/** The fields of a section or a row that are asked as things stand, on a grid. */
export function FieldGrid({ fields, prefix }: { fields: readonly Field[]; prefix: Path }) {
  const place = usePlace(prefix);
  return (
    <div className={classes.grid}>
      {fields
        .filter((field) => isAsked(field, place))
        .map((field) => (
          <div key={field.path} className={widthOf(field)}>
            <FieldInput field={field} path={joined(prefix, field.path)} />
          </div>
        ))}
    </div>
  );
}

function FieldInput({ field, path }: { field: Field; path: Path }) {
  const Input = (INPUTS[field.kind as keyof Inputs] ?? LineInput) as ComponentType<InputProps<Field>>;
  return <Input field={field} path={path} Grid={FieldGrid} />;
}

const WIDE_KINDS: ReadonlySet<Field['kind']> = new Set([
  'area',
  'rows',
  'documents',
  'party',
  'building',
  'several',
]);

function widthOf(field: Field): string | undefined {
  if (field.wide || WIDE_KINDS.has(field.kind)) return classes.wide;
  // An IBAN of 27 characters is cut in one column.
  return field.double || field.kind === 'iban' ? classes.double : undefined;
}
