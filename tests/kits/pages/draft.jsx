import { ContentState, Editor, EditorState } from 'draft-js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'draft-js/dist/Draft.css';

let state;
let change;

function Box() {
  const [value, setValue] = useState(() => EditorState.createEmpty());
  state = value;
  change = setValue;
  return <Editor editorState={value} onChange={setValue} placeholder="请输入" />;
}

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  createRoot(holder).render(<Box />);
  return {
    box: () => holder.querySelector('[contenteditable]'),
    text: () => state.getCurrentContent().getPlainText('\n'),
    clear: () => {
      const empty = EditorState.push(state, ContentState.createFromText(''), 'remove-range');
      change(EditorState.moveFocusToEnd(empty));
    },
  };
}
