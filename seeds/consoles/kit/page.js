// A practice page made of its own HTML: the page's templates say how a row, a card or a contact looks on that
// console, this file fills them from the practice server's world. See kit/README.md for the words it knows.

import { active, connect, emptyState, find, waitingSince } from '../shared/client.js';
import { photo } from '../shared/picture.js';
import { listTime, waited } from '../shared/time.js';
import { fill } from './fill.js';

const OVERTIME = 180_000;
const state = emptyState();
const templates = new Map(
  [...document.querySelectorAll('template[kit]')].map((one) => [one.getAttribute('kit'), one.innerHTML]),
);
for (const one of document.querySelectorAll('template[kit]')) one.remove();
/** Places that hold what is drawn, by what they hold; an attribute that only we know would be seen by no console. */
const places = new Map();

function take(root) {
  for (const place of root.querySelectorAll('[kit]')) {
    const name = place.getAttribute('kit');
    place.removeAttribute('kit');
    places.set(name, [...(places.get(name) ?? []).filter((one) => one.isConnected), place]);
  }
}
take(document);
const placesOf = (name) => (places.get(name) ?? []).filter((one) => one.isConnected);

function node(html) {
  const holder = document.createElement('template');
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
}

const drawn = new WeakMap();
/** Makes the children of `place` look like these lines of HTML, leaving alone what already does. */
function draw(place, lines) {
  const wanted = new Set(lines.map(({ key }) => key));
  const have = new Map();
  for (const child of [...place.children]) {
    const key = drawn.get(child)?.key;
    if (wanted.has(key)) have.set(key, child);
    else child.remove();
  }
  lines.forEach(({ key, html, clicked }, index) => {
    let child = have.get(key);
    if (drawn.get(child)?.html !== html) {
      const fresh = node(html);
      if (clicked) fresh.addEventListener('click', (event) => event.isTrusted && clicked());
      drawn.set(fresh, { key, html });
      if (child) child.replaceWith(fresh);
      child = fresh;
    }
    if (place.children[index] !== child) place.insertBefore(child, place.children[index] ?? null);
  });
}

const cardOf = (content) =>
  ['text', 'image', 'item', 'order'].find((kind) => kind in content && templates.has(kind)) ?? 'text';

function rowOf(message, conversation) {
  const { content, recalled, by, at, id } = message;
  const words = content.text ?? content.image ?? content.item?.title ?? content.order ?? '';
  const facts = {
    ...{ id, at, text: words, order: content.order ?? '', photo },
    ...{ item: content.item?.id ?? '', title: content.item?.title ?? '', price: content.item?.price ?? '' },
    ...{ uid: conversation.uid, name: conversation.name, shop: state.shop, seat: state.seat },
  };
  if (recalled) return { key: id, html: fill(templates.get('recalled'), facts) };
  const side = templates.get(by) ?? templates.get('agent');
  const body = by === 'system' ? '' : fill(templates.get(cardOf(content)), facts);
  return {
    key: id,
    html: fill(
      side.replace('{content}', () => body),
      facts,
    ),
  };
}

function contactOf(conversation) {
  const { uid, name, unread, messages } = conversation;
  const last = messages.at(-1);
  const since = waitingSince(conversation);
  const here = uid === state.active;
  const facts = {
    ...{ uid, name, at: last?.at ?? state.now, time: last ? listTime(last.at, state.now) : '' },
    ...{
      wait: waited(since ?? last?.at ?? state.now, state.now),
      unread: unread || '',
      preview: last?.content.text ?? '',
    },
    ...{ active: here ? 'active' : '', badge: unread ? '' : 'k-none' },
  };
  const template = templates.get('contact').replaceAll('{check}', here ? (templates.get('check') ?? '') : '');
  return { key: uid, html: fill(template, facts), clicked: () => desk.open(uid) };
}

const waits = { all: () => true, waiting: (ago) => ago !== null && ago < OVERTIME };
waits.overtime = (ago) => ago !== null && ago >= OVERTIME;
waits.rest = (ago) => ago === null;

let mounted = null;
function render() {
  const conversation = state.status === 'connecting' ? null : active(state);
  for (const [name, template] of templates)
    if (name.startsWith('status-'))
      for (const place of placesOf('status'))
        draw(place, state.status === name.slice(7) ? [{ key: name, html: template }] : []);
  for (const [group, belongs] of Object.entries(waits))
    for (const place of placesOf(`contacts-${group}`)) {
      const ago = (one) => (waitingSince(one) === null ? null : state.now - waitingSince(one));
      draw(place, state.conversations.filter((one) => belongs(ago(one))).map(contactOf));
    }
  for (const place of placesOf('shop')) place.textContent = state.shop;
  const mount = conversation && `${conversation.uid} ${state.mount} ${state.mounted}`;
  if (mount !== mounted) {
    mounted = mount;
    // Consoles that name the open conversation in their address.
    if (conversation && templates.has('path'))
      history.replaceState(null, '', fill(templates.get('path'), conversation) + location.search);
    for (const place of placesOf('chat')) {
      const facts = conversation && { ...conversation, seat: state.seat, shop: state.shop };
      place.innerHTML = conversation ? fill(templates.get('chat'), facts) : (templates.get('none') ?? '');
      take(place);
    }
    for (const editor of placesOf('editor')) wire(editor, conversation);
    for (const send of placesOf('send'))
      send.addEventListener('click', (event) => {
        event.preventDefault();
        if (event.isTrusted) desk.send();
      });
  }
  for (const editor of placesOf('editor'))
    if (conversation && read(editor) !== conversation.draft) write(editor, conversation.draft);
  for (const thread of placesOf('thread')) {
    const messages = conversation && state.mounted ? conversation.messages : [];
    draw(
      thread,
      messages.map((message) => rowOf(message, conversation)),
    );
    thread.scrollTop = thread.scrollHeight;
  }
  document.title = `${state.shop} · 练习`;
  return Promise.resolve();
}

const read = (editor) => ('value' in editor ? editor.value : editor.innerText.replace(/\n$/, ''));
function write(editor, text) {
  if ('value' in editor) editor.value = text;
  else editor.innerText = text;
}

function wire(editor, { uid }) {
  editor.addEventListener('input', () => {
    find(state, uid).draft = read(editor);
  });
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !state.enterSends) return;
    event.preventDefault();
    if (event.isTrusted) desk.send();
  });
}

const desk = connect(state, render);
