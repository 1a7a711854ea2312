import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemError } from '../../api/http/problem.js';
import { COMMON } from '../../fr.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { FieldGrid } from '../forms/field-input.js';
import type { Field, Values } from '../forms/field.js';
import { withValueAt } from '../forms/field.js';
import { FormProvider, inputId } from '../forms/form-context.js';
import type { FormParts } from '../forms/form-context.js';
import { contentOf, faultsOf, typedOf } from '../forms/typed.js';

const NO_LOOKUPS: FormParts['lookups'] = {
  managers: [],
  accountants: [],
  assistants: [],
  entities: [],
  cards: [],
  sharers: [],
  draftBuildings: [],
};

interface Props<C, R> {
  title: string;
  fields: readonly Field[];
  /** The contract's content that it begins with. */
  begin?: Values;
  mutation: UseMutationResult<R, Error, C>;
  command: (content: Values) => C;
  submit: string;
  done: string | ((answer: R) => string | undefined);
  /** What the fields alone do not tell. */
  check?: (content: Values) => Record<string, string>;
  /** Where the server's paths begin: "notice.". */
  prefix?: string;
  children?: ReactNode;
  onClose: () => void;
}

/** A command of a few fields in a dialog: the same fields, faults and focus as in the wizards. */
export function SmallForm<C, R>(props: Props<C, R>) {
  const {
    title,
    fields,
    begin = {},
    mutation,
    command,
    submit,
    done,
    check,
    prefix = '',
    children,
    onClose,
  } = props;
  const step = { id: '', title, short: title, sections: [{ title, fields }] };
  const [values, setValues] = useState(() => typedOf([step], begin));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const tell = (found: Record<string, string>): void => {
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) requestAnimationFrame(() => document.getElementById(inputId(first))?.focus());
  };
  const send = (): void => {
    const { content } = contentOf([step], values);
    const own = Object.fromEntries(faultsOf(step, values).map(({ path, text }) => [path, text]));
    const found = Object.keys(own).length > 0 ? own : (check?.(content) ?? {});
    tell(found);
    if (Object.keys(found).length > 0 || mutation.isPending) return;
    // The page may take the dialog away once it is done: a callback of `mutate` would then never be called.
    void mutation.mutateAsync(command(content)).then(
      (answer) => {
        const message = typeof done === 'string' ? done : done(answer);
        if (message) notifications.show({ message });
        onClose();
      },
      (error: unknown) => {
        if (error instanceof ProblemError)
          tell(
            Object.fromEntries(
              error.fields.map(({ field, detail = '' }) => [field.replace(prefix, ''), detail]),
            ),
          );
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          {mutation.error && <ErrorNotice error={mutation.error} />}
          {children}
          <FormProvider
            value={{
              values,
              set: (path, value) => setValues((now) => withValueAt(now, path, value)),
              leave: () => undefined,
              faults,
              warnings: [],
              computed: [],
              lookups: NO_LOOKUPS,
              isReadOnly: false,
            }}
          >
            <FieldGrid fields={fields} prefix="" />
          </FormProvider>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {COMMON.cancel}
            </Button>
            <Button type="submit" loading={mutation.isPending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
