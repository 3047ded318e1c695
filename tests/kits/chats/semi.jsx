import '@douyinfe/semi-ui/dist/css/semi.min.css';
import { Chat } from '@douyinfe/semi-ui';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

createRoot(document.getElementById('root')).render(
  <Chat
    style={{ height: '100vh' }}
    roleConfig={{ user: { name: '小柚' }, assistant: { name: '晴天' } }}
    chats={story.map(({ id, by, text, at }) => ({
      id,
      role: by === 'own' ? 'user' : 'assistant',
      content: text,
      createAt: at.getTime(),
    }))}
    onMessageSend={() => undefined}
    placeholder="说点什么"
  />,
);
tell({ composer: one('.semi-chat-inputBox textarea'), send: one('.semi-chat-inputBox-sendButton') });
