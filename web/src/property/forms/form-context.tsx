import { Input, MantineThemeProvider } from '@mantine/core';
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import type { Option, Path, Place, Values, LookupField } from './field.js';
import { placeAt } from './field.js';

/** A code that the server made, with how. */
export interface ComputedCode {
  path: Path;
  value: string;
  how: string;
}

/** What the law says of what was typed; `source` is where. Never blocks. */
export interface LawWarning {
  path: Path;
  text: string;
  source: string;
}

/** What the inputs of a form share. */
export interface FormParts {
  values: Values;
  set: (path: Path, value: unknown) => void;
  /** At their field. */
  faults: Readonly<Record<Path, string>>;
  warnings: readonly LawWarning[];
  computed: readonly ComputedCode[];
  /** A field was left: what was typed there may be judged. */
  leave: (path: Path) => void;
  lookups: Readonly<Record<LookupField['from'], readonly Option[]>>;
  isReadOnly: boolean;
}

const FormContext = createContext<FormParts | undefined>(undefined);

/** What helps stands below the input, so that the inputs of a row stand side by side. */
const THEME = {
  components: {
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
  },
};

export function FormProvider({ value, children }: { value: FormParts; children: ReactNode }) {
  return (
    <MantineThemeProvider theme={THEME}>
      <FormContext value={value}>{children}</FormContext>
    </MantineThemeProvider>
  );
}

export function useFormParts(): FormParts {
  const parts = use(FormContext);
  if (!parts) throw new Error('FormProvider is missing');
  return parts;
}

export function usePlace(path: Path): Place {
  return placeAt(useFormParts().values, path);
}

/** The id of a field's input, for the focus. */
export function inputId(path: Path): string {
  return `champ-${path}`;
}
