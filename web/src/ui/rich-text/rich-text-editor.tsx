import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/Typography.css';
import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import Link from '@tiptap/extension-link';
import { Color, FontFamily, FontSize, TextStyle } from '@tiptap/extension-text-style';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useImperativeHandle } from 'react';
import type { Ref } from 'react';
import { COLOURS, RICH_TEXT } from '../../fr.js';
import { FontControls } from './font-controls.js';
import type { Insertion } from './insertion.js';
import { MarkedVariables } from './marked-variables.js';
import classes from './rich-text.module.css';

/** What a text is for: the server keeps other things of a note than of a mail. */
export type RichTextUse = 'note' | 'mail';

interface Props {
  ref?: Ref<Insertion>;
  use: RichTextUse;
  labelId: string;
  html: string;
  onFocus?: () => void;
  onChange: (html: string) => void;
}

const TEXT = { code: false, codeBlock: false, horizontalRule: false, link: false } as const;
const SHARED = [Link.configure({ openOnClick: false, protocols: ['mailto', 'tel'] }), TextStyle, Color];

/** Bold, italic, underline, strike, colour, lists and links; a note has headings and quotations, a mail has fonts and variables. */
const EXTENSIONS = {
  note: [StarterKit.configure({ ...TEXT, heading: { levels: [3] } }), ...SHARED],
  mail: [
    StarterKit.configure({ ...TEXT, heading: false, blockquote: false }),
    ...SHARED,
    FontFamily,
    FontSize,
    MarkedVariables,
  ],
} satisfies Record<RichTextUse, unknown>;

/** Manual, "Note interne": "ce texte, vous pouvez l'enrichir avec couleurs, gras, etc…"; "Modèles d'emails", likewise. */
export default function TextEditor({ ref, use, labelId, html, onFocus, onChange }: Props) {
  const editor = useEditor({
    extensions: EXTENSIONS[use],
    content: html,
    // A note is opened to be written; a template to be read first.
    autofocus: use === 'note' && 'end',
    onFocus,
    editorProps: {
      attributes: {
        class: classes['text'] ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? '' : changed.getHTML()),
  });
  useImperativeHandle(ref, () => ({
    insert: (text) =>
      editor
        ?.chain()
        .focus()
        .command(({ tr }) => {
          tr.insertText(text);
          return true;
        })
        .run(),
  }));
  return (
    <RichTextEditor editor={editor} labels={RICH_TEXT}>
      <RichTextEditor.Toolbar>
        {use === 'mail' && (
          <RichTextEditor.ControlsGroup>
            <FontControls />
          </RichTextEditor.ControlsGroup>
        )}
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.Strikethrough />
          <RichTextEditor.ClearFormatting />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          {Object.keys(COLOURS).map((colour) => (
            <RichTextEditor.Color key={colour} color={colour} />
          ))}
          <RichTextEditor.UnsetColor />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          {use === 'note' && (
            <>
              <RichTextEditor.H3 />
              <RichTextEditor.Blockquote />
            </>
          )}
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}
