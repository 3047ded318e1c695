import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

let text = '';
let change;

function Box() {
  const [value, setValue] = useState('');
  text = value;
  change = setValue;
  return <textarea value={value} onChange={({ target }) => setValue(target.value)} />;
}

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  flushSync(() => createRoot(holder).render(<Box />));
  return {
    box: () => holder.querySelector('textarea'),
    text: () => text,
    clear: () => flushSync(() => change('')),
  };
}
