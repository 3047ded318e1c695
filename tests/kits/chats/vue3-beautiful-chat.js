import 'vue3-beautiful-chat/dist/vue3-beautiful-chat.css';
import * as Vue from 'vue';
import Chat from 'vue3-beautiful-chat';
import { one, story, tell } from './story.js';

const colors = {
  header: { bg: '#4e8cff', text: '#ffffff' },
  launcher: { bg: '#4e8cff' },
  messageList: { bg: '#ffffff' },
  sentMessage: { bg: '#4e8cff', text: '#ffffff' },
  receivedMessage: { bg: '#eaeaea', text: '#222222' },
  userInput: { bg: '#f4f7f9', text: '#565867' },
};
const app = Vue.createApp({
  render: () =>
    Vue.h(Vue.resolveComponent('beautiful-chat'), {
      participants: [{ id: 'buyer', name: '买家', imageUrl: '' }],
      titleImageUrl: '',
      onMessageWasSent: () => undefined,
      messageList: story.map(({ id, by, text }) => ({
        id,
        type: 'text',
        author: by === 'own' ? 'me' : 'buyer',
        data: { text, meta: '14:02' },
      })),
      newMessagesCount: 0,
      isOpen: true,
      close: () => undefined,
      open: () => undefined,
      showEmoji: true,
      showFile: true,
      showTypingIndicator: '',
      showLauncher: true,
      showCloseButton: true,
      colors,
      alwaysScrollToBottom: true,
      messageStyling: true,
    }),
});
app.use(Chat);
app.mount('#root');
tell({
  composer: one('.sc-user-input--text'),
  send: () => [...document.querySelectorAll('.sc-user-input--button')].at(-1),
});
