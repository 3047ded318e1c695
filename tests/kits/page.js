// A console's page around somebody else's editor. Its structure is 飞鸽's, so that the built extension works here as
// it is shipped; its words are made up. `window.kit` tells a test what the editor's own model holds and what was sent.

const BUYER = '晴天小铺的猫';
const HTML = `
  <div class="list">
    <div data-kora="conversation" role="option" aria-selected="true">
      <span class="x1NameContent" title="${BUYER}">${BUYER}</span><span class="x1timerParticular">刚刚</span>
    </div>
    <div data-kora="conversation" role="option" aria-selected="false">
      <span class="x1NameContent" title="阿岚">阿岚</span><span class="x1timerParticular">3分钟</span>
    </div>
  </div>
  <div id="workspace-chat">
    <div id="topbar-left-info"><span>${BUYER}</span></div>
    <div class="messageList"></div>
    <div class="editor"></div>
  </div>`;

/** `?habit=capture` sends from the window's capture phase, `?habit=mousedown` before any click. */
const habit = new URLSearchParams(location.search).get('habit');

/** Keys that reached the page, whether held back by then or not: heard as early as a page can. */
const heard = [];
window.addEventListener('keydown', ({ key, defaultPrevented }) => heard.push([key, defaultPrevented]), true);

// The page's own calls, for pages that put elements in their place.
const make = document.createElement.bind(document);
const find = document.querySelector.bind(document);

/** `?habit=clobber`: forms and inputs named like everything that a script may ask a document, window or element for. */
const NAMES = `activeElement addEventListener append appendChild attributes body characterSet checkVisibility
  childNodes children closest compatMode contains createElement createRange createTextNode createTreeWalker
  defaultView dispatchEvent documentElement execCommand firstChild focus fonts getAttribute getBoundingClientRect
  getRootNode getSelection hidden isConnected localName matches namespaceURI nextSibling nodeType offsetHeight
  offsetWidth ownerDocument parentElement parentNode previousSibling querySelector querySelectorAll readyState
  removeEventListener shadowRoot style textContent title value visibilityState`.split(/\s+/);

function clobber() {
  const traps = NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');
  for (const css of ['.editor', '.messageList', '[data-kora]', '#topbar-left-info']) {
    const node = find(css);
    const form = make('form');
    for (const { name, value } of node.attributes) form.setAttribute(name, value);
    form.append(...node.childNodes);
    node.replaceWith(form);
    form.insertAdjacentHTML('beforeend', traps);
  }
  const named = NAMES.map((name) => `<form name="${name}" id="${name}"></form>`).join('');
  find('#workspace-chat').insertAdjacentHTML('afterend', `<div hidden>${named}</div>`);
}

let messages = 0;

/** Adds a row to the conversation, as the console draws them. */
function says(side, text) {
  const row = make('div');
  row.className = 'msgItemWrap';
  row.dataset.qaId = 'qa-message-warpper';
  row.dataset.qaMessageId = `74000000000000${String(++messages).padStart(5, '0')}`;
  const bubble = make('div');
  bubble.className = side;
  const time = make('div');
  time.textContent = new Date().toTimeString().slice(0, 8);
  const words = make('pre');
  words.textContent = text;
  bubble.append(time, words);
  row.append(bubble);
  Node.prototype.appendChild.call(find('.messageList'), row);
}

/** What the adapter finds: the editor, and the control that sends. */
function mark(box, send) {
  if (box instanceof HTMLTextAreaElement) box.dataset.qaId = 'qa-send-message-textarea';
  else if (box) box.id = 'im-input-box';
  if (send) send.dataset.qaId = 'qa-send-message-button';
}

/**
 * Draws the page with an editor in it. `mount(place, sent)` makes the editor and gives `box()`, the element that is
 * written in; `text()`, what its model holds; and either `clear()`, for editors that know nothing of sending, or
 * `send()`, the control of a kit that calls `sent(text)` by itself.
 */
export async function draw(mount) {
  document.body.innerHTML = HTML;
  const place = find('.editor');
  const kit = {
    sent: [],
    heard,
    text: () => '',
    buyerSays: (text) => says('messageNotMe', text),
    switchTo: (name) => {
      find('#topbar-left-info span').textContent = name;
      for (const row of document.querySelectorAll('[data-kora]'))
        row.setAttribute('aria-selected', String(row.textContent.includes(name)));
    },
  };
  /** Before which pixel a character of a one-line text stands; null in a textarea. */
  kit.placeOf = (index) => {
    const walker = document.createTreeWalker(editor.box(), NodeFilter.SHOW_TEXT);
    const words = walker.nextNode();
    if (!words || editor.box() instanceof HTMLTextAreaElement) return null;
    const range = document.createRange();
    range.setStart(words, index);
    range.setEnd(words, index + 1);
    const { x, y, height } = range.getBoundingClientRect();
    return { x: x + 1, y: y + height / 2 };
  };
  const sent = (text) => {
    kit.sent.push(text);
    says('messageIsMe', text);
  };
  const editor = await mount(place, sent);
  kit.text = editor.text;
  kit.rect = () => shownPart(editor.box());
  if (editor.clear) {
    const send = () => {
      const text = editor.text();
      if (text.trim() === '') return;
      editor.clear();
      sent(text);
    };
    const button = make('button');
    button.type = 'button';
    button.textContent = '发送';
    const presses = habit === 'mousedown' ? 'mousedown' : 'click';
    button.addEventListener(presses, (event) => event.isTrusted && send());
    place.append(button);
    mark(null, button);
    const hears = habit === 'capture' ? window : place;
    hears.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Enter' || event.shiftKey) return;
        if (event.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        event.stopPropagation();
        send();
      },
      true,
    );
  }
  const again = () => {
    mark(editor.box(), editor.send?.());
    kit.ready = Boolean(editor.box());
  };
  // Kits draw late, some in a shadow root, some their button only beside a text.
  setInterval(again, 50);
  again();
  says('messageNotMe', '在吗');
  if (habit === 'clobber') clobber();
  window.kit = kit;
}

/** Where an element is seen: an editor that grows in a scrolling holder is only partly there. */
function shownPart(element) {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  // Some of these pages hang inputs named like these on their forms.
  const { get: parentOf } = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement');
  for (let around = parentOf.call(element); around; around = parentOf.call(around)) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const outer = Element.prototype.getBoundingClientRect.call(around);
    left = Math.max(left, outer.left);
    top = Math.max(top, outer.top);
    right = Math.min(right, outer.right);
    bottom = Math.min(bottom, outer.bottom);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
