import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { MAX_FILES } from '../../api/upload-limits.js';
import { documentsOf, isUnfinished } from '../../api/upload-queue.js';
import { ProblemError } from '../../api/problem.js';
import { useTicketCommand } from '../../api/tickets.js';
import type { AllowedAction } from '../../api/types.js';
import { ACTIONS, COMMON, FIELD_ERROR, FORMS, TICKET } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useUploadQueue } from '../../ui/uploads/use-uploads.js';
import { ActionInput } from './action-input.js';
import { commandPath, EMPTY_VALUES, serverField, specOf } from './action-specs.js';
import type { ActionErrors, ActionSpec } from './action-specs.js';

interface Props {
  ticketId: string;
  allowed: AllowedAction;
  onClose: () => void;
}

export function ActionDialog(props: Props) {
  const spec = specOf(props.allowed.action);
  return spec && <SpecDialog {...props} spec={spec} />;
}

/** One dialog for every action that asks something; the command's key lives as long as the dialog. */
function SpecDialog({ ticketId, allowed, onClose, spec }: Props & { spec: ActionSpec }) {
  const [key] = useState(newKey);
  const [values, setValues] = useState(EMPTY_VALUES);
  const [errors, setErrors] = useState<ActionErrors>({});
  const queues = { proofs: useUploadQueue(MAX_FILES), invoice: useUploadQueue(1) };
  const command = useTicketCommand(ticketId);
  const title = ACTIONS[allowed.action];

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (command.isPending) return;
    const sent = {
      ...values,
      proofs: documentsOf(queues.proofs.items),
      invoice: documentsOf(queues.invoice.items),
    };
    const found = { ...spec.check(sent), ...uploadErrors(queues) };
    setErrors(found);
    if (Object.values(found).some(Boolean)) return;
    command.mutate(
      { path: commandPath(spec, allowed.missionId), body: spec.body(sent), key },
      {
        onSuccess: () => {
          notifications.show({ message: TICKET.done(title) });
          onClose();
        },
        onError: (error) => setErrors(serverErrors(error)),
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': COMMON.close }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {spec.isIrreversible && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
              {FORMS.closeWarning}
            </Alert>
          )}
          {command.error && <ErrorNotice error={command.error} />}
          {spec.fields.map((field) => (
            <ActionInput
              key={field}
              field={field}
              values={values}
              commentLabel={spec.commentLabel}
              error={errors[field]}
              queues={queues}
              onChange={(change) => {
                setValues({ ...values, ...change });
                setErrors({ ...errors, [field]: undefined });
              }}
            />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {COMMON.cancel}
            </Button>
            <Button
              type="submit"
              color={spec.isIrreversible ? 'red.9' : undefined}
              loading={command.isPending}
            >
              {spec.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type Queues = Record<'proofs' | 'invoice', ReturnType<typeof useUploadQueue>>;

function uploadErrors({ proofs, invoice }: Queues): ActionErrors {
  return {
    ...(isUnfinished(proofs.items) ? { proofs: FORMS.uploading } : {}),
    ...(isUnfinished(invoice.items) ? { invoice: FORMS.uploading } : {}),
  };
}

function serverErrors(error: Error): ActionErrors {
  if (!(error instanceof ProblemError)) return {};
  const errors: ActionErrors = {};
  for (const { field, detail } of error.fields) {
    const input = serverField(field);
    if (input) errors[input] = detail ?? FIELD_ERROR;
  }
  return errors;
}
