import { UPLOAD_LIMITS } from '@intervia/rules';
import { Button, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ProblemError } from '../api/http/problem.js';
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
import { ClashNotice } from './clash-notice.js';
import type { Clash } from './clash-notice.js';
import { DescriptionSection } from './sections/description-section.js';
import { checkChanges } from './draft/draft-check.js';
import { toUpdate } from './draft/draft-request.js';
import { draftStore } from './draft/draft-store.js';
import { draftOfTicket, isTyped } from './draft/draft.js';
import { mergeDrafts } from './draft/merge-drafts.js';
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
  const readAgain = async () => (await refetch()).data;
  if (ticket) return <EditForm key={ticket.id} ticket={ticket} readAgain={readAgain} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

const lastEntryOf = ({ history }: Ticket): string => history.at(-1)?.id ?? '';

function lastWriterOf({ history }: Ticket, fields: readonly string[]): string {
  const change = history.findLast(
    ({ fact, text }) => fact === 'TicketUpdated' && text.split(', ').some((field) => fields.includes(field)),
  );
  return change?.actor.name ?? '';
}

interface Props {
  ticket: Ticket;
  readAgain: () => Promise<Ticket | undefined>;
}

function EditForm({ ticket, readAgain }: Props) {
  const { path, module } = useModule();
  const navigate = useNavigate();
  const begin = () => draftOfTicket(ticket, '');
  const { draft, owner, rebase } = useStoredDraft(`edit.${ticket.id}`, begin, lastEntryOf(ticket));
  const { key, base = draft.values, readUntil } = draft;
  const [clash, setClash] = useState<Clash>();
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
      if (Object.keys(body).length === 0) return undefined;
      return {
        method: 'PATCH' as const,
        path: '',
        body: { ...body, readUntilEntryId: readUntil || undefined },
        key,
      };
    },
    onDone: (changed) => {
      if (changed) notifications.show({ message: EDITION.done });
      leave();
    },
    title: SUBMISSION.unsaved,
    onRefused: (error) => {
      if (error instanceof ProblemError && error.code === 'TICKET_CHANGED_MEANWHILE') void showClash(error);
    },
  });
  const showClash = async ({ fields }: ProblemError): Promise<void> => {
    const now = await readAgain();
    if (!now) return;
    const theirs = draftOfTicket(now, '');
    const names = fields.map(({ field }) => field);
    setClash({ by: lastWriterOf(now, names), fields: names, theirs, readUntil: lastEntryOf(now) });
  };
  const settle = ({ theirs, readUntil: read }: Clash, taken: ReadonlySet<string>): void => {
    form.setValues(mergeDrafts({ base, mine: form.values, theirs }, taken));
    form.clearErrors();
    command.reset();
    rebase({ base: theirs, readUntil: read });
    setClash(undefined);
  };

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
      {clash && <ClashNotice clash={clash} mine={form.values} onChoose={(taken) => settle(clash, taken)} />}
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
