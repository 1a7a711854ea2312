import { ActionIcon, Alert, Badge, Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { errorText } from '../../ui/error-text.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { fetchFinalSave, saveFinally, useDeleteDraft } from '../api/drafts.js';
import { propertyKeys } from '../api/keys.js';
import type { DraftRow, FinalSave } from '../api/types.js';
import { FIELD_FAULTS } from '../fr/forms.js';
import { DRAFTS, FINISHED, LEAVE, TENANTS, WIZARD } from '../fr/wizards.js';
import classes from '../pages/pages.module.css';
import { useMayWrite } from '../use-may-write.js';
import { DeleteDraft, nameOfDraft, stepName } from './draft-list.js';
import { pathOfDraft, PROPERTY } from './paths.js';

const LOOK_MS = 700;

interface Outcome {
  draft: DraftRow;
  save?: FinalSave;
  error?: Error;
}

/** Manual: the units chosen, their "nouveau locataire", and "Valider les nouveaux locataires". */
export function NewTenants({ drafts, onLeft }: { drafts: readonly DraftRow[]; onLeft: () => void }) {
  const mayWrite = useMayWrite();
  const [doomed, setDoomed] = useState<DraftRow>();
  const [leaves, setLeaves] = useState(false);
  const client = useQueryClient();
  const complete = drafts.filter((draft) => draft.complete);
  const validate = useMutation({
    mutationFn: () => Promise.all(complete.map(makeTenant)),
    onSuccess: (outcomes) => {
      const made = outcomes.filter(({ save }) => save?.state === 'DONE').length;
      if (made > 0) notifications.show({ message: TENANTS.made(made) });
      return client.invalidateQueries({ queryKey: propertyKeys.all });
    },
  });
  const outcomes = validate.data ?? [];
  return (
    <>
      <Outcomes outcomes={outcomes} />
      <DraftTable drafts={drafts} onDelete={setDoomed} />
      <Group className={classes.bar}>
        <Button variant="default" onClick={() => setLeaves(true)}>
          {WIZARD.leave}
        </Button>
        <span className={classes.count}>{complete.length === 0 && TENANTS.validateNone}</span>
        <Button
          disabled={complete.length === 0 || !mayWrite}
          loading={validate.isPending}
          onClick={() => validate.mutate()}
        >
          {TENANTS.validate}
        </Button>
      </Group>
      {doomed && <DeleteDraft draft={doomed} onClose={() => setDoomed(undefined)} />}
      {leaves && <LeaveAll drafts={drafts} onClose={() => setLeaves(false)} onLeft={onLeft} />}
    </>
  );
}

/** One tenant by itself: one that is refused keeps nobody out. */
async function makeTenant(draft: DraftRow): Promise<Outcome> {
  try {
    let save = await saveFinally(draft.id, newKey());
    while (save.state === 'RUNNING') {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      save = await fetchFinalSave(draft.id);
    }
    return { draft, save };
  } catch (error) {
    return { draft, error: error instanceof Error ? error : undefined };
  }
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const made = outcomes.flatMap(({ save }) => (save?.state === 'DONE' ? save.files : []));
  const leases = made.filter(({ kind }) => kind === 'LEASE');
  const refused = outcomes.filter(({ save }) => save?.state !== 'DONE');
  return (
    <>
      {leases.length > 0 && (
        <Alert color="green" role="status" mb="sm">
          {TENANTS.made(leases.length)}
          <ul className={classes.plain}>
            {leases.map(({ id, label }) => (
              <li key={id}>
                <Link to={`${PROPERTY}/tenants/${id}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {refused.map(({ draft, save, error }) => (
        <Alert key={draft.id} color="red" role="alert" mb="sm">
          {TENANTS.refused(nameOfDraft(draft))}
          {error && <div>{errorText(error)}</div>}
          {save?.faults.map(({ step, finding }) => (
            <div key={finding.path + finding.code}>
              {FIELD_FAULTS.at(stepName('TENANT', step), finding.detail ?? '')}
            </div>
          ))}
          <Link to={pathOfDraft(draft.id)}>{FINISHED.back}</Link>
        </Alert>
      ))}
    </>
  );
}

function DraftTable({
  drafts,
  onDelete,
}: {
  drafts: readonly DraftRow[];
  onDelete: (draft: DraftRow) => void;
}) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  return (
    <table className={classes.table} aria-label={DRAFTS.title.TENANT}>
      <thead>
        <tr>
          <th scope="col">{TENANTS.columns.unit}</th>
          <th scope="col">{TENANTS.columns.present}</th>
          <th scope="col">{TENANTS.columns.new}</th>
          <th scope="col">{TENANTS.columns.step}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id} onDoubleClick={() => void navigate(pathOfDraft(draft.id))}>
            <td>
              <Link to={pathOfDraft(draft.id)} aria-label={TENANTS.openOne(draft.about)}>
                {draft.about}
              </Link>
            </td>
            <td data-label={TENANTS.columns.present}>{draft.presentTenants || TENANTS.vacant}</td>
            <td data-label={TENANTS.columns.new}>{draft.title || TENANTS.notYet}</td>
            <td data-label={TENANTS.columns.step}>
              {draft.complete ? (
                <Badge color="green.9">{DRAFTS.complete}</Badge>
              ) : (
                stepName('TENANT', draft.resumeStep)
              )}
            </td>
            <td className={classes.tool}>
              {mayWrite && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={DRAFTS.delete(draft.title || draft.about)}
                  onClick={() => onDelete(draft)}
                >
                  <IconTrash size={18} />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LeaveProps {
  drafts: readonly DraftRow[];
  onClose: () => void;
  onLeft: () => void;
}

function LeaveAll({ drafts, onClose, onLeft }: LeaveProps) {
  const [choice, setChoice] = useState('keep');
  const remove = useDeleteDraft();
  const confirm = (): void => {
    if (choice === 'keep') return onLeft();
    void Promise.all(drafts.map(({ id }) => remove.mutateAsync(id))).then(onLeft, () => undefined);
  };
  return (
    <Modal opened onClose={onClose} title={LEAVE.title} closeOnClickOutside={false}>
      <Stack>
        {remove.error && <ErrorNotice error={remove.error} />}
        <Radio.Group value={choice} onChange={setChoice} aria-label={LEAVE.title}>
          <Stack gap="sm">
            <Radio value="keep" label={TENANTS.keepAll} data-autofocus />
            <Radio value="delete" label={TENANTS.deleteAll} />
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {LEAVE.close}
          </Button>
          <Button
            color={choice === 'delete' ? 'red.9' : undefined}
            loading={remove.isPending}
            onClick={confirm}
          >
            {LEAVE.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
