import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { Template } from '../../api/types.js';
import { Section } from '../../forms/section.js';
import { SMS_EDITOR, TEMPLATE_PREVIEW } from '../../fr.js';
import { PreviewControls } from '../preview/preview-controls.js';
import { PreviewFault } from '../preview/preview-fault.js';
import { SmsCounter } from './sms-counter.js';
import classes from '../templates.module.css';
import { usePreview } from '../preview/use-preview.js';
import type { TemplateEditor } from './use-template-editor.js';

interface Props {
  template: Template;
  editor: TemplateEditor;
}

/** Manual, "Exemple pour un modèle de SMS". */
export function SmsEditor({ template, editor }: Props) {
  const { text, faults, change } = editor;
  const preview = usePreview(editor);
  const { data, error } = preview;
  const counterId = useId();
  return (
    <>
      <Section title={SMS_EDITOR.title}>
        <Textarea
          label={SMS_EDITOR.body}
          description={SMS_EDITOR.added}
          required
          autosize
          minRows={2}
          maxRows={10}
          value={text.body}
          error={faults.body}
          aria-describedby={counterId}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <div id={counterId} aria-busy={preview.isBehind}>
          {data?.count && (
            <SmsCounter
              count={data.count}
              before={template.count}
              isTyped={editor.isTyped}
              onReplace={(body) => change({ body })}
            />
          )}
        </div>
        {error && <PreviewFault error={error} />}
        <details>
          <summary>{SMS_EDITOR.explainedTitle}</summary>
          <ul className={classes.explained}>
            {SMS_EDITOR.explained.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </Section>
      <Section title={TEMPLATE_PREVIEW.title}>
        <PreviewControls editor={editor} preview={preview} />
        {data && <p className={`${classes.bubble} pre`}>{data.text}</p>}
      </Section>
    </>
  );
}
