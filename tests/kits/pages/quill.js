import Quill from 'quill';
import 'quill/dist/quill.snow.css';

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  const quill = new Quill(holder, { theme: 'snow', modules: { toolbar: false } });
  return {
    box: () => quill.root,
    text: () => quill.getText().replace(/\n$/, ''),
    clear: () => quill.setText(''),
  };
}
