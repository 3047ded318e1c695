// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adapters } from './registry.ts';
import type { Sighting } from './sighting.ts';
import { watch } from './watch.ts';

const pinduoduo = adapters.find(({ id }) => id === 'pinduoduo')!;
const feige = adapters.find(({ id }) => id === 'feige')!;
const saved = (id: string) => readFileSync(join(import.meta.dirname, 'consoles', `${id}.html`), 'utf8');
const START = Date.parse('2026-09-08T18:00:00+08:00');

let stop: AbortController;
let told: Sighting[];
let batches: number[];

const pass = (milliseconds = 150) => vi.advanceTimersByTimeAsync(milliseconds);
const all = <T extends Element>(css: string) => [...document.querySelectorAll<T>(css)];
const one = (css: string) => document.querySelector<HTMLElement>(css)!;

function hear(sightings: readonly Sighting[]) {
  batches.push(sightings.length);
  told.push(...sightings);
}

/** What was told since the last time, one line each. */
function news(): string[] {
  const lines = told.map((sighting) => {
    if (sighting.kind === 'state') {
      const { state } = sighting;
      if (state.kind === 'ready') return `state ready ${state.conversation.key}`;
      if (state.kind === 'unusable') return `state ${state.reason}`;
      return state.kind === 'broken' ? `state broken ${state.missing}` : `state ${state.kind}`;
    }
    if (sighting.kind === 'waiting') return `waiting ${sighting.rows.map((row) => row.conversation.key)}`;
    const whose = `${sighting.kind} ${sighting.conversation.key}`;
    if (sighting.kind === 'message') {
      const { seen, by, text, key } = sighting.message;
      return `${seen} ${sighting.conversation.key} ${by} ${text || key.value}`;
    }
    if (sighting.kind === 'recalled') return `${whose} ${sighting.key.value}`;
    return whose;
  });
  told = [];
  return lines;
}

async function look(adapter: typeof pinduoduo): Promise<string[]> {
  watch(adapter, document, hear, {
    signal: stop.signal,
    now: Date.now,
  });
  await pass();
  return news();
}

/** A 拼多多 row as the page draws it; its id is the time. */
const row = (by: string, text: string, uid = '900100', at = Date.now()) => `
  <li class="onemsg" id="middlePanel_list_${at}">
    <div class="${by}"><div currentuid="${uid}"><div class="msg-content"><p class="msg-content-box">${text}</p></div></div></div>
  </li>`;
const add = (html: string) => one('.msg-list').insertAdjacentHTML('beforeend', html);
const activate = (uid: string, name: string) => {
  for (const item of all<HTMLElement>('.chat-item-box'))
    item.classList.toggle('active', item.dataset.random!.startsWith(uid));
  one('.chatWindowHeader .name').textContent = name;
};
const remount = (rows: string) => {
  one('#msgListContainer').outerHTML = `<div id="msgListContainer"><ul class="msg-list">${rows}</ul></div>`;
};

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  stop = new AbortController();
  told = [];
  batches = [];
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});
const show = (id: string) => {
  document.documentElement.innerHTML = saved(id).replace(/^[\s\S]*<html[^>]*>|<\/html>\s*$/g, '');
};

