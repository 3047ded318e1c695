import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLES, type Console, type Seat } from '../../cli/demo/seat.ts';
import { type Stage, setStage, textsIn } from './stage.ts';

const QUESTION = '请问拍下以后多久能发货呀';
const BLAME = '你是不是搞错了？';
const CONTACT = '亲，加我微信聊吧';

describe.each(Object.values(CONSOLES).map((console) => [console.id, console] as const))(
  'an agent at %s',
  (id, console: Console) => {
    let stage: Stage;
    let seat: Seat;

    beforeAll(async () => {
      stage = await setStage();
      seat = await stage.sit(id);
    });
    afterAll(() => stage?.close());

    const editor = () => seat.page.inputValue(console.editor);
    const kinds = async () => (await stage.log()).map((event) => event.kind);

    it('sees the buyer’s question, the running wait and three replies', async () => {
      await seat.buyerSays(QUESTION);
      await seat.panel.waitFor((text) => text.includes('已等待') || /\d:\d\d/.test(text));
      await seat.panel.waitFor((text) => ['Alt 1', 'Alt 2', 'Alt 3'].every((key) => text.includes(key)));
      const events = await stage.logUntil((all) =>
        all.some(
          (e) => e.kind === 'message-seen' && e.by === 'buyer' && e.seen === 'live' && e.text === QUESTION,
        ),
      );
      expect(events.filter((e) => e.kind === 'message-seen' && e.text === QUESTION)).toHaveLength(1);
    });

    it('places a reply at the caret with one key, and the editor’s own undo takes it back', async () => {
      await seat.type('亲～');
      await seat.press('Alt+1');
      await seat.panel.waitFor((text) => text.includes('已填入'));
      const placed = await seat.draft();
      expect(placed.startsWith('亲～')).toBe(true);
      expect(placed.length).toBeGreaterThan(6);
      expect(await editor()).toBe(placed);
      await seat.page.focus(console.editor);
      await seat.press('Control+Z');
      expect(await seat.draft()).toBe('亲～');
      await stage.logUntil((events) => events.some((e) => e.kind === 'suggestion-inserted'));
      await seat.clear();
    });

    it('underlines what blames the buyer and offers other words', async () => {
      await seat.type(BLAME);
      await seat.panel.waitFor('.card, .finding, [class*="find"]');
      const mark = await seat.panel.query('.underlines .mark');
      expect(mark?.visible).toBe(true);
      expect(BLAME).toContain(mark?.text ?? '?');
      const box = await seat.page.locator(console.editor).boundingBox();
      expect(mark!.box.y).toBeGreaterThan(box!.y);
      expect(mark!.box.y + mark!.box.height).toBeLessThan(box!.y + box!.height);
      await stage.logUntil((events) => events.some((e) => e.kind === 'finding-raised'));
      await seat.press('Alt+Enter');
      await seat.panel.waitFor((text) => text.includes('已替换'));
      expect(await seat.draft()).not.toContain('搞错');
      await stage.logUntil((events) => events.some((e) => e.kind === 'finding-fixed'));
      await seat.clear();
    });

    it('holds a send that asks the buyer off the platform, by click and by key', async () => {
      await seat.type(CONTACT);
      await seat.clickSend();
      await seat.panel.waitFor((text) => text.includes('仍要发送'));
      expect(await seat.sent()).not.toContain(CONTACT);
      expect(await seat.draft()).toBe(CONTACT);
      await seat.page.evaluate(() => window.practice.setEnterSends(true));
      await seat.page.focus(console.editor);
      await seat.press('Enter');
      await seat.page.waitForTimeout(300);
      expect(await seat.sent()).not.toContain(CONTACT);
      expect(await seat.draft()).toBe(CONTACT);
      expect((await kinds()).filter((kind) => kind === 'send-held')).toHaveLength(1);
    });

    it('lets it go only after a reason, and never sends by itself', async () => {
      await seat.press('Alt+Shift+Enter');
      await seat.panel.waitFor((text) => text.includes('主管同意'));
      await seat.press('4');
      await seat.panel.waitFor((text) => text.includes('原因已记下'));
      await seat.page.waitForTimeout(300);
      expect(await seat.sent()).not.toContain(CONTACT);
      await seat.clickSend();
      await seat.page.waitForFunction(
        (text) => window.practice.sent().some((one) => one.text === text),
        CONTACT,
      );
      const events = await stage.logUntil((all) =>
        all.some((e) => e.kind === 'message-seen' && e.by === 'agent' && e.text === CONTACT),
      );
      expect(events.find((e) => e.kind === 'finding-overridden')).toMatchObject({
        reason: 'supervisor-agreed',
      });
      expect(events.find((e) => e.kind === 'send-released')).toMatchObject({ outcome: 'overridden' });
      const own = events.find((e) => e.kind === 'message-seen' && e.text === CONTACT);
      expect(own).toMatchObject({ by: 'agent', findings: [expect.objectContaining({ level: 'block' })] });
    });

    it('stops the wait when the reply went out', async () => {
      await seat.panel.waitFor((text) => text.includes('买家没有在等'));
    });

    it('tells robot and system from people, and never takes a stranger for a buyer', async () => {
      const uid = await seat.open();
      await seat.page.evaluate(async (to) => {
        await window.practice.robotSays(to, '自动回复：您好，稍后为您服务');
        await window.practice.systemSays(to, '当前会话已长时间未回复');
      }, uid);
      const events = await stage.logUntil((all) =>
        textsIn(all).some((text) => text.includes('长时间未回复')),
      );
      const by = (part: string) =>
        events.flatMap((e) => (e.kind === 'message-seen' && e.text?.includes(part) ? [e.by] : []));
      expect(by('稍后为您服务')).toEqual(['robot']);
      expect(by('长时间未回复')).toEqual(['system']);
    });

    it('opens a case and logs it', async () => {
      await seat.panel.click('#tab-case');
      await seat.panel.waitFor((text) => text.includes('问题分类'));
      await seat.panel.click('#part-case .new-case .chip span');
      await seat.panel.click('#part-case .new-case .main');
      await stage.logUntil((events) => events.some((e) => e.kind === 'case-opened'));
      await seat.panel.click('#tab-reply');
    });

    it('never covers the send box at 1366×768', async () => {
      const panel = await seat.panel.query('aside.cs');
      for (const selector of [console.editor, console.send]) {
        const box = (await seat.page.locator(selector).boundingBox())!;
        const apart =
          panel!.box.x + panel!.box.width <= box.x ||
          box.x + box.width <= panel!.box.x ||
          panel!.box.y + panel!.box.height <= box.y ||
          box.y + box.height <= panel!.box.y;
        expect(apart, selector).toBe(true);
      }
    });

    it('pauses while the account is signed in elsewhere', async () => {
      if (id !== 'pinduoduo') return;
      await seat.page.evaluate(() => window.practice.kick());
      await seat.panel.waitFor((text) => text.includes('在别处登录'));
    });
  },
);
