import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  const editor = withHistory(withReact(createEditor()));
  const empty = [{ type: 'paragraph', children: [{ text: '' }] }];
  createRoot(holder).render(
    <Slate editor={editor} initialValue={empty}>
      <Editable placeholder="请输入" />
    </Slate>,
  );
  return {
    box: () => holder.querySelector('[data-slate-editor]'),
    text: () => editor.children.map((node) => Node.string(node)).join('\n'),
    clear: () => {
      Transforms.delete(editor, { at: Editor.range(editor, []) });
      while (editor.children.length > 1) Transforms.removeNodes(editor, { at: [1] });
    },
  };
}
