/** What a page may do to be rid of us, each run in the page's own world; what follows must go as ever. */
export interface HostileAct {
  readonly name: string;
  readonly editor: 'textarea' | 'contenteditable';
  readonly act: () => unknown;
  /** After the agent's send was held, instead of before anything was written. */
  readonly held?: true;
}

export const HOSTILE_ACTS: readonly HostileAct[] = [
  {
    name: 'prototypes that throw, lie and eat what goes through them',
    editor: 'contenteditable',
    act: () => {
      const broken = () => {
        throw new Error('broken by the page');
      };
      const kinds: [object, string[]][] = [
        [Element.prototype, ['matches', 'closest', 'checkVisibility', 'attachShadow', 'remove']],
        [Node.prototype, ['getRootNode', 'contains', 'compareDocumentPosition']],
        [Event.prototype, ['composedPath', 'stopImmediatePropagation']],
        [EventTarget.prototype, ['addEventListener', 'dispatchEvent', 'removeEventListener']],
        [MutationObserver.prototype, ['observe', 'takeRecords', 'disconnect']],
        [Document.prototype, ['createTreeWalker', 'createElement', 'elementFromPoint', 'getSelection']],
        [JSON, ['parse', 'stringify']],
        [window, ['requestAnimationFrame', 'queueMicrotask', 'postMessage']],
      ];
      for (const [kind, names] of kinds)
        for (const name of names)
          Object.defineProperty(kind, name, { configurable: true, writable: true, value: broken });
      for (const [kind, name] of [
        [Node.prototype, 'nodeType'],
        [Node.prototype, 'ownerDocument'],
        [Element.prototype, 'localName'],
        [Element.prototype, 'shadowRoot'],
        [CharacterData.prototype, 'data'],
      ] as const)
        Object.defineProperty(kind, name, { configurable: true, get: broken });
      for (const name of ['kind', 'signal', 'value', 'then', 'css'])
        Object.defineProperty(Object.prototype, name, {
          configurable: true,
          value: 'of the page',
          writable: true,
        });
    },
  },
  {
    name: 'elements of its own that throw whenever anything happens to them',
    editor: 'contenteditable',
    act: () => {
      const fail = () => {
        throw new Error('thrown by the page');
      };
      class Mine extends HTMLElement {
        static observedAttributes = ['class', 'style', 'hidden'];
        attributeChangedCallback() {
          fail();
        }
        override get shadowRoot(): never {
          return fail();
        }
      }
      Object.assign(Mine.prototype, { disconnectedCallback: fail, adoptedCallback: fail });
      customElements.define('page-row', Mine);
      const list = document.querySelector('.messageList')!;
      for (let at = 0; at < 200; at++) list.append(document.createElement('page-row'));
      list.querySelector('page-row')!.textContent = '行';
    },
  },
  {
    name: '5,000 levels around its messages and in one of them',
    editor: 'textarea',
    act: () => {
      const deep = (inner: Node) => {
        let node = inner;
        for (let level = 0; level < 5_000; level++) {
          const around = document.createElement('b');
          around.append(node);
          node = around;
        }
        return node;
      };
      document.querySelector('.messageNotMe pre')!.append(deep(document.createTextNode('底')));
      document.querySelector('#workspace-chat')!.append(deep(document.createElement('i')));
    },
  },
  {
    name: 'ten thousand changes a second for three seconds',
    editor: 'textarea',
    act: async () => {
      const list = document.querySelector('.messageList')!;
      const other = document.querySelector('.list')!;
      const end = performance.now() + 3_000;
      while (performance.now() < end) {
        for (let at = 0; at < 50; at++) {
          list.firstElementChild!.setAttribute('data-at', String(at));
          const spare = document.createElement('p');
          spare.textContent = String(at);
          list.append(spare);
          spare.remove();
          other.lastElementChild!.setAttribute('class', `x${at}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  },
  {
    name: 'rows that move while they are read',
    editor: 'contenteditable',
    act: () => {
      const list = document.querySelector('.messageList')!;
      new MutationObserver(() => {
        const row = list.firstElementChild;
        if (row && Math.random() < 0.9) list.append(row);
      }).observe(list, { childList: true });
      list.append(list.firstElementChild!.cloneNode(true));
    },
  },
  {
    name: 'addresses that change two hundred times',
    editor: 'textarea',
    act: () => {
      for (let at = 0; at < 100; at++) {
        history.pushState({ at }, '', `?${location.search.slice(1)}&at=${at}`);
        history.replaceState({ at }, '', `#${at}`);
      }
    },
  },
  {
    name: 'rules that hide and unset everything',
    editor: 'textarea',
    act: () => {
      const rules = document.createElement('style');
      rules.textContent = `
        html > :not(head, body), html > :not(head, body) * { display: none !important; visibility: hidden !important;
          opacity: 0 !important; pointer-events: none !important; clip-path: inset(100%) !important;
          transform: translate(-9999px) scale(0) !important; z-index: -1 !important; width: 0 !important;
          position: static !important; animation: none !important; content-visibility: hidden !important }
        @layer last { html > * { display: none !important; opacity: 0 !important } html > body, html > head { display: revert !important; opacity: 1 !important } }
        body * { all: unset !important }
        body div, body pre, body textarea { display: block !important }
        .editor textarea { width: 400px !important; height: 60px !important }`;
      document.head.append(rules);
    },
  },
  {
    name: 'our element made inert, hidden, styled away and given attributes',
    editor: 'textarea',
    act: () => {
      for (const one of document.documentElement.children) {
        if (one === document.head || one === document.body) continue;
        const ours = one as HTMLElement;
        ours.inert = true;
        ours.hidden = true;
        ours.setAttribute('aria-hidden', 'true');
        ours.style.cssText = 'display:none!important';
      }
    },
  },
  {
    name: 'all of its style sheets gone and strict rules for what may run',
    editor: 'contenteditable',
    act: () => {
      for (const one of document.querySelectorAll('link[rel=stylesheet], style')) one.remove();
      const strict = document.createElement('meta');
      strict.httpEquiv = 'Content-Security-Policy';
      strict.content =
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
      document.head.append(strict);
    },
  },
  {
    name: 'a sheet in the top layer over all of it',
    editor: 'textarea',
    act: () => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'inset:0;width:100vw;height:100vh;opacity:.2;pointer-events:none;border:0;margin:0';
      document.body.append(cover);
      cover.showPopover();
    },
  },
  {
    name: 'a body taken away and put back',
    editor: 'textarea',
    act: () => {
      const { body } = document;
      body.remove();
      document.documentElement.append(body);
    },
  },
  {
    name: 'another root in place of its own',
    editor: 'textarea',
    act: () => {
      const { documentElement, head, body } = document;
      const root = document.createElement('html');
      documentElement.replaceWith(root);
      root.append(head, body);
    },
  },
  {
    name: 'a document opened and written anew',
    editor: 'textarea',
    act: async () => {
      const { href } = document.querySelector('link[rel=stylesheet]') as HTMLLinkElement;
      const src = `/kit.js${location.search}`;
      Reflect.deleteProperty(window, 'kit');
      document.open();
      document.write(
        `<!doctype html><link rel="stylesheet" href="${href}"><body><script src="${src}"></script>`,
      );
      document.close();
      const page = window as { kit?: { ready: boolean; buyerSays(text: string): void } };
      while (!page.kit?.ready) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  },
  {
    name: 'words of ten million characters, a million marks on one letter, joiners and halves of characters',
    editor: 'contenteditable',
    act: () => {
      const list = document.querySelector('.messageList')!;
      for (const text of [
        'x'.repeat(10_000_000),
        `e${'\u0301'.repeat(1_000_000)}`,
        '👩\u200d'.repeat(300_000),
        '\ud83d'.repeat(1_000),
        `\udc00\udc00${'\u202e\u2066'.repeat(1_000)}`,
      ]) {
        const row = list.lastElementChild!.cloneNode(true) as HTMLElement;
        row.dataset.qaMessageId = `7${Math.random().toString().slice(2)}`;
        // The browser itself takes minutes to draw such words.
        row.style.cssText = 'height:20px;contain:strict;content-visibility:hidden';
        row.querySelector('pre')!.textContent = text;
        list.append(row);
      }
    },
  },
  {
    name: 'a focus that never stays',
    editor: 'textarea',
    act: async () => {
      const end = performance.now() + 1_000;
      const other = document.createElement('input');
      document.body.append(other);
      while (performance.now() < end) {
        other.focus();
        document.querySelector('textarea')!.focus();
        other.focus();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      other.remove();
    },
  },
  {
    name: 'a word before anybody leaves, and every event stopped at its window',
    editor: 'textarea',
    act: () => {
      window.addEventListener('beforeunload', (event) => event.preventDefault());
      for (const type of [
        'keydown',
        'input',
        'focusin',
        'selectionchange',
        'compositionstart',
        'pointerdown',
      ])
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    },
  },
  {
    name: 'forms sent and input made up while a send is held',
    editor: 'textarea',
    held: true,
    act: () => {
      const box = document.querySelector('textarea')!;
      const form = document.createElement('form');
      form.addEventListener('submit', (event) => event.preventDefault());
      document.body.append(form);
      form.requestSubmit();
      for (let time = 0; time < 500; time++) {
        box.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'x', inputType: 'insertText' }));
        box.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, cancelable: true }));
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      }
      form.remove();
    },
  },
  {
    name: 'the editor taken away and brought back while a send is held',
    editor: 'textarea',
    held: true,
    act: async () => {
      const box = document.querySelector('textarea')!;
      const place = box.parentElement!;
      box.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      place.append(box);
    },
  },
];
