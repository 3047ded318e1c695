import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

export function mount(place) {
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      extensions: [history(), keymap.of([...historyKeymap, ...standardKeymap]), EditorView.lineWrapping],
    }),
  });
  return {
    box: () => view.contentDOM,
    text: () => view.state.doc.toString(),
    clear: () => view.dispatch({ changes: { from: 0, to: view.state.doc.length } }),
  };
}
