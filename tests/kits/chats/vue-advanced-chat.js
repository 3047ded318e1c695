import { register } from 'vue-advanced-chat';
import { story, tell } from './story.js';

register();
const chat = document.createElement('vue-advanced-chat');
chat.height = '100vh';
chat.currentUserId = 'me';
chat.rooms = [
  {
    roomId: 'room',
    roomName: '晴天',
    avatar: '',
    users: [
      { _id: 'me', username: '小柚' },
      { _id: 'them', username: '晴天' },
    ],
  },
];
chat.roomsLoaded = true;
chat.roomId = 'room';
document.getElementById('root').append(chat);
setTimeout(() => {
  chat.messages = story.map(({ id, by, text }) => ({
    _id: id,
    content: text,
    senderId: by === 'own' ? 'me' : 'them',
    username: by === 'own' ? '小柚' : '晴天',
    date: '20 November',
    timestamp: '14:02',
  }));
  chat.messagesLoaded = true;
}, 200);
const inside = (css) => () => chat.shadowRoot?.querySelector(css);
tell({
  composer: inside('#roomTextarea'),
  send: () => [...(chat.shadowRoot?.querySelectorAll('.vac-icon-textarea .vac-svg-button') ?? [])].at(-1),
});
