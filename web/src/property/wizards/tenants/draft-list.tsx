import { ActionIcon, Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatMoment } from '../../../lib/dates.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { useDeleteDraft } from '../../api/drafts.js';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS } from '../../fr/wizards.js';
import { useMayWrite } from '../../use-may-write.js';
import classes from '../../pages/pages.module.css';
import { pathOfDraft } from '../plan/paths.js';
import { railOf } from '../plan/plan.js';
import type { StepCode, WizardCode } from '../plan/wizard.js';

/** Drafts, newest first: resumed by a click or a double click on the row, deleted by the bin. */
export function DraftList({ title, drafts }: { title: string; drafts: readonly DraftRow[] }) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const [doomed, setDoomed] = useState<DraftRow>();
  if (drafts.length === 0) return <p className={classes.lead}>{DRAFTS.empty}</p>;
  return (
    <>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{DRAFTS.columns.title}</th>
            <th scope="col">{DRAFTS.columns.step}</th>
            <th scope="col">{DRAFTS.columns.saved}</th>
            <th scope="col">{DRAFTS.columns.who}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr key={draft.id} onDoubleClick={() => void navigate(pathOfDraft(draft.id))}>
              <td>
                <Link to={pathOfDraft(draft.id)}>{nameOfDraft(draft)}</Link>
                {draft.about && <span className={classes.soft}> {draft.about}</span>}
              </td>
              <td data-label={DRAFTS.columns.step}>
                {draft.complete ? (
                  <Badge color="green.9">{DRAFTS.complete}</Badge>
                ) : (
                  stepName(draft.wizard, draft.resumeStep)
                )}
              </td>
              <td data-label={DRAFTS.columns.saved}>
                {[formatMoment(draft.savedAt), draft.savedBy?.name].filter(Boolean).join(', ')}
              </td>
              <td data-label={DRAFTS.columns.who}>
                {draft.presences.map(({ user }) => user?.name).join(', ')}
              </td>
              <td className={classes.tool}>
                {mayWrite && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={DRAFTS.delete(nameOfDraft(draft))}
                    onClick={() => setDoomed(draft)}
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {doomed && <DeleteDraft draft={doomed} onClose={() => setDoomed(undefined)} />}
    </>
  );
}

/** The bin, with its question. */
export function DeleteDraft({ draft, onClose }: { draft: DraftRow; onClose: () => void }) {
  const remove = useDeleteDraft();
  return (
    <ConfirmDialog
      title={DRAFTS.deleteTitle}
      text={DRAFTS.deleteText(nameOfDraft(draft))}
      confirm={DRAFTS.deleteConfirm}
      isFinal
      isPending={remove.isPending}
      error={remove.error && <ErrorNotice error={remove.error} />}
      onConfirm={() =>
        // With the last draft its list goes, and this dialog with it.
        void remove.mutateAsync(draft.id).then(
          () => {
            notifications.show({ message: DRAFTS.deleted });
            onClose();
          },
          () => undefined,
        )
      }
      onClose={onClose}
    />
  );
}

export function nameOfDraft({ title }: Pick<DraftRow, 'title'>): string {
  return title || DRAFTS.untitled;
}

/** "3. Mandat" */
export function stepName(wizard: WizardCode, code: StepCode | undefined): string {
  const found = railOf(wizard).find(({ screens }) => screens.some(({ step }) => step === code));
  return found ? `${found.number}. ${found.short}` : '';
}
