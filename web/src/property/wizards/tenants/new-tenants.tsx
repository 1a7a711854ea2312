import { ActionIcon, Badge, Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { useDeleteDraft } from '../../api/drafts.js';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS, LEAVE, TENANTS, WIZARD } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { useMayWrite } from '../../use-may-write.js';
import { DeleteDraft, stepName } from './draft-list.js';
import { pathOfDraft } from '../plan/paths.js';
import type { useValidateTenants } from './validate-tenants.js';

interface Props {
  drafts: readonly DraftRow[];
  validate: ReturnType<typeof useValidateTenants>;
  onLeft: () => void;
}

/** Manual: the units chosen, their "nouveau locataire", and "Valider les nouveaux locataires". */
export function NewTenants({ drafts, validate, onLeft }: Props) {
  const mayWrite = useMayWrite();
  const [doomed, setDoomed] = useState<DraftRow>();
  const [leaves, setLeaves] = useState(false);
  const complete = drafts.filter((draft) => draft.complete);
  return (
    <>
      <DraftTable drafts={drafts} onDelete={setDoomed} />
      <Group className={classes.bar}>
        <Button variant="default" onClick={() => setLeaves(true)}>
          {WIZARD.leave}
        </Button>
        <span className={classes.count}>{complete.length === 0 && TENANTS.validateNone}</span>
        <Button
          disabled={complete.length === 0 || !mayWrite}
          loading={validate.isPending}
          onClick={() => validate.mutate(complete)}
        >
          {TENANTS.validate}
        </Button>
      </Group>
      {doomed && <DeleteDraft draft={doomed} onClose={() => setDoomed(undefined)} />}
      {leaves && <LeaveAll drafts={drafts} onClose={() => setLeaves(false)} onLeft={onLeft} />}
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
                  <IconTrash size={18} aria-hidden />
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
