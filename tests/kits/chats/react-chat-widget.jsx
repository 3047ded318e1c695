import 'react-chat-widget/lib/styles.css';
import { addResponseMessage, addUserMessage, toggleWidget, Widget } from 'react-chat-widget';
import { createRoot } from 'react-dom/client';
import { one, story, tell } from './story.js';

createRoot(document.getElementById('root')).render(
  <Widget handleNewUserMessage={() => undefined} title="客服" subtitle="" emojis showTimeStamp />,
);
setTimeout(() => {
  toggleWidget();
  for (const { by, text } of story) (by === 'own' ? addUserMessage : addResponseMessage)(text);
}, 50);
tell({ composer: one('.rcw-input'), send: one('.rcw-send') });
