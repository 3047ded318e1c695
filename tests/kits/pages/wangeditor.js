import { createEditor } from '@wangeditor/editor';
import '@wangeditor/editor/dist/css/style.css';

export function mount(place) {
  const holder = document.createElement('div');
  holder.style.height = '120px';
  place.append(holder);
  // Its bar over a selection would lie where the test clicks.
  const config = { hoverbarKeys: { text: { menuKeys: [] } } };
  const editor = createEditor({ selector: holder, html: '<p><br></p>', mode: 'simple', config });
  return {
    box: () => holder.querySelector('[data-slate-editor]'),
    text: () => editor.getText(),
    clear: () => editor.clear(),
  };
}
