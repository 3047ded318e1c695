import 'deep-chat';
import { story, tell } from './story.js';

const chat = document.createElement('deep-chat');
chat.style.width = '100%';
chat.style.height = '95vh';
chat.history = story.map(({ by, text }) => ({ role: by === 'own' ? 'user' : 'ai', text }));
chat.connect = { handler: () => undefined };
document.getElementById('root').append(chat);
const inside = (css) => () => chat.shadowRoot?.querySelector(css);
tell({ composer: inside('#text-input'), send: inside('#submit-icon') });
