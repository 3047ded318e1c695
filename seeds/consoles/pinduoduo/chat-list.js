// The conversation list: groups, masked names that collide, virtual rows whose nodes are used again.

import { avatar } from '../shared/picture.js';
import { listTime, stopwatch } from '../shared/time.js';
import { windowOf } from '../shared/virtual.js';
import { entriesOf, OVERTIME, preview } from './rows.js';

export const ChatList = {
  props: ['state'],
  data: () => ({ top: 0, viewport: 600 }),
  computed: {
    shown() {
      return windowOf(entriesOf(this.state.conversations), this.top, this.viewport);
    },
  },
  mounted() {
    const watch = new ResizeObserver(([entry]) => {
      this.viewport = entry.contentRect.height;
    });
    watch.observe(this.$el);
    this.$once('hook:destroyed', () => watch.disconnect());
  },
  methods: {
    avatar,
    preview: (last) => (last ? preview(last) : ''),
    time(last) {
      return last ? listTime(last.at, this.state.now) : '';
    },
    wait(since) {
      return `未回复 ${stopwatch(since, this.state.now)}`;
    },
    late(since) {
      return this.state.now - since > OVERTIME;
    },
    scroll(event) {
      this.top = event.target.scrollTop;
    },
    // The real page pays no attention to clicks that no person made.
    pick(event, uid) {
      if (event.isTrusted) this.$emit('open', uid);
    },
  },
  template: `
    <div class="chat-list" @scroll="scroll">
      <div class="chat-list-inner" :style="{ height: shown.height + 'px' }">
        <div v-for="{ entry, top, slot } in shown.rows" :key="slot" class="chat-list-slot" :style="{ transform: 'translateY(' + top + 'px)', height: entry.height + 'px' }">
          <div v-if="entry.kind === 'head'" class="chat-group">{{ entry.title }}</div>
          <div
            v-else
            class="chat-item-box"
            :class="{ active: entry.conversation.uid === state.active }"
            :data-random="entry.conversation.uid + '-0-' + entry.group"
            @click="pick($event, entry.conversation.uid)"
          >
            <img class="avatar" :src="avatar(entry.conversation.uid, entry.conversation.name)" alt="" />
            <div class="chat-item-main">
              <div class="chat-item-line">
                <span class="nickname-span">{{ entry.conversation.name }}</span>
                <span class="item-note">{{ time(entry.last) }}</span>
              </div>
              <div class="chat-item-line">
                <span class="chat-message-content">{{ preview(entry.last) }}</span>
                <span v-if="entry.conversation.unread" class="unread-number">{{ entry.conversation.unread }}</span>
              </div>
              <span v-if="entry.since" class="chat-unreply-over-time" :class="{ late: late(entry.since) }">{{ wait(entry.since) }}</span>
            </div>
          </div>
        </div>
      </div>
    </div>`,
};
