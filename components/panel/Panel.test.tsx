import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { panelWords } from '../i18n/panel.ts';
import fixtures, { hurried, views } from './Panel.fixture.tsx';
import { Panel } from './Panel.tsx';
import type { PanelView } from './view.ts';

const html = (view: PanelView) => renderToString(<Panel view={view} on={() => undefined} />);
/** The words alone, as one line. */
const read = (view: PanelView) =>
  html(view)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const view = (name: string): PanelView => views[name]!;

describe('every state', () => {
  it.each(Object.keys(views))('%s: draws, named and in one language', (name) => {
    expect(fixtures[name]).toBeTruthy();
    const drawn = html(view(name));
    expect(drawn).toMatch(/^<aside [^>]*aria-label="(柜边|Counterside)"/);
    expect(drawn).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  });

  it.each(Object.keys(views).filter((name) => name.startsWith('en')))(
    '%s: no Chinese word of ours',
    (name) => {
      const ours = Object.values(panelWords)
        .map(([zh]) => zh.split(/\{\w+\}/)[0]!.trim())
        .filter((zh) => zh.length > 1);
      const drawn = read({
        ...view(name),
        suggestions: { kind: 'none' },
        screening: { kind: 'clean' },
      });
      expect(ours.filter((zh) => drawn.includes(zh))).toEqual([]);
    },
  );
});

it('every word has the same places in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  const torn = Object.entries(panelWords).filter(([, [zh, en]]) => `${places(zh)}` !== `${places(en)}`);
  expect(torn).toEqual([]);
});

describe('the wait', () => {
  it.each([
    ['waiting in time', 'in-time', '0:41 / 3:00 人工回复'],
    ['sketch', 'soon', '2:03 / 3:00 人工回复 另有 1 位等待 0:41'],
    ['waiting late', 'late', '3:32 已超时 · 目标 3:00'],
    ['waiting at least', 'late', '至少 1:02:03 已超时'],
    ['held off', 'in-time', '1:35 已安抚，买家还在等答复'],
    ['nobody', 'in-time', '买家没有在等'],
  ])('%s: %s', (name, urgency, words) => {
    expect(html(view(name))).toContain(`class="wait ${urgency}"`);
    expect(read(view(name))).toContain(words);
  });

  it.each([
    [119, 'in-time'],
    [120, 'soon'],
    [180, 'soon'],
    [181, 'late'],
  ])('after %i of 180 s: %s', (seconds, urgency) => {
    const wait = { ...hurried.wait, kind: 'waiting', seconds, targetSeconds: 180 } as PanelView['wait'];
    expect(html({ ...hurried, wait })).toContain(`class="wait ${urgency}"`);
  });

  it('names who waits elsewhere even with no conversation open', () => {
    expect(read(view('no conversation'))).toContain('另有 2 位等待 1:13');
    expect(read(view('no conversation'))).not.toContain('买家没有在等');
  });
});

describe('findings', () => {
  it('say what, why, what to write, and the key', () => {
    expect(read(view('sketch'))).toContain(
      '禁止 · 反问买家 把责任推给买家，平台按服务态度问题处理。 我马上帮您核对下单时间和发货状态 Alt ↵ 替换 忽略…',
    );
  });

  it('show the words where no underline can', () => {
    expect(read(view('several findings'))).toContain('「最好」 广告法');
    expect(read(view('sketch'))).not.toContain('你是不是搞错了');
  });

  it('are heard politely, a held send at once', () => {
    expect(html(view('sketch'))).toMatch(/aria-live="polite">禁止 反问买家/);
    expect(html(view('held'))).toMatch(/role="alert">这条还没发出去。?\. 禁止 引导站外/);
    expect(html(view('held'))).toMatch(/aria-live="polite"><\/p>/);
  });

  it('held: never promise to send', () => {
    const words = read(view('held, choosing'));
    expect(words).toContain('请再按一次发送，柜边不会替您发');
    expect(words).toMatch(/1 误报 2 引用买家原话 3 平台允许 4 主管同意 5 其他/);
    expect(read(view('released'))).toContain('引用买家原话。再按一次发送');
  });
});

describe('replies', () => {
  it('mark filled and missing slots and say how many are missing', () => {
    const drawn = html(view('sketch'));
    expect(drawn).toContain('<mark class="filled" title="订单号">2411…0382</mark>');
    expect(drawn).toContain('<mark class="missing" title="答复时间">几点前</mark>');
    expect(read(view('sketch'))).toContain('安抚 + 跟进 · 安抚回复 · 1 处待填');
  });

  it('have Alt keys beside the editor and bare digits in a search', () => {
    expect(read(view('sketch'))).toMatch(/Alt 1 亲.*Alt 2 非常.*Alt 3 如果/);
    expect(read(view('search'))).not.toContain('Alt 1');
    expect(html(view('search'))).toContain('<kbd>1</kbd>');
  });

  it('newer ones wait behind a word', () => {
    expect(read(view('newer'))).toContain('有新推荐');
    expect(read(view('sketch'))).not.toContain('有新推荐');
  });
});

describe('trouble', () => {
  it.each([
    ['kicked', ['这个账号在别处登录了', '已记录的都在', '页面提示：您的账号已在其他地方登录']],
    ['broken', ['没找到：composer.field、message.item', '复制诊断信息', '发送前确认已停']],
    ['orphaned', ['F5', '4 条记录没能保存']],
    ['screening off', ['找不到输入框，用语提醒已停']],
    ['refused', ['会话已切换，没有填入', '3 条记录等待保存']],
  ])('%s says what happened, what was kept and what to do', (name, words) => {
    for (const word of words) expect(read(view(name))).toContain(word);
  });
});

describe('today', () => {
  it('gives figures with words, and says what will appear', () => {
    expect(read(view('today'))).toMatch(/接待量 46 平响 47 秒 3:00 内回复 124\/131 次/);
    expect(read(view('today, none'))).toContain('回复第一位买家后');
    expect(read(view('today, none'))).toContain('还没有上岗');
  });
});
