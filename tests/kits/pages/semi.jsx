import Chat from '@douyinfe/semi-ui/lib/es/chat';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import '@douyinfe/semi-ui/dist/css/semi.min.css';

const roles = { user: { name: '客服' }, assistant: { name: '买家' } };

function Kit({ sent }) {
  const [chats, setChats] = useState([]);
  return <Chat chats={chats} onChatsChange={setChats} onMessageSend={sent} roleConfig={roles} />;
}

export function mount(place, sent) {
  place.style.height = '260px';
  createRoot(place).render(<Kit sent={sent} />);
  const box = () => place.querySelector('textarea');
  return {
    box,
    text: () => box().value,
    send: () => place.querySelector('.semi-chat-inputBox-sendButton'),
  };
}
