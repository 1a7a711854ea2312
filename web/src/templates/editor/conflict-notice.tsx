import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Template } from '../../api/types.js';
import { TEMPLATE_EDITOR } from '../../fr.js';
import { formatMoment } from '../../lib/dates.js';
import { RichText } from '../../ui/rich-text/rich-text.js';
import type { TemplateEditor } from './use-template-editor.js';
import classes from '../templates.module.css';

interface Props {
  /** As the other one saved it. */
  template: Template;
  editor: TemplateEditor;
}

/** Two wrote at once: the second decides with both texts before the eyes. */
export function ConflictNotice({ template: { row, text }, editor }: Props) {
  return (
    <Alert color="orange" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
      <Stack gap="xs">
        {TEMPLATE_EDITOR.conflict(row.savedBy, formatMoment(row.savedAt))}
        <details>
          <summary>{TEMPLATE_EDITOR.theirs}</summary>
          {text.subject && <p className={classes.subject}>{text.subject}</p>}
          {row.channel === 'MAIL' ? <RichText html={text.body} /> : <p className="pre">{text.body}</p>}
        </details>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={editor.restart}>
            {TEMPLATE_EDITOR.takeTheirs}
          </Button>
          <Button size="xs" onClick={editor.keepMine}>
            {TEMPLATE_EDITOR.keepMine}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
