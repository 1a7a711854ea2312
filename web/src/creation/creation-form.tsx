import { Button, Group, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { simulateDraft } from '../api/delivery.js';
import { NetworkError, ProblemError } from '../api/problem.js';
import { useSendDraft } from '../api/tickets.js';
import { MAX_FILES } from '../api/upload-limits.js';
import { documentsOf, isUnfinished } from '../api/upload-queue.js';
import { SimulationButton } from '../delivery/simulation-button.js';
import { CREATION, CREATION_ERRORS, UPLOADS } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { BackToList } from '../layout/back-to-list.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import classes from './creation.module.css';
import { ContractorsSection } from './contractors-section.js';
import { DescriptionSection } from './description-section.js';
import { ErrorSummary } from './error-summary.js';
import { OptionsSection } from './options-section.js';
import { PeopleSection } from './people-section.js';
import { RemindersSection } from './reminders-section.js';
import { RequestSection } from './request-section.js';
import { Section } from './section.js';
import { draftStore } from './draft-store.js';
import { faultsOf } from './faults-of.js';
import type { DraftOwner } from './draft-store.js';
import { toRequest } from './draft-request.js';
import type { StoredDraft } from './draft.js';
import { useDraftForm } from './use-draft-form.js';

/** What the same form is for: a new ticket, or a "?" to be validated. */
export interface Purpose {
  title: string;
  hint?: string;
  submit: string;
  done: (number: number) => string;
  /** Of the "?". */
  pendingId?: string;
  /** What else may be done, beside the form's own buttons. */
  aside?: ReactNode;
  /** Said above the attachments. */
  keptDocuments?: string;
}

interface Props {
  purpose: Purpose;
  stored: StoredDraft;
  owner: DraftOwner;
  onDiscard: () => void;
}

export function CreationForm({ purpose, stored, owner, onDiscard }: Props) {
  const { path, module } = useModule();
  const navigate = useNavigate();
  const queue = useUploadQueue(MAX_FILES, stored.documents);
  const form = useDraftForm(owner, stored, queue);
  const create = useSendDraft(purpose.pendingId);
  const summaryRef = useRef<HTMLDivElement>(null);
  const [uploadError, setUploadError] = useState<string>();
  const showFaults = (): void => {
    requestAnimationFrame(() => summaryRef.current?.focus());
  };

  const simulation = () => {
    create.reset();
    if (form.validate().hasErrors) return void showFaults();
    const draft = toRequest(form.values, module, documentsOf(queue.items));
    return () => simulateDraft({ ...draft, preTicket: purpose.pendingId !== undefined });
  };

  const submit = (): void => {
    if (create.isPending) return;
    const uploads = isUnfinished(queue.items) ? CREATION_ERRORS.uploads : undefined;
    setUploadError(uploads);
    create.reset();
    if (form.validate().hasErrors || uploads) return showFaults();
    const draft = toRequest(form.values, module, documentsOf(queue.items));
    create.mutate(
      { draft, key: stored.key },
      {
        onSuccess: (ticket) => {
          draftStore.clear(owner);
          notifications.show({ message: purpose.done(ticket.number) });
          void navigate(`/tickets/${path}/${ticket.id}`, { replace: true });
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
      <BackToList path={path} />
      <Title order={1} size="h3" mb="sm">
        {purpose.title}
      </Title>
      {purpose.hint && <p className={classes.hint}>{purpose.hint}</p>}
      <ErrorSummary
        ref={summaryRef}
        errors={form.errors}
        uploadError={uploadError}
        error={create.error}
        onRetry={create.error instanceof NetworkError ? submit : undefined}
      />
      <Section title={CREATION.parts.top}>
        <RequestSection form={form} />
      </Section>
      <Section title={CREATION.parts.centre}>
        <DescriptionSection form={form} />
      </Section>
      <Section title={CREATION.parts.bottom}>
        <OptionsSection form={form} />
        <ContractorsSection form={form} />
        <PeopleSection form={form} list="contacts" title={CREATION.contacts} />
        <PeopleSection form={form} list="notified" title={CREATION.notified} />
        <RemindersSection form={form} />
        {purpose.keptDocuments && <p className={classes.hint}>{purpose.keptDocuments}</p>}
        <UploadField
          label={CREATION.attachments}
          description={UPLOADS.limits}
          queue={queue}
          maximum={MAX_FILES}
          error={uploadError ?? form.errors['attachmentIds']}
        />
      </Section>
      <Group className={classes.submit} justify="flex-end">
        {purpose.aside}
        <Button variant="subtle" color="gray" onClick={onDiscard}>
          {CREATION.discard}
        </Button>
        <SimulationButton prepare={simulation} />
        <Button type="submit" loading={create.isPending}>
          {purpose.submit}
        </Button>
      </Group>
    </form>
  );
}
