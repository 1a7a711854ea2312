import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { useDeleteDraft } from '../../api/drafts.js';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS, LEAVE, TENANTS, WIZARD } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { useMayWrite } from '../../use-may-write.js';
import { pathOfDraft } from '../plan/paths.js';
import { DraftTable, stepColumn, WHO } from './draft-table.js';
import type { DraftColumn } from './draft-table.js';
import type { useValidateTenants } from './validate-tenants.js';

interface Props {
  drafts: readonly DraftRow[];
  validate: ReturnType<typeof useValidateTenants>;
  onLeft: () => void;
}

const COLUMNS: readonly DraftColumn[] = [
  {
    title: TENANTS.columns.unit,
    cell: ({ id, about }) => (
      <Link to={pathOfDraft(id)} aria-label={TENANTS.openOne(about)}>
        {about}
      </Link>
    ),
  },
  { title: TENANTS.columns.present, cell: ({ presentTenants }) => presentTenants || TENANTS.vacant },
  { title: TENANTS.columns.new, cell: ({ title }) => title || TENANTS.notYet },
  stepColumn(TENANTS.columns.step),
  WHO,
];

/** Manual: the units chosen, their "nouveau locataire", and "Valider les nouveaux locataires". */
export function NewTenants({ drafts, validate, onLeft }: Props) {
  const mayWrite = useMayWrite();
  const [leaves, setLeaves] = useState(false);
  const complete = drafts.filter((draft) => draft.complete);
  return (
    <>
      <DraftTable
        label={DRAFTS.title.TENANT}
        drafts={drafts}
        columns={COLUMNS}
        nameOf={({ title, about }) => title || about}
      />
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
      {leaves && <LeaveAll drafts={drafts} onClose={() => setLeaves(false)} onLeft={onLeft} />}
    </>
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
