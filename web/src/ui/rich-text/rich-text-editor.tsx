import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/Typography.css';
import '@mantine/tiptap/styles.css';
import { RichTextEditor } from '@mantine/tiptap';
import Link from '@tiptap/extension-link';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { RICH_TEXT } from '../../fr.js';
import classes from './rich-text.module.css';

interface Props {
  labelId: string;
  html: string;
  onChange: (html: string) => void;
}

/** Dark enough on white (WCAG 1.4.3). */
const COLOURS = ['#17303b', '#a4161a', '#0a4a82', '#1b6b3a', '#7a4a00'];

/** What the server keeps of a note: bold, italic, underline, strike, colour, lists, headings, quotations, links. */
const EXTENSIONS = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    horizontalRule: false,
    heading: { levels: [3] },
    link: false,
  }),
  Link.configure({ openOnClick: false, protocols: ['mailto', 'tel'] }),
  TextStyle,
  Color,
];

/** Manual, "Note interne": "ce texte, vous pouvez l'enrichir avec couleurs, gras, etc…". */
export default function NoteEditor({ labelId, html, onChange }: Props) {
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: html,
    autofocus: 'end',
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
  return (
    <RichTextEditor editor={editor} labels={RICH_TEXT}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.Strikethrough />
          <RichTextEditor.ClearFormatting />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.ColorPicker colors={COLOURS} />
          <RichTextEditor.H3 />
          <RichTextEditor.Blockquote />
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
