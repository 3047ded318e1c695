import '@chatui/core/dist/index.css';
import * as kit from '@chatui/core';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

const Chat = kit.default.default ?? kit.default;
const { Bubble } = kit;
createRoot(document.getElementById('root')).render(
  <div style={{ height: '100vh' }}>
    <Chat
      navbar={{ title: '晴天' }}
      messages={story.map(({ id, by, text, at }) => ({
        _id: id,
        type: 'text',
        content: { text },
        createdAt: at.getTime(),
        hasTime: true,
        position: by === 'own' ? 'right' : 'left',
      }))}
      renderMessageContent={({ content }) => <Bubble content={content.text} />}
      onSend={() => undefined}
    />
  </div>,
);
// Its button shows once something is written.
tell({ composer: one('.Composer-input'), send: one('.Composer-sendBtn') });
