import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { WIZARD } from '../../fr/wizards.js';
import { fieldsOf } from '../../forms/typed.js';
import type { Values } from '../../forms/field.js';
import { isValues } from '../../forms/field.js';
import { LINES } from '../../forms/lines.js';
import type { LineKind } from '../../forms/field.js';
import type { Conflict, StepForm } from './use-step-form.js';
import type { WizardScreen } from '../plan/wizard.js';

interface Props {
  conflict: Conflict;
  form: StepForm;
}

/** Two people wrote the same fields: mine stays on screen, theirs is told, and I choose field by field. */
export function ConflictNotice({ conflict: { by, clashes }, form }: Props) {
  return (
    <Alert color="orange" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
      <Stack gap="xs">
        <Text size="sm">{WIZARD.conflict(by)}</Text>
        <List size="sm">
          {clashes.map((clash) => (
            <List.Item key={clash.path}>
              {WIZARD.theirs(
                labelOf(form.screens, form.values, clash.path),
                saidOf(form, clash.path, clash.theirs),
                by,
              )}{' '}
              <Button size="compact-xs" variant="default" onClick={() => form.takeTheirs(clash)}>
                {WIZARD.takeTheirs}
              </Button>
            </List.Item>
          ))}
        </List>
        <Button size="xs" style={{ alignSelf: 'start' }} onClick={form.settle}>
          {WIZARD.settle}
        </Button>
      </Stack>
    </Alert>
  );
}

function metAt(screens: readonly WizardScreen[], values: Values, path: string) {
  return screens
    .flatMap(({ sections }) => [...fieldsOf(sections, values, false)])
    .findLast((met) => met.path === path || path.startsWith(`${met.path}.`));
}

function labelOf(screens: readonly WizardScreen[], values: Values, path: string): string {
  const met = metAt(screens, values, path);
  return met ? [met.row, met.field.label].filter(Boolean).join(', ') : path;
}

function saidOf(form: StepForm, path: string, value: unknown): string {
  const field = metAt(form.screens, form.values, path)?.field;
  const written =
    field && Object.hasOwn(LINES, field.kind) ? LINES[field.kind as LineKind].write(value) : undefined;
  if (written !== undefined) return written || WIZARD.nothing;
  if (field?.kind === 'choice' && typeof field.options !== 'function')
    return field.options.find(([code]) => code === value)?.[1] ?? WIZARD.nothing;
  if (typeof value === 'boolean') return WIZARD.yesNo(value);
  if (isValues(value)) return typeof value['value'] === 'string' ? value['value'] : WIZARD.several;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : WIZARD.nothing;
}
