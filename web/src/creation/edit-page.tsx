import { Button, Group, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NetworkError, ProblemError } from '../api/problem.js';
import { useTicket, useTicketCommand } from '../api/tickets.js';
import type { Ticket } from '../api/types.js';
import { MAX_FILES } from '../api/upload-limits.js';
import { documentsOf, isUnfinished } from '../api/upload-queue.js';
import { COMMON, CREATION, CREATION_ERRORS, EDITION, UPLOADS } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { newKey } from '../lib/keys.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import classes from './creation.module.css';
import { DescriptionSection } from './description-section.js';
import { checkChanges } from './draft-check.js';
import { toUpdate } from './draft-request.js';
import { draftOfTicket } from './draft.js';
import type { Draft } from './draft.js';
import { ErrorSummary } from './error-summary.js';
import { faultsOf } from './faults-of.js';
import { OptionsSection } from './options-section.js';
import { PeopleSection } from './people-section.js';
import { RemindersSection } from './reminders-section.js';
import { Section } from './section.js';

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
  const [before] = useState(() => draftOfTicket(ticket, ''));
  const [key] = useState(newKey);
  const queue = useUploadQueue(MAX_FILES);
  const form = useForm<Draft>({ initialValues: before, validate: checkChanges });
  const command = useTicketCommand(ticket.id);
  const summaryRef = useRef<HTMLDivElement>(null);
  const [uploadError, setUploadError] = useState<string>();
  const title = EDITION.title(ticket.number);
  const address = `/tickets/${path}/${ticket.id}`;
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const showFaults = (): void => {
    requestAnimationFrame(() => summaryRef.current?.focus());
  };

  const submit = (): void => {
    if (command.isPending) return;
    const uploads = isUnfinished(queue.items) ? CREATION_ERRORS.uploads : undefined;
    setUploadError(uploads);
    command.reset();
    if (form.validate().hasErrors || uploads) return showFaults();
    const body = toUpdate(before, form.values, module, documentsOf(queue.items));
    if (Object.keys(body).length === 0) return void navigate(address, { replace: true });
    command.mutate(
      { method: 'PATCH', path: '', body, key },
      {
        onSuccess: () => {
          notifications.show({ message: EDITION.done });
          void navigate(address, { replace: true });
        },
        onError: (error) => {
          if (error instanceof ProblemError) form.setErrors(faultsOf(error));
          showFaults();
        },
      },
    );
  };

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <BackToList path={path} ticketId={ticket.id} />
      <Title order={1} size="h3" mb="sm">
        {title}
      </Title>
      <ErrorSummary
        ref={summaryRef}
        title={EDITION.errorSummary}
        errors={form.errors}
        uploadError={uploadError}
        error={command.error}
        onRetry={command.error instanceof NetworkError ? submit : undefined}
      />
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
          maximum={MAX_FILES}
          error={uploadError ?? form.errors['addedAttachmentIds']}
        />
      </Section>
      <Group className={classes.submit} justify="flex-end">
        <Button variant="default" onClick={() => void navigate(address, { replace: true })}>
          {COMMON.cancel}
        </Button>
        <Button type="submit" loading={command.isPending}>
          {EDITION.submit}
        </Button>
      </Group>
    </form>
  );
}
