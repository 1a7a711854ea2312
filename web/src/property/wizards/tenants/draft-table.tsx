import { ActionIcon, Badge } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { useMayWrite } from '../../use-may-write.js';
import { pathOfDraft } from '../plan/paths.js';
import { ColumnHeads } from '../../../ui/column-heads.js';
import { DeleteDraft } from './delete-draft.js';
import { stepName } from './names.js';

export interface DraftColumn {
  title: string;
  cell: (draft: DraftRow) => ReactNode;
}

interface Props {
  label: string;
  drafts: readonly DraftRow[];
  /** The first leads to the draft. */
  columns: readonly DraftColumn[];
  nameOf: (draft: DraftRow) => string;
}

/** Where a draft stopped; or that nothing lacks. */
export const stepColumn = (title: string): DraftColumn => ({
  title,
  cell: ({ complete, wizard, resumeStep }) =>
    complete ? <Badge color="green.9">{DRAFTS.complete}</Badge> : stepName(wizard, resumeStep),
});

/** Who works on it. */
export const WHO: DraftColumn = {
  title: DRAFTS.columns.who,
  cell: ({ presences }) => presences.map(({ user }) => user?.name).join(', '),
};

/** Drafts: resumed by the link, or by a double click on the row; deleted by the bin. */
export function DraftTable({ label, drafts, columns, nameOf }: Props) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const [doomed, setDoomed] = useState<DraftRow>();
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <ColumnHeads of={columns.map(({ title }) => title)} />
            <th />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <tr key={draft.id} onDoubleClick={() => void navigate(pathOfDraft(draft.id))}>
              {columns.map(({ title, cell }, at) => (
                <td key={title} data-label={at === 0 ? undefined : title}>
                  {cell(draft)}
                </td>
              ))}
              <td className={classes.tool}>
                {mayWrite && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={DRAFTS.delete(nameOf(draft))}
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
