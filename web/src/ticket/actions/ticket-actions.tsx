import { createContext, use, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useNavigate } from 'react-router';
import type { Action, AllowedAction, Ticket } from '../../api/types.js';
import { useModule } from '../../layout/use-module.js';
import { ActionDialog } from './dialog/action-dialog.js';
import type { ActionStart } from './dialog/action-dialog.js';
import { isDirect, specOf } from './specs/action-specs.js';
import { allowedActions } from './allowed-actions.js';
import { useDirectAction } from './use-direct-action.js';
import { useReturnedFocus } from './use-returned-focus.js';
import { useTicketKeyboard } from './use-ticket-keyboard.js';

/** What may be done on this ticket, and the one way to begin it, wherever its button is. */
interface TicketActions {
  allowed: readonly AllowedAction[];
  find: (action: Action, missionId?: string) => AllowedAction | undefined;
  start: (allowed: AllowedAction, preset?: ActionStart['preset']) => void;
  /** Of the actions that are done at once. */
  pending: AllowedAction | undefined;
  error: Error | null;
  retry: () => void;
  /** Where the keyboard goes on when the button of an action is gone. */
  panelRef: RefObject<HTMLDivElement | null>;
}

const Context = createContext<TicketActions | undefined>(undefined);

export function useTicketActions(): TicketActions {
  const actions = use(Context);
  if (!actions) throw new Error('TicketActionsProvider is missing');
  return actions;
}

export function TicketActionsProvider({ ticket, children }: { ticket: Ticket; children: ReactNode }) {
  const { path, rights } = useModule();
  const navigate = useNavigate();
  const [started, setStarted] = useState<ActionStart>();
  const { panelRef, leave, comeBack } = useReturnedFocus();
  const direct = useDirectAction(ticket.id, comeBack);
  const allowed = allowedActions(ticket, rights);

  const start: TicketActions['start'] = (chosen, preset) => {
    const spec = specOf(chosen.action);
    leave();
    if (spec?.kind === 'page') void navigate(`/tickets/${path}/${ticket.id}/${spec.page}`);
    else if (spec && isDirect(spec)) direct.run(chosen);
    else setStarted({ allowed: chosen, preset });
  };
  const close = (): void => {
    setStarted(undefined);
    comeBack();
  };
  const done = (): void => {
    close();
    if (started?.allowed.action === 'DELETE') void navigate(`/tickets/${path}`, { replace: true });
  };
  useTicketKeyboard({ allowed, start, panelRef });
  return (
    <Context
      value={{
        allowed,
        find: (action, missionId = '') =>
          allowed.find((candidate) => candidate.action === action && candidate.missionId === missionId),
        start,
        pending: direct.pending,
        error: direct.error,
        retry: direct.retry,
        panelRef,
      }}
    >
      {children}
      {started && (
        <ActionDialog
          key={`${started.allowed.action} ${started.allowed.missionId}`}
          ticket={ticket}
          start={started}
          onClose={close}
          onDone={done}
        />
      )}
    </Context>
  );
}
