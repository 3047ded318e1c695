import { register } from 'vue-advanced-chat';

export function mount(place, sent) {
  register();
  const chat = document.createElement('vue-advanced-chat');
  chat.style.display = 'block';
  chat.setAttribute('height', '300px');
  chat.setAttribute('current-user-id', '1');
  chat.setAttribute('room-id', 'r');
  chat.setAttribute('single-room', 'true');
  chat.setAttribute('rooms-loaded', 'true');
  chat.setAttribute('messages-loaded', 'true');
  const users = [
    { _id: '1', username: '客服' },
    { _id: '2', username: '买家' },
  ];
  chat.rooms = [{ roomId: 'r', roomName: '买家', users }];
  chat.messages = [];
  chat.addEventListener('send-message', (event) => sent(event.detail[0].content));
  place.append(chat);
  const box = () => chat.shadowRoot?.querySelector('textarea') ?? null;
  return {
    box,
    text: () => box().value,
    send: () => [...(chat.shadowRoot?.querySelectorAll('.vac-icon-textarea .vac-svg-button') ?? [])].at(-1),
  };
}
