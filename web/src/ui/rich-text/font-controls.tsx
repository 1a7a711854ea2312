import { Group, NativeSelect } from '@mantine/core';
import { useRichTextEditorContext } from '@mantine/tiptap';
import { useEditorState } from '@tiptap/react';
import { RICH_TEXT_FONTS } from '../../fr.js';

/** Fonts that every reader of mails has. */
const FONTS = {
  Arial: 'Arial, Helvetica, sans-serif',
  Georgia: 'Georgia, serif',
  Tahoma: 'Tahoma, Geneva, sans-serif',
  'Times New Roman': "'Times New Roman', Times, serif",
  Verdana: 'Verdana, Geneva, sans-serif',
};
const SIZES = ['12px', '14px', '16px', '18px', '22px', '28px'];

/** Manual, "vous pouvez changer la police". */
export function FontControls() {
  const { editor } = useRichTextEditorContext();
  const style = useEditorState({
    editor,
    selector: ({ editor: now }) => now?.getAttributes('textStyle') as FontStyle | undefined,
  });
  if (!editor) return null;
  const font = style?.fontFamily ?? '';
  const size = style?.fontSize ?? '';
  return (
    <Group gap={6}>
      <NativeSelect
        size="xs"
        aria-label={RICH_TEXT_FONTS.font}
        value={font}
        data={withCurrent(
          [
            { value: '', label: RICH_TEXT_FONTS.defaultFont },
            ...Object.entries(FONTS).map(([label, value]) => ({ value, label })),
          ],
          font,
        )}
        onChange={({ currentTarget: { value } }) => {
          const chain = editor.chain().focus();
          (value ? chain.setFontFamily(value) : chain.unsetFontFamily()).run();
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={RICH_TEXT_FONTS.size}
        value={size}
        data={withCurrent(
          [
            { value: '', label: RICH_TEXT_FONTS.defaultSize },
            ...SIZES.map((value) => ({ value, label: value.replace('px', '') })),
          ],
          size,
        )}
        onChange={({ currentTarget: { value } }) => {
          const chain = editor.chain().focus();
          (value ? chain.setFontSize(value) : chain.unsetFontSize()).run();
        }}
      />
    </Group>
  );
}

interface FontStyle {
  fontFamily?: string | null;
  fontSize?: string | null;
}

interface Choice {
  value: string;
  label: string;
}

/** A pasted text may have what the list lacks. */
function withCurrent(choices: Choice[], value: string): Choice[] {
  return choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
}