describe('拼多多', () => {
  beforeEach(() => show('pinduoduo'));

  it('tells what was there as backfill, once, and only looks', async () => {
    const before = document.documentElement.outerHTML;
    const lines = await look(pinduoduo);
    expect(lines.slice(0, 4)).toEqual([
      'state ready 900100',
      'opened 900100',
      'backfill 900100 system 买家从商品页进入',
      'backfill 900100 buyer 你好，这件有 L 码吗？\n身高 170',
    ]);
    expect(lines.filter((line) => line.startsWith('live'))).toEqual([]);
    expect(lines.at(-1)).toBe('waiting 900200');
    await pass(10_000);
    expect(news()).toEqual(['backfill 900100 unknown 1788861190000']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('tells a new message as live, once', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    add(row('buyer-item', '还在吗'));
    await pass();
    expect(news()).toEqual(['live 900100 buyer 还在吗']);
    await pass(10_000);
    expect(news()).toEqual([]);
  });

  it('tells older history that is scrolled in as backfill', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    one('.msg-list').insertAdjacentHTML(
      'afterbegin',
      row('buyer-item', '上个月买过', '900100', START - 30 * 86_400_000),
    );
    await pass();
    expect(news()).toEqual(['backfill 900100 buyer 上个月买过']);
  });

  it('survives a re-mount: what came meanwhile is backfill, the rest is known', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    const rows = one('.msg-list').innerHTML;
    one('#msgListContainer').remove();
    await pass(200);
    one('.chatWindowHeader').insertAdjacentHTML(
      'afterend',
      '<div id="msgListContainer"><ul class="msg-list"></ul></div>',
    );
    one('.msg-list').innerHTML = rows + row('buyer-item', '怎么没人');
    await pass();
    expect(news()).toEqual(['backfill 900100 buyer 怎么没人']);
    await pass(5_000);
    add(row('cs-item', '在的'));
    await pass();
    expect(news()).toEqual(['live 900100 agent 在的']);
  });

  it('never gives a message to the buyer before', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    // The list switches first, the rows some time later, with one more of the old buyer in between.
    activate('900200', 'S*******n');
    await pass(400);
    add(row('buyer-item', '等一下', '900100'));
    await pass(200);
    remount(row('buyer-item', '发什么快递呀', '900200', START - 600_000));
    await pass();
    const lines = news();
    expect(lines.filter((line) => line.includes('等一下') && !line.includes('900100'))).toEqual([]);
    expect(lines.slice(-4)).toEqual([
      'closed 900100',
      'state ready 900200',
      'opened 900200',
      'backfill 900200 buyer 发什么快递呀',
    ]);
    activate('900100', '小**果');
    remount(row('buyer-item', '等一下', '900100'));
    await pass(2_000);
    expect(news()).toEqual([
      'closed 900200',
      'state ready 900100',
      'opened 900100',
      'backfill 900100 buyer 等一下',
    ]);
  });

  it('says nothing while kicked or connecting, and takes what came as backfill', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    one('.el-dialog__wrapper').style.display = '';
    await pass(3_100);
    expect(news()).toEqual(['state kicked']);
    add(row('buyer-item', '有人吗'));
    await pass(5_000);
    expect(news()).toEqual([]);
    one('.el-dialog__wrapper').remove();
    await pass();
    expect(news()).toEqual(['state ready 900100', 'backfill 900100 buyer 有人吗']);
  });

  it("doesn't believe a message that says the account was kicked", async () => {
    await look(pinduoduo);
    add(row('buyer-item', '账户在别处登录'));
    await pass(5_000);
    expect(news()).toContain('live 900100 buyer 账户在别处登录');
    expect(news().filter((line) => line.startsWith('state'))).toEqual([]);
  });

  it('waits for a late mount, and says after a minute that there is no chat', async () => {
    const html = one('#app').innerHTML;
    one('#app').innerHTML = '';
    expect(await look(pinduoduo)).toEqual(['state loading']);
    await pass(50_000);
    expect(news()).toEqual([]);
    await pass(20_000);
    expect(news()).toEqual(['state broken ready']);
    one('#app').innerHTML = html;
    await pass();
    expect(news()[0]).toBe('state ready 900100');
  });

  it('tells recalls by the id of the message, also those it did not see', async () => {
    const lines = await look(pinduoduo);
    expect(lines).toContain('recalled 900100 1788861129045');
    await pass(3_000);
    add(row('buyer-item', '发错了', '900100', START + 1_000));
    await pass();
    news();
    all('li').at(-1)!.innerHTML = '<div class="msg-system"><span>对方撤回了一条消息</span></div>';
    await pass();
    expect(news()).toEqual([`recalled 900100 ${START + 1_000}`]);
    await pass(5_000);
    expect(news()).toEqual([]);
  });

  it('tells the waiting set only when it changes', async () => {
    await look(pinduoduo);
    news();
    one('.chat-unreply-over-time').textContent = '已等待4分钟';
    await pass(5_000);
    expect(news().filter((line) => line.startsWith('waiting'))).toEqual([]);
    one('.chat-unreply-over-time').remove();
    await pass();
    expect(news()).toEqual(['waiting ']);
  });

  it('reads a node that is used again for another message', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    const node = all('li').at(-2)!;
    node.id = `middlePanel_list_${Date.now()}`;
    node.querySelector('.msg-content-box')!.firstChild!.textContent = '亲，已经发出';
    await pass();
    expect(news()).toEqual(['live 900100 agent 亲，已经发出']);
  });

  it('takes many rows in small pieces', async () => {
    one('.msg-list').innerHTML = Array.from({ length: 450 }, (_, index) =>
      row('buyer-item', `第${index}条`, '900100', START - 20_000_000 + index * 1_000),
    ).join('');
    const lines = await look(pinduoduo);
    await pass(5_000);
    expect([...lines, ...news()].filter((line) => line.startsWith('backfill'))).toHaveLength(450);
    expect(Math.max(...batches)).toBe(100);
  });

  it('goes on while the tab is hidden and gets no frames', async () => {
    await look(pinduoduo);
    await pass(5_000);
    news();
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
    add(row('buyer-item', '在后台说的'));
    await vi.advanceTimersByTimeAsync(0);
    expect(news()).toEqual(['live 900100 buyer 在后台说的']);
    vi.restoreAllMocks();
  });

  it('ends with its signal', async () => {
    await look(pinduoduo);
    stop.abort();
    add(row('buyer-item', '还在吗'));
    await pass(10_000);
    expect(news()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('抖店飞鸽, where neither conversation nor every row has an id', () => {
  beforeEach(() => show('feige'));
  const bubble = (side: string, text: string, id = '') =>
    `<div class="msgItemWrap" data-qa-id="qa-message-warpper" ${id && `data-qa-message-id="${id}"`}><div class="${side}"><pre>${text}</pre></div></div>`;
  const say = (html: string) => one('.messageList').insertAdjacentHTML('beforeend', html);

  it('waits for the id of an own message and tells it once', async () => {
    await look(feige);
    await pass(5_000);
    news();
    say(bubble('messageIsMe', '这就发'));
    await pass(500);
    expect(news()).toEqual([]);
    one('.msgItemWrap:last-child').dataset.qaMessageId = '7400000000000000020';
    await pass();
    expect(told.map((sighting) => sighting.kind === 'message' && sighting.message.key)).toEqual([
      { source: 'platform', value: '7400000000000000020' },
    ]);
  });

  it('tells by fingerprint what gets no id, and not again when one comes later', async () => {
    await look(feige);
    await pass(5_000);
    news();
    say(bubble('messageIsMe', '这就发'));
    say(bubble('messageIsMe', '这就发'));
    await pass(3_000);
    const keys = told.map((sighting) => (sighting.kind === 'message' ? sighting.message.key : null));
    expect(keys.map((key) => key?.source)).toEqual(['fingerprint', 'fingerprint']);
    expect(keys.map((key) => key?.value.slice(0, 2))).toEqual(['1#', '2#']);
    expect(keys[0]?.value.slice(2)).toBe(keys[1]?.value.slice(2));
    told = [];
    const last = one('.msgItemWrap:last-child');
    last.outerHTML = bubble('messageIsMe', '这就发', '7400000000000000021');
    await pass(3_000);
    expect(told).toEqual([]);
  });

  it('says nothing while header and composer name different buyers', async () => {
    await look(feige);
    await pass(5_000);
    news();
    one('#topbar-left-info span').textContent = '阿岚';
    say(bubble('messageNotMe', '什么时候发货', '7500000000000000001'));
    await pass(200);
    expect(news()).toEqual([]);
    one('textarea').setAttribute('placeholder', '发送给 阿岚，使用Enter 发送消息');
    for (const [index, item] of all('[data-kora]').entries())
      item.setAttribute('aria-selected', String(index === 1));
    one('.messageList').innerHTML = bubble('messageNotMe', '什么时候发货', '7500000000000000001');
    await pass(2_000);
    expect(news()).toEqual([
      'closed 晴天小铺的猫',
      'state ready 阿岚',
      'opened 阿岚',
      'backfill 阿岚 buyer 什么时候发货',
    ]);
  });

  it('holds back rows that changed under an unchanged name', async () => {
    await look(feige);
    await pass(5_000);
    news();
    one('.messageList').innerHTML = bubble('messageNotMe', '什么时候发货', '7500000000000000001');
    await pass(500);
    expect(news()).toEqual([]);
    one('#topbar-left-info span').textContent = '阿岚';
    one('textarea').setAttribute('placeholder', '发送给 阿岚，使用Enter 发送消息');
    for (const [index, item] of all('[data-kora]').entries())
      item.setAttribute('aria-selected', String(index === 1));
    await pass(2_000);
    expect(news().filter((line) => line.includes('发货'))).toEqual(['backfill 阿岚 buyer 什么时候发货']);
  });

  it('calls a page without permission by its name', async () => {
    one('#root').innerHTML = '<div class="b1">暂无会话权限</div>';
    expect(await look(feige)).toEqual(['state no-permission']);
  });
});
