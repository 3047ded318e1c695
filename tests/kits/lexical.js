import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createParagraphNode, $getRoot, createEditor } from 'lexical';

/** A Lexical editor with `register`'s behaviour (plain or rich text) and a history. */
export function lexical(place, register) {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  place.append(box);
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(box);
  register(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const empty = () => {
    const paragraph = $createParagraphNode();
    $getRoot().clear().append(paragraph);
    paragraph.select();
  };
  const clear = () => editor.update(empty, { discrete: true });
  clear();
  const lines = () =>
    $getRoot()
      .getChildren()
      .map((child) => child.getTextContent())
      .join('\n');
  return { box: () => box, text: () => editor.getEditorState().read(lines), clear };
}
