import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Template, TemplateVariable } from '../../api/types.js';
import { Section } from '../../forms/section.js';
import { TEMPLATE_EDITOR } from '../../fr.js';
import type { Insertion } from '../../ui/rich-text/insertion.js';
import { RichTextInput } from '../../ui/rich-text/rich-text-input.js';
import { MailPreview } from '../preview/mail-preview.js';
import { inserted } from './typed-template.js';
import type { TemplateEditor } from './use-template-editor.js';
import { VariableList } from './variable-list.js';
import classes from '../templates.module.css';

interface Props {
  template: Template;
  editor: TemplateEditor;
}

/** Manual, "Exemple pour un modèle d'email": subject and text at the left, variables at the right. */
export function MailEditor({ template, editor }: Props) {
  const { text, faults, change } = editor;
  const subjectRef = useRef<HTMLInputElement>(null);
  const bodyRef = useRef<Insertion>(null);
  // Where the cursor was last: a click on a variable takes the focus away.
  const [target, setTarget] = useState<'subject' | 'body'>('body');
  const [announcement, setAnnouncement] = useState('');

  const insert = (variable: TemplateVariable): void => {
    if (target === 'subject') insertIntoSubject(variable.insert);
    else bodyRef.current?.insert(variable.insert);
    setAnnouncement(TEMPLATE_EDITOR.inserted(variable.label, target));
  };
  const insertIntoSubject = (variable: string): void => {
    const input = subjectRef.current;
    if (!input) return;
    const end = text.subject.length;
    const next = inserted(text.subject, variable, input.selectionStart ?? end, input.selectionEnd ?? end);
    change({ subject: next.text });
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(next.cursor, next.cursor);
    });
  };

  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        <Section title={TEMPLATE_EDITOR.text}>
          <TextInput
            ref={subjectRef}
            label={TEMPLATE_EDITOR.subject}
            description={TEMPLATE_EDITOR.subjectHint}
            required
            value={text.subject}
            error={faults.subject}
            onFocus={() => setTarget('subject')}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <RichTextInput
            key={editor.textId}
            ref={bodyRef}
            use="mail"
            label={TEMPLATE_EDITOR.body}
            value={text.body}
            error={faults.body}
            onFocus={() => setTarget('body')}
            onChange={(body) => change({ body })}
          />
          <p className={classes.hint}>{TEMPLATE_EDITOR.conditions}</p>
        </Section>
      </div>
      <VariableList
        variables={template.variables}
        target={target}
        announcement={announcement}
        onInsert={insert}
      />
      <div className={classes.fields}>
        <MailPreview editor={editor} />
      </div>
    </div>
  );
}
