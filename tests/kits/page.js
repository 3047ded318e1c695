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

let messages = 0;

/** Adds a row to the conversation, as the console draws them. */
function says(side, text) {
  const row = document.createElement('div');
  row.className = 'msgItemWrap';
  row.dataset.qaId = 'qa-message-warpper';
  row.dataset.qaMessageId = `74000000000000${String(++messages).padStart(5, '0')}`;
  const bubble = document.createElement('div');
  bubble.className = side;
  const time = document.createElement('div');
  time.textContent = new Date().toTimeString().slice(0, 8);
  const words = document.createElement('pre');
  words.textContent = text;
  bubble.append(time, words);
  row.append(bubble);
  document.querySelector('.messageList').append(row);
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
  const place = document.querySelector('.editor');
  const kit = {
    sent: [],
    text: () => '',
    buyerSays: (text) => says('messageNotMe', text),
    switchTo: (name) => {
      document.querySelector('#topbar-left-info span').textContent = name;
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
  kit.rect = () => editor.box().getBoundingClientRect().toJSON();
  if (editor.clear) {
    const send = () => {
      const text = editor.text();
      if (text.trim() === '') return;
      editor.clear();
      sent(text);
    };
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '发送';
    button.addEventListener('click', (event) => event.isTrusted && send());
    place.append(button);
    mark(null, button);
    place.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
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
  window.kit = kit;
}
