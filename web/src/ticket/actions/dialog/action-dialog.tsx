import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { ProblemError } from '../../../api/http/problem.js';
import type { AllowedAction, Ticket } from '../../../api/types.js';
import { ACTIONS, COMMON, FIELD_ERROR, named } from '../../../fr.js';
import { formatDateTime } from '../../../lib/dates.js';
import { typedTimers } from '../../../timers/typed-timers.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { ActionInput } from './action-input.js';
import { emptyValues } from '../specs/action-spec.js';
import type { ActionErrors, ActionValues, FormSpec } from '../specs/action-spec.js';
import { commandPath, serverField, specOf } from '../specs/action-specs.js';
import { ContactAnotherDialog } from './contact-another-dialog.js';
import { documentsIn, unfinishedUploads, useFileQueues, useHasFiles } from './file-queues.js';
import { useDialogCommand } from './use-dialog-command.js';

/** An action that was chosen, with what the place it was chosen from knows already. */
export interface ActionStart {
  allowed: AllowedAction;
  preset?: Partial<ActionValues>;
}

interface Props {
  ticket: Ticket;
  start: ActionStart;
  onClose: () => void;
  /** Also closes. */
  onDone: () => void;
}

export function ActionDialog(props: Props) {
  const spec = specOf(props.start.allowed.action);
  if (spec?.kind === 'form') return <FormDialog {...props} spec={spec} />;
  return spec?.kind === 'contact-another' && <ContactAnotherDialog {...props} />;
}

/** One dialog for every action that asks something; the command's key lives as long as the dialog. */
function FormDialog({
  ticket,
  start: { allowed, preset },
  onClose,
  onDone,
  spec,
}: Props & { spec: FormSpec }) {
  const [values, setValues] = useState<ActionValues>(() => ({
    ...emptyValues(),
    timers: typedTimers(ticket.timerSettings),
    isAsked: ticket.missions.some(
      ({ id, status }) => id === allowed.missionId && status === 'QUOTE_AWAITING_APPROVAL',
    ),
    saidAt: formatDateTime(new Date().toISOString()),
    ...preset,
  }));
  const [isTyped, setTyped] = useState(false);
  const queues = useFileQueues();
  const hasFiles = useHasFiles(queues);
  const title = named(ACTIONS, allowed.action);
  const command = useDialogCommand({ ticketId: ticket.id, title, faultsOf: serverErrors, onDone });
  const { errors, setErrors } = command;

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (command.isPending) return;
    const sent = { ...values, ...documentsIn(queues) };
    const found = { ...spec.check(sent), ...unfinishedUploads(queues) };
    setErrors(found);
    if (Object.values(found).some(Boolean)) return;
    const body = spec.method === 'DELETE' ? undefined : spec.body(sent);
    command.send({ method: spec.method, path: commandPath(spec, allowed.missionId), body });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      // What was typed must not be lost by a slip.
      closeOnClickOutside={spec.fields.length === 0}
      closeOnEscape={!isTyped && !hasFiles}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {spec.warning && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
              {spec.warning}
            </Alert>
          )}
          {spec.hint && (
            <Text size="sm" className="soft">
              {spec.hint}
            </Text>
          )}
          {command.error && <ErrorNotice error={command.error} />}
          {spec.fields
            .filter((field) => spec.shows?.(field, values) ?? true)
            .map((field) => (
              <ActionInput
                key={field}
                field={field}
                ticket={ticket}
                values={values}
                label={spec.labels?.[field]}
                errors={errors}
                queues={queues}
                onChange={(change) => {
                  setTyped(true);
                  setValues({ ...values, ...change });
                  setErrors(without(errors, field));
                }}
              />
            ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {COMMON.cancel}
            </Button>
            <Button type="submit" color={spec.warning ? 'red.9' : undefined} loading={command.isPending}>
              {spec.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Clears the faults of a field and of its parts. */
function without(errors: ActionErrors, field: string): ActionErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => path !== field && !path.startsWith(`${field}.`)),
  );
}

function serverErrors({ fields }: ProblemError): ActionErrors {
  const errors: ActionErrors = {};
  for (const { field, detail } of fields) {
    const input = serverField(field);
    if (input) errors[input] = detail ?? FIELD_ERROR;
  }
  return errors;
}
