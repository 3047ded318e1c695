import '@nlux/themes/nova.css';
import { AiChat } from '@nlux/react';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

createRoot(document.getElementById('root')).render(
  <div style={{ height: '100vh' }}>
    <AiChat
      adapter={{ batchText: async () => '好的' }}
      personaOptions={{
        assistant: { name: '买家', avatar: '', tagline: '' },
        user: { name: '小柚', avatar: '' },
      }}
      displayOptions={{ colorScheme: 'light' }}
      initialConversation={story.map(({ by, text }) => ({
        role: by === 'own' ? 'user' : 'assistant',
        message: text,
      }))}
      composerOptions={{ placeholder: '说点什么' }}
    />
  </div>,
);
tell({ composer: one('.nlux-comp-composer textarea'), send: one('.nlux-comp-composer button') });
