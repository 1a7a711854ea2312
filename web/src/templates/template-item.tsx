import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { TemplateRow } from '../api/types.js';
import { TEMPLATES } from '../fr.js';
import { formatDay } from '../lib/dates.js';
import { addressOf } from './template-address.js';
import classes from './templates.module.css';

interface Props {
  row: TemplateRow;
  onReset: () => void;
}

/** A template with its two pictograms (manual, "Pictogrammes"). */
export function TemplateItem({ row, onReset }: Props) {
  const { code, title, changed, savedAt, savedBy } = row;
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <Link to={addressOf(code)}>{title}</Link>
        {changed && (
          <div className={classes.changed}>
            <span>{TEMPLATES.changed}</span> {TEMPLATES.savedBy(formatDay(savedAt), savedBy)}
          </div>
        )}
      </div>
      {changed && (
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={TEMPLATES.reset(title)}
          title={TEMPLATES.reset(title)}
          onClick={onReset}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        component={Link}
        to={addressOf(code)}
        variant="default"
        size="lg"
        aria-label={TEMPLATES.edit(title)}
        title={TEMPLATES.edit(title)}
      >
        <IconPencil size={18} />
      </ActionIcon>
    </li>
  );
}
