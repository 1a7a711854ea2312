import { Link } from 'react-router';
import { formatMoment } from '../../../lib/dates.js';
import type { DraftRow } from '../../api/types.js';
import { DRAFTS } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { pathOfDraft } from '../plan/paths.js';
import { DraftTable, stepColumn, WHO } from './draft-table.js';
import type { DraftColumn } from './draft-table.js';
import { nameOfDraft } from './names.js';

const COLUMNS: readonly DraftColumn[] = [
  {
    title: DRAFTS.columns.title,
    cell: (draft) => (
      <>
        <Link to={pathOfDraft(draft.id)}>{nameOfDraft(draft)}</Link>
        {draft.about && <span className={classes.soft}> {draft.about}</span>}
      </>
    ),
  },
  stepColumn(DRAFTS.columns.step),
  {
    title: DRAFTS.columns.saved,
    cell: ({ savedAt, savedBy }) => [formatMoment(savedAt), savedBy?.name].filter(Boolean).join(', '),
  },
  WHO,
];

/** Drafts, newest first, with who works on them. */
export function DraftList({ title, drafts }: { title: string; drafts: readonly DraftRow[] }) {
  if (drafts.length === 0) return <p className={classes.lead}>{DRAFTS.empty}</p>;
  return <DraftTable label={title} drafts={drafts} columns={COLUMNS} nameOf={nameOfDraft} />;
}
