import { MessageInput } from '@chatscope/chat-ui-kit-react';
import { createRoot } from 'react-dom/client';
import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import { linesOf } from '../plain.js';

export function mount(place, sent) {
  const send = (_html, _text, text) => sent(text.replace(/\n$/, ''));
  createRoot(place).render(<MessageInput onSend={send} attachButton={false} placeholder="请输入" />);
  const box = () => place.querySelector('[contenteditable]');
  return { box, text: () => linesOf(box()), send: () => place.querySelector('.cs-button--send') };
}
