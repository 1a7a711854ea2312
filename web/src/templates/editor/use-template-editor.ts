import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useSignedIn } from '../../api/session.js';
import type { Template, TemplateText } from '../../api/types.js';
import { useSaveTemplate } from '../../api/templates.js';
import { TEMPLATE_EDITOR } from '../../fr.js';
import { clearDraft, loadDraft, saveDraft } from '../../lib/draft-storage.js';
import { isConflict as isConflictError, textFaults } from './template-faults.js';
import { readTyped, shownTemplate, typedOn } from './typed-template.js';

const SAVE_PAUSE_MS = 300;

export type TemplateEditor = ReturnType<typeof useTemplateEditor>;

/** The text of a template as it is written; it survives a reload, a lost network and somebody else's saving. */
export function useTemplateEditor(template: Template) {
  const { user } = useSignedIn();
  const { code, channel, version: savedVersion } = template.row;
  const draftName = `template.${user.id}.${channel}.${code}`;
  const [found] = useState(() => readTyped(loadDraft(draftName)));
  const [typed, setTyped] = useState(found);
  // Counts what replaces the whole text, for editors that hold their own.
  const [epoch, setEpoch] = useState(0);
  const save = useSaveTemplate(template.row);
  const { text, version, isTyped, isConflict } = shownTemplate(template, typed);

  useEffect(() => {
    const keep = (): void => (typed ? saveDraft(draftName, typed) : clearDraft(draftName));
    const timer = setTimeout(keep, SAVE_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      keep();
    };
  }, [draftName, typed]);

  const restart = (): void => {
    setTyped(undefined);
    setEpoch((count) => count + 1);
    save.reset();
  };
  const submit = (): void => {
    if (save.isPending || isConflict) return;
    save.mutate(
      { text, version },
      {
        onSuccess: () => {
          restart();
          notifications.show({ message: TEMPLATE_EDITOR.saved });
        },
      },
    );
  };

  return {
    id: template.row,
    text,
    isTyped,
    isConflict,
    isRestored: isTyped && found !== undefined && typed === found,
    isSaving: save.isPending,
    faults: textFaults(save.error),
    /** A conflict is told apart, once the other text is here. */
    error: isConflictError(save.error) ? null : save.error,
    /** Changes whenever the text is another than the one that was typed into. */
    textId: `${version}.${epoch}`,
    change: (part: Partial<TemplateText>) => setTyped((now) => typedOn(template, now, part)),
    submit,
    restart,
    keepMine: () => setTyped((now) => now && { ...now, version: savedVersion }),
  };
}
