import 'react-chatbot-kit/build/main.css';
import * as kit from 'react-chatbot-kit';
import { createChatBotMessage, createClientMessage } from 'react-chatbot-kit';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

const messages = story.map(({ by, text }) =>
  by === 'own' ? createClientMessage(text, {}) : createChatBotMessage(text, {}),
);
const Chatbot = kit.default.default ?? kit.default;
const Parser = ({ children }) => <div>{children}</div>;
createRoot(document.getElementById('root')).render(
  <Chatbot
    config={{ botName: '买家', initialMessages: messages }}
    actionProvider={Parser}
    messageParser={Parser}
    messageHistory={messages}
  />,
);
tell({ composer: one('.react-chatbot-kit-chat-input'), send: one('.react-chatbot-kit-chat-btn-send') });
