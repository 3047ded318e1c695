import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import {
  Avatar,
  ChatContainer,
  ConversationHeader,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
  MessageSeparator,
  TypingIndicator,
} from '@chatscope/chat-ui-kit-react';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

createRoot(document.getElementById('root')).render(
  <div style={{ height: '100vh' }}>
    <MainContainer>
      <ChatContainer>
        <ConversationHeader>
          <ConversationHeader.Content userName="晴天" info="在线" />
        </ConversationHeader>
        <MessageList typingIndicator={<TypingIndicator content="晴天正在输入" />}>
          <MessageSeparator content="2026-11-20" />
          {story.map(({ id, by, text }) => (
            <Message
              key={id}
              model={{
                message: text,
                sentTime: '14:02',
                sender: by,
                direction: by === 'own' ? 'outgoing' : 'incoming',
                position: 'single',
              }}
            >
              {by === 'other' && (
                <Avatar src="data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==" />
              )}
              <Message.Footer sentTime="14:02" />
            </Message>
          ))}
        </MessageList>
        <MessageInput placeholder="Type message here" />
      </ChatContainer>
    </MainContainer>
  </div>,
);
tell({ composer: one('.cs-message-input__content-editor'), send: one('.cs-button--send') });
