import {
  MainContainer,
  MessageContainer,
  MessageHeader,
  MessageInput,
  MessageList,
  MinChatUiProvider,
} from '@minchat/react-chat-ui';
import { createRoot } from 'react-dom/client';
import { story, tell } from './story.js';

createRoot(document.getElementById('root')).render(
  <MinChatUiProvider theme="#6ea9d7">
    <MainContainer style={{ height: '100vh' }}>
      <MessageContainer>
        <MessageHeader>买家</MessageHeader>
        <MessageList
          currentUserId="me"
          messages={story.map(({ by, text, at }) => ({
            text,
            createdAt: at,
            user: by === 'own' ? { id: 'me', name: '小柚' } : { id: 'them', name: '买家' },
          }))}
        />
        <MessageInput placeholder="Type message here" showAttachButton showSendButton />
      </MessageContainer>
    </MainContainer>
  </MinChatUiProvider>,
);
const editor = () => document.querySelector('[contenteditable], textarea, input[type="text"]');
tell({
  composer: editor,
  // Its buttons have neither words nor names: the last thing to press in its row.
  send: () =>
    [...(editor()?.closest('form, div:has(svg)')?.querySelectorAll('button, div:has(> svg)') ?? [])].at(-1) ??
    null,
});
