import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { useModuleSettings } from '../api/settings.js';
import { useTicket } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';
import { ACTIONS, COMMON, CREATION } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { ActionDialog } from '../ticket/actions/dialog/action-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { CreationForm } from './creation-form.js';
import { draftOfTicket } from './draft/draft.js';
import { useStoredDraft } from './draft/use-stored-draft.js';

/** Manual, "Précisions sur les tickets de type « ? »": validate it, or cancel it. */
export default function ValidationPage() {
  const { id = '' } = useParams();
  const { path, rights } = useModule();
  const settings = useModuleSettings(path);
  const { data: ticket, error, refetch } = useTicket(id);
  if (!rights.create) return <NotFound />;
  if (error && !ticket) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!ticket || settings.isPending) return <Loading />;
  const isPending = ticket.actions.some(({ action }) => action === 'VALIDATE_PRE_TICKET');
  return isPending ? <PendingTicket ticket={ticket} /> : <Navigate to={`/tickets/${path}/${id}`} replace />;
}

function PendingTicket({ ticket }: { ticket: Ticket }) {
  const { path } = useModule();
  const navigate = useNavigate();
  const { user } = useSignedIn();
  const { data: settings } = useModuleSettings(path);
  const [isCancelling, setCancelling] = useState(false);
  const { draft, owner, discard } = useStoredDraft(ticket.id, () => draftOfTicket(ticket, user.id, settings));
  const title = CREATION.validation(ticket.number);
  const cancellation = ticket.actions.find(({ action }) => action === 'CANCEL_PRE_TICKET');
  useDocumentTitle(`${title} · ${COMMON.product}`);
  return (
    <>
      <CreationForm
        key={draft.key}
        purpose={{
          title,
          hint: CREATION.validationHint,
          submit: CREATION.validate,
          done: CREATION.validated,
          pendingId: ticket.id,
          keptDocuments:
            ticket.documents.length > 0 ? CREATION.keptDocuments(ticket.documents.length) : undefined,
          aside: cancellation && (
            <Button variant="default" onClick={() => setCancelling(true)}>
              {ACTIONS.CANCEL_PRE_TICKET}
            </Button>
          ),
        }}
        stored={draft}
        owner={owner}
        onDiscard={discard}
      />
      {isCancelling && cancellation && (
        <ActionDialog
          ticket={ticket}
          start={{ allowed: cancellation }}
          onClose={() => setCancelling(false)}
          onDone={() => void navigate(`/tickets/${path}/${ticket.id}`, { replace: true })}
        />
      )}
    </>
  );
}
