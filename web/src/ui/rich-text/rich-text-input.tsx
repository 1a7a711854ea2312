import { Input, Textarea } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import type { ReactNode, Ref } from 'react';
import type { Insertion } from './insertion.js';
import type { RichTextUse } from './rich-text-editor.js';

interface Props {
  label: string;
  value: string;
  error?: ReactNode;
  /** Default: a note. */
  use?: RichTextUse;
  ref?: Ref<Insertion>;
  onFocus?: () => void;
  onChange: (html: string) => void;
}

const RichTextEditor = lazy(() => import('./rich-text-editor.js'));

/** The editor is the heaviest part of the extranet: it is fetched when somebody writes. */
export function RichTextInput({ label, value, error, use = 'note', ...others }: Props) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} required error={error}>
      <Suspense fallback={<Textarea aria-labelledby={id} disabled minRows={5} rows={5} />}>
        <RichTextEditor labelId={id} html={value} use={use} {...others} />
      </Suspense>
    </Input.Wrapper>
  );
}
