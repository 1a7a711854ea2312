import { UPLOAD_LIMITS } from '@intervia/rules';
import { Button, Group, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { simulateDraft } from '../api/delivery.js';
import { documentsOf } from '../api/uploads/upload-queue.js';
import { SimulationButton } from '../simulation/simulation-button.js';
import { CREATION, UPLOADS } from '../fr.js';
import { ErrorSummary } from '../forms/error-summary.js';
import classes from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { useSubmission } from '../forms/use-submission.js';
import { useModule } from '../layout/use-module.js';
import { BackToList } from '../layout/back-to-list.js';
import { UploadField } from '../ui/uploads/upload-field.js';
import { useUploadQueue } from '../ui/uploads/use-uploads.js';
import { ArrivedChoices } from './arrived-choices.js';
import { ContractorsSection } from './sections/contractors-section.js';
import { DescriptionSection } from './sections/description-section.js';
import { OptionsSection } from './sections/options-section.js';
import { PeopleSection } from './sections/people-section.js';
import { RemindersSection } from './sections/reminders-section.js';
import { RequestSection } from './sections/request-section.js';
import { draftStore } from './draft/draft-store.js';
import type { DraftOwner } from './draft/draft-store.js';
import { toRequest } from './draft/draft-request.js';
import type { StoredDraft } from './draft/draft.js';
import { useDraftForm } from './draft/use-draft-form.js';
import { useSending } from './use-sending.js';

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

export function CreationForm({ purpose, stored: begun, owner, onDiscard }: Props) {
  const { path, module } = useModule();
  const { stored, create, sent, hasArrived, onLook } = useSending(begun, purpose.pendingId, path);
  const navigate = useNavigate();
  const queue = useUploadQueue(UPLOAD_LIMITS.files, stored.documents);
  const form = useDraftForm(owner, stored, queue);
  const { isFine, onSubmit, summary, uploadError } = useSubmission({
    form,
    queue,
    mutation: create,
    command: (documents) => sent(toRequest(form.values, module, documents)),
    onDone: (ticket) => {
      if (!ticket) return;
      draftStore.end(owner, stored.key);
      notifications.show({ message: purpose.done(ticket.number) });
      void navigate(`/tickets/${path}/${ticket.id}`, { replace: true });
    },
    title: CREATION.errorSummary,
  });

  const simulation = () => {
    if (!isFine()) return undefined;
    const draft = toRequest(form.values, module, documentsOf(queue.items));
    return () => simulateDraft({ ...draft, preTicket: purpose.pendingId !== undefined });
  };

  return (
    <form className={classes.page} noValidate onSubmit={onSubmit}>
      <BackToList path={path} />
      <Title order={1} size="h3" mb="sm">
        {purpose.title}
      </Title>
      {purpose.hint && <p className={classes.hint}>{purpose.hint}</p>}
      <ErrorSummary
        {...summary}
        choices={
          hasArrived && (
            <ArrivedChoices
              onLook={onLook}
              list={`/tickets/${path}`}
              onSendAnother={purpose.pendingId ? undefined : summary.onRetry}
            />
          )
        }
      />
      <Section title={CREATION.parts.top}>
        <RequestSection form={form} />
      </Section>
      <Section title={CREATION.parts.centre}>
        <DescriptionSection form={form} pendingId={purpose.pendingId} />
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
          maximum={UPLOAD_LIMITS.files}
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
