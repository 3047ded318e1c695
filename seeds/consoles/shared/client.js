// A practice page's side of the local server: `state` is what the page shows, kept equal to the server's
// world, plus what belongs to this tab alone (open conversation, drafts, troubles). The page's framework
// renders `state`; `window.practice` lets a test or a demo play the buyers.

const query = new URLSearchParams(location.search);

/** The shape that both pages render. Vue makes it reactive, so no key may be added later. */
export function emptyState() {
  return {
    shop: '',
    seat: '',
    conversations: [],
    active: null,
    // ready | connecting | kicked | login | scan | no-permission
    status: 'connecting',
    // Counts the mounts of the message list: a new one is a new DOM node.
    mount: 0,
    mounted: false,
    enterSends: false,
    now: Date.now(),
  };
}

const local = (conversation) => ({ ...conversation, draft: '' });
export const find = (state, uid) => state.conversations.find((one) => one.uid === uid) ?? null;
export const active = (state) => find(state, state.active);

/** Buyers whose last word has no human answer wait since the first such word; null if nobody waits. */
export function waitingSince(conversation) {
  let since = null;
  for (const { by, at, recalled } of conversation.messages) {
    if (by === 'agent') since = null;
    else if (by === 'buyer' && !recalled && since === null) since = at;
  }
  return since;
}

/** Connects `state` to the server; `rendered` runs after each change and resolves once the DOM shows it. */
export function connect(state, rendered) {
  let version = 0;
  const waiting = new Set();

  const remount = () => {
    state.mount += 1;
    state.mounted = false;
    // The list appears after its shell, as on a slow morning: ?late=<milliseconds>.
    const mount = state.mount;
    void rendered();
    return new Promise((resolve) => {
      setTimeout(
        () => {
          if (state.mount === mount) state.mounted = true;
          resolve(rendered());
        },
        Number(query.get('late') ?? 60),
      );
    });
  };

  const open = (uid) => {
    if (state.active === uid) return rendered();
    state.active = uid;
    if (uid !== null) void act({ kind: 'see', uid });
    return remount();
  };

  const apply = (change) => {
    if (change.kind === 'reset') {
      const { shop, seat, opens, conversations } = change.snapshot;
      Object.assign(state, { shop, seat, conversations: conversations.map(local) });
      if (state.status === 'connecting') state.status = 'ready';
      state.active = null;
      // Both consoles open by an order that the address names.
      const order = query.get('orderSn') ?? query.get('fromOrder');
      open(state.conversations.find((one) => order !== null && one.order === order)?.uid ?? opens);
      return;
    }
    if (change.kind === 'arrived') state.conversations.push(local(change.conversation));
    if (change.kind === 'recalled')
      for (const message of find(state, change.uid).messages)
        if (message.id === change.id) message.recalled = true;
    if (change.kind === 'seen') find(state, change.uid).unread = 0;
    if (change.kind === 'said') {
      const conversation = find(state, change.uid);
      // A buyer who writes has read what we wrote.
      if (change.message.by === 'buyer') for (const one of conversation.messages) one.read = true;
      conversation.messages.push(change.message);
      conversation.unread = change.unread;
      if (change.uid === state.active && change.unread > 0) void act({ kind: 'see', uid: change.uid });
    }
  };

  async function act(wish) {
    const response = await fetch('/practice/act', { method: 'POST', body: JSON.stringify(wish) });
    if (!response.ok) throw new Error(await response.text());
    const done = await response.json();
    while (version < done.version) await new Promise((resolve) => waiting.add(resolve));
    return done.id;
  }

  const say = (uid, by, content, variant = '') => act({ kind: 'say', uid, by, content, variant });
  const set = (values) => {
    Object.assign(state, values);
    return rendered();
  };

  // ?story=<name>&speed=<factor> lets that story's buyers write and answer.
  const scene = new URLSearchParams([...query].filter(([name]) => name === 'story' || name === 'speed'));
  new EventSource(`/practice/changes?${scene}`).addEventListener('message', async (event) => {
    const told = JSON.parse(event.data);
    // A kicked page is frozen: it hears nothing any more.
    if (state.status !== 'kicked' || told.change.kind === 'reset') apply(told.change);
    await rendered();
    version = told.version;
    for (const resolve of waiting) resolve();
    waiting.clear();
  });
  setInterval(() => set({ now: Date.now() }), 1_000);

  window.practice = {
    buyerSays: (uid, text) => say(uid, 'buyer', { text }),
    agentSays: (uid, text) => say(uid, 'agent', { text }),
    robotSays: (uid, text, variant) => say(uid, 'robot', { text }, variant),
    systemSays: (uid, text, variant) => say(uid, 'system', { text }, variant),
    image: (uid, by = 'buyer') => say(uid, by, { image: '商品照片' }),
    card: (uid, by = 'buyer') =>
      say(uid, by, { item: { id: '680012345678', title: '原木色三层置物架 宽60厘米', price: '89.00' } }),
    orderCard: (uid, order) => say(uid, 'buyer', { order }),
    recall: (id) => act({ kind: 'recall', id }),
    newBuyer: (uid, name, order = null) => act({ kind: 'arrive', uid, name, order }),
    open,
    remount,
    kick: () => set({ status: 'kicked' }),
    connecting: async (on) => {
      await set({ status: on ? 'connecting' : 'ready' });
      if (!on) await remount();
    },
    block: (reason) => set({ status: reason ?? 'ready' }),
    reset: async () => {
      state.status = 'ready';
      await act({ kind: 'reset' });
    },
    setEnterSends: (on) => set({ enterSends: on }),
    active: () => state.active,
    buyers: () => state.conversations.map(({ uid, name }) => ({ uid, name })),
    messages: (uid) => find(state, uid).messages.map((message) => ({ ...message })),
    sent: () =>
      state.conversations.flatMap(({ uid, messages }) =>
        messages
          .filter((message) => message.composed)
          .map(({ id, at, content }) => ({ uid, id, at, text: content.text })),
      ),
    draft: () => active(state)?.draft ?? '',
  };

  return {
    open,
    /** Sends the open conversation's draft, as the page's own send control does. */
    send() {
      const conversation = active(state);
      const text = conversation?.draft.trim() ?? '';
      if (text === '' || state.status !== 'ready') return;
      conversation.draft = '';
      void act({ kind: 'say', uid: conversation.uid, by: 'agent', content: { text }, composed: true });
    },
  };
}
