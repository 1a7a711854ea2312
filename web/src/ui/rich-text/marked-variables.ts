import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import classes from './rich-text.module.css';

const TAG = /\{\{.*?\}\}|\{%.*?%\}/g;

/** Shows what the server will replace, without changing the text. */
export const MarkedVariables = Extension.create({
  name: 'markedVariables',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: ({ doc }) => marks(doc) } })],
});

function marks(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    for (const { 0: tag, index } of node.text?.matchAll(TAG) ?? []) {
      const from = position + index;
      const name = tag.startsWith('{{') ? 'variable' : 'condition';
      found.push(Decoration.inline(from, from + tag.length, { class: classes[name] ?? '' }));
    }
  });
  return DecorationSet.create(doc, found);
}
