import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  const editor = new Editor({ element: holder, extensions: [StarterKit] });
  return {
    box: () => holder.querySelector('.ProseMirror'),
    text: () => editor.getText({ blockSeparator: '\n' }),
    clear: () => editor.commands.clearContent(),
  };
}
