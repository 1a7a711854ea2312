import { Button, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../api/http/problem.js';
import type { Channel, Template } from '../api/types.js';
import { useTemplate } from '../api/templates.js';
import pageClasses from '../forms/forms.module.css';
import { COMMON, TEMPLATE_EDITOR, TEMPLATES } from '../fr.js';
import layoutClasses from '../layout/layout.module.css';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ConflictNotice } from './editor/conflict-notice.js';
import { MailEditor } from './editor/mail-editor.js';
import { ResetDialog } from './reset-dialog.js';
import { SmsEditor } from './editor/sms-editor.js';
import { codeAt } from './template-address.js';
import { useTemplateEditor } from './editor/use-template-editor.js';

/** Manual, "Exemple pour un modèle d'email": one template, to be changed. */
export default function TemplatePage({ channel }: { channel: Channel }) {
  const { code: address = '' } = useParams();
  const code = codeAt(address);
  const { data: template, error, refetch } = useTemplate({ code, channel });
  useDocumentTitle(`${template?.row.title ?? TEMPLATES.titles[channel]} · ${COMMON.product}`);
  if (template) return <OneTemplate key={template.row.code} template={template} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function OneTemplate({ template }: { template: Template }) {
  const { channel, title, changed } = template.row;
  const editor = useTemplateEditor(template);
  const [isResetting, setResetting] = useState(false);
  return (
    <div className={pageClasses.page}>
      <Link to=".." relative="path" className={layoutClasses.back}>
        <IconArrowLeft size={16} aria-hidden /> {TEMPLATES.back}
      </Link>
      <Title order={1} size="h3" mb="sm">
        {title}
      </Title>
      {editor.error && (
        <ErrorNotice
          error={editor.error}
          onRetry={editor.error instanceof ProblemError ? undefined : editor.submit}
        />
      )}
      {editor.isConflict && <ConflictNotice template={template} editor={editor} />}
      {editor.isRestored && !editor.isConflict && (
        <p role="status" className={pageClasses.hint}>
          {TEMPLATE_EDITOR.restored}
        </p>
      )}
      {channel === 'MAIL' ? (
        <MailEditor template={template} editor={editor} />
      ) : (
        <SmsEditor template={template} editor={editor} />
      )}
      <Group className={pageClasses.submit} justify="flex-end">
        {changed && (
          <Button variant="default" mr="auto" onClick={() => setResetting(true)}>
            {TEMPLATES.resetSubmit}
          </Button>
        )}
        {editor.isTyped && (
          <Button variant="subtle" color="gray" onClick={editor.restart}>
            {TEMPLATE_EDITOR.revert}
          </Button>
        )}
        <Button
          loading={editor.isSaving}
          disabled={!editor.isTyped || editor.isConflict}
          onClick={editor.submit}
        >
          {TEMPLATE_EDITOR.save}
        </Button>
      </Group>
      {isResetting && (
        <ResetDialog row={template.row} onDone={editor.restart} onClose={() => setResetting(false)} />
      )}
    </div>
  );
}
