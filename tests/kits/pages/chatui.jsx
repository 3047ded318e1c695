import Chat from '@chatui/core/es';
import { createRoot } from 'react-dom/client';
import '@chatui/core/dist/index.css';

export function mount(place, sent) {
  place.style.height = '260px';
  createRoot(place).render(
    <Chat messages={[]} renderMessageContent={() => null} onSend={(_, text) => sent(text)} />,
  );
  const box = () => place.querySelector('textarea');
  return { box, text: () => box().value, send: () => place.querySelector('.Composer-sendBtn') };
}
