import { UPLOAD_LIMITS } from '@intervia/rules';
import { Button, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useNavigate, useParams } from 'react-router';
import { useTicket, useTicketCommand } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';
import { ErrorSummary } from '../forms/error-summary.js';
import classes from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { useSubmission } from '../forms/use-submission.js';
import { COMMON, CREATION, EDITION, SUBMISSION, UPLOADS } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import { DescriptionSection } from './sections/description-section.js';
import { checkChanges } from './draft/draft-check.js';
import { toUpdate } from './draft/draft-request.js';
import { draftStore } from './draft/draft-store.js';
import { draftOfTicket, isTyped } from './draft/draft.js';
import { OptionsSection } from './sections/options-section.js';
import { PeopleSection } from './sections/people-section.js';
import { RemindersSection } from './sections/reminders-section.js';
import { useDraftForm } from './draft/use-draft-form.js';
import { useStoredDraft } from './draft/use-stored-draft.js';

/** Manual, "L'entête": "la possibilité de modifier des informations", "modifiable à tout moment". */
export default function EditPage() {
  const { id = '' } = useParams();
  const { rights } = useModule();
  const { data: ticket, error, refetch } = useTicket(id);
  if (!rights.edit) return <NotFound />;
  if (ticket) return <EditForm key={ticket.id} ticket={ticket} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function EditForm({ ticket }: { ticket: Ticket }) {
  const { path, module } = useModule();
  const navigate = useNavigate();
  const { draft, owner } = useStoredDraft(`edit.${ticket.id}`, () => draftOfTicket(ticket, ''), true);
  const { key, base = draft.values } = draft;
  const queue = useUploadQueue(UPLOAD_LIMITS.files, draft.documents);
  const form = useDraftForm(owner, draft, queue, checkChanges);
  const command = useTicketCommand(ticket.id);
  const title = EDITION.title(ticket.number);
  const address = `/tickets/${path}/${ticket.id}`;
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const leave = (): void => {
    draftStore.end(owner, key);
    void navigate(address, { replace: true });
  };
  const { onSubmit, summary, uploadError } = useSubmission({
    form,
    queue,
    mutation: command,
    command: (documents) => {
      const body = toUpdate(base, form.values, module, documents);
      return Object.keys(body).length > 0 ? { method: 'PATCH' as const, path: '', body, key } : undefined;
    },
    onDone: (changed) => {
      if (changed) notifications.show({ message: EDITION.done });
      leave();
    },
    title: SUBMISSION.unsaved,
  });

  return (
    <form className={classes.page} noValidate onSubmit={onSubmit}>
      <BackToList path={path} ticketId={ticket.id} />
      <Title order={1} size="h3" mb="sm">
        {title}
      </Title>
      {isTyped(draft) && (
        <p role="status" className={classes.hint}>
          {EDITION.restored}
        </p>
      )}
      <ErrorSummary {...summary} />
      <Section title={CREATION.parts.centre}>
        <DescriptionSection form={form} isOpened />
      </Section>
      <Section title={CREATION.parts.bottom}>
        <OptionsSection form={form} isOpened />
        <PeopleSection form={form} list="contacts" title={CREATION.contacts} />
        <PeopleSection form={form} list="notified" title={CREATION.notified} />
        <RemindersSection form={form} />
        <UploadField
          label={EDITION.attachments}
          description={UPLOADS.limits}
          queue={queue}
          maximum={UPLOAD_LIMITS.files}
          error={uploadError ?? form.errors['addedAttachmentIds']}
        />
      </Section>
      <Group className={classes.submit} justify="flex-end">
        <Button variant="default" onClick={leave}>
          {COMMON.cancel}
        </Button>
        <Button type="submit" loading={command.isPending}>
          {EDITION.submit}
        </Button>
      </Group>
    </form>
  );
}
