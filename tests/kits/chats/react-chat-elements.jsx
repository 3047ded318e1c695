import 'react-chat-elements/dist/main.css';
import { createRef } from 'react';
import { Button, Input, MessageList } from 'react-chat-elements';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

const list = createRef();
createRoot(document.getElementById('root')).render(
  <div style={{ display: 'flex', flexDirection: 'column', height: '100vh' }}>
    <MessageList
      referance={list}
      className="message-list"
      lockable={false}
      dataSource={story.map(({ id, by, text, at }) => ({
        id,
        position: by === 'own' ? 'right' : 'left',
        type: 'text',
        title: by === 'own' ? '小柚' : '买家',
        text,
        date: at,
      }))}
    />
    <Input placeholder="说点什么" multiline rightButtons={<Button text="发送" />} />
  </div>,
);
tell({ composer: one('.rce-input'), send: one('.rce-button') });
