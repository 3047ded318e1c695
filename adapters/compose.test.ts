// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findComposer } from './compose.ts';
import { followComposition } from './composition.ts';
import { insert } from './insert.ts';
import { openConversation } from './read.ts';
import { adapters } from './registry.ts';
import { watch } from './watch.ts';

const adapter = adapters.find(({ id }) => id === 'feige')!;
const BUYER = '晴天小铺的猫';
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  const html = readFileSync(join(import.meta.dirname, 'consoles/feige.html'), 'utf8');
  document.documentElement.innerHTML = html.replace(/^[\s\S]*<html[^>]*>|<\/html>\s*$/g, '');
  // happy-dom has no editing commands; what they do in browsers is tested there.
  document.execCommand = () => false;
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const box = () => document.querySelector('textarea')!;
const settle = async <T>(outcome: Promise<T>, milliseconds = 100) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return outcome;
};
const place = (text: string, composer = findComposer(adapter, document)!) =>
  insert(composer, { text, expected: BUYER, shows: () => openConversation(adapter, document) });
const trusted = (type: string) => {
  const event = new CompositionEvent(type, { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  box().dispatchEvent(event);
};

describe('a textarea', () => {
  it('falls back on its own setter and an input event', async () => {
    const heard: string[] = [];
    box().addEventListener('input', (event) => heard.push((event as InputEvent).inputType));
    box().value = '亲好';
    const composer = findComposer(adapter, document)!;
    composer.select(1, 1);
    expect(await settle(place('您', composer))).toEqual({ ok: true });
    expect([composer.read(), composer.selection(), heard]).toEqual([
      '亲您好',
      { start: 2, end: 2 },
      ['insertText'],
    ]);
  });

  it('says so when the page takes the text back', async () => {
    box().addEventListener('input', () => setTimeout(() => (box().value = '')));
    expect(await settle(place('您好'))).toEqual({
      ok: false,
      reason: 'not-taken',
    });
  });

  it.each([
    ['another name above', () => document.querySelector('#topbar-left-info span')!.replaceChildren('阿岚')],
    ['another name in the box', () => box().setAttribute('placeholder', '发送给 阿岚，使用Enter 发送消息')],
    ['a page without permission', () => document.body.insertAdjacentHTML('beforeend', '<p>暂无会话权限</p>')],
  ])('gets nothing with %s', async (_, change) => {
    change();
    expect(await settle(place('您好'))).toEqual({
      ok: false,
      reason: 'conversation-changed',
    });
    expect(box().value).toBe('');
  });

  it('gets the text where names differ for good, not while they change', async () => {
    document.querySelector('[aria-selected="true"] [title]')!.setAttribute('title', '老顾客');
    const composer = findComposer(adapter, document)!;
    watch(adapter, document, () => undefined, { signal: stop.signal, now: Date.now });
    expect(await settle(place('您好', composer))).toMatchObject({ ok: false });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await settle(place('您好', composer))).toEqual({ ok: true });
  });

  it('gets nothing once it is gone', async () => {
    const composer = findComposer(adapter, document)!;
    box().remove();
    expect(await settle(place('您好', composer))).toEqual({ ok: false, reason: 'composer-missing' });
    expect(findComposer(adapter, document)).toBeNull();
  });

  it('waits for the input method, looks again at who is there, and gives up in the end', async () => {
    followComposition(document, { signal: stop.signal });
    const composer = findComposer(adapter, document)!;
    trusted('compositionstart');
    const late = place('您好', composer);
    expect(await settle(late, 3_100)).toEqual({ ok: false, reason: 'composing' });
    const changed = place('您好', composer);
    document.querySelector('#topbar-left-info span')!.textContent = '阿岚';
    trusted('compositionend');
    expect(await settle(changed)).toEqual({ ok: false, reason: 'conversation-changed' });
    expect(box().value).toBe('');
  });
});

describe('a contenteditable box', () => {
  const fill = (html: string) => {
    box().outerHTML = `<div id="im-input-box" contenteditable="true">${html}</div>`;
    return findComposer(adapter, document)!;
  };

  it.each([
    ['亲，<b>您</b>好', '亲，您好'],
    ['<p>一</p><p>二</p>', '一\n二'],
    ['一<br>二<br>', '一\n二'],
    ['一\u00a0二\u200b', '一 二'],
    ['<span contenteditable="false">标签</span>正文<i aria-hidden="true">x</i>', '正文'],
  ])('reads %s', (html, text) => expect(fill(html).read()).toBe(text));

  it('selects and tells places in the text as read', () => {
    const composer = fill('<p>一二</p><p>三<b>四五</b></p>');
    for (const [start, end] of [
      [0, 2],
      [3, 5],
      [1, 6],
      [4, 4],
    ] as const) {
      composer.select(start, end);
      expect(composer.selection()).toEqual({ start, end });
    }
  });
});
