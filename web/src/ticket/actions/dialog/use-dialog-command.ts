import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ProblemError } from '../../../api/http/problem.js';
import { useTicketCommand } from '../../../api/tickets.js';
import type { TicketCommand } from '../../../api/tickets.js';
import { TICKET } from '../../../fr.js';
import { newKey } from '../../../lib/keys.js';
import type { ActionErrors } from '../specs/action-spec.js';

interface Parts {
  ticketId: string;
  /** What the action is called. */
  title: string;
  /** The server's faults at the inputs of this dialog. */
  faultsOf: (problem: ProblemError) => ActionErrors;
  onDone: () => void;
}

/** The command of a dialog. Its key lives as long as the dialog: a retry counts once. */
export function useDialogCommand({ ticketId, title, faultsOf, onDone }: Parts) {
  const [key] = useState(newKey);
  const [errors, setErrors] = useState<ActionErrors>({});
  const { mutate, isPending, error, reset } = useTicketCommand(ticketId);
  const send = (command: Omit<TicketCommand, 'key'>, onRefused?: () => void): void =>
    mutate(
      { ...command, key },
      {
        onSuccess: () => {
          notifications.show({ message: TICKET.done(title) });
          onDone();
        },
        onError: (failure) => {
          setErrors(failure instanceof ProblemError ? faultsOf(failure) : {});
          onRefused?.();
        },
      },
    );
  return { send, errors, setErrors, isPending, error, reset };
}
