import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTicketCommand } from '../../api/tickets.js';
import type { AllowedAction } from '../../api/types.js';
import { ACTIONS, named, TICKET } from '../../fr.js';
import { newKey } from '../../lib/keys.js';
import { commandPath, specOf } from './specs/action-specs.js';

interface Attempt {
  allowed: AllowedAction;
  /** Kept for a retry: the command then counts once. */
  key: string;
}

/** Actions that need no form: one click sends the command. */
export function useDirectAction(ticketId: string, onSettled: () => void) {
  const command = useTicketCommand(ticketId);
  const [attempt, setAttempt] = useState<Attempt>();
  const send = (next: Attempt): void => {
    const { action, missionId } = next.allowed;
    const spec = specOf(action);
    if (spec?.kind !== 'form' || command.isPending) return;
    setAttempt(next);
    command.mutate(
      { path: commandPath(spec, missionId), body: {}, key: next.key },
      {
        onSuccess: () => notifications.show({ message: TICKET.done(named(ACTIONS, action)) }),
        onSettled,
      },
    );
  };
  return {
    run: (allowed: AllowedAction) => send({ allowed, key: newKey() }),
    retry: () => {
      if (attempt) send(attempt);
    },
    pending: command.isPending ? attempt?.allowed : undefined,
    error: command.error,
  };
}
