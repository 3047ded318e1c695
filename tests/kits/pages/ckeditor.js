import { ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';

function textIn(node) {
  if (node.is('$text')) return node.data;
  if (node.is('element', 'softBreak')) return '\n';
  return [...node.getChildren()].map(textIn).join('');
}

export async function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  const editor = await ClassicEditor.create(holder, { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
  return {
    box: () => editor.editing.view.getDomRoot(),
    text: () => [...editor.model.document.getRoot().getChildren()].map(textIn).join('\n'),
    clear: () => editor.setData(''),
  };
}
