import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LearnedDb } from './db.ts';
import { forget, forgetBefore, type Happened, keepIndex, recall, takeIn } from './store.ts';

let db: LearnedDb;
let made = 0;
beforeEach(() => {
  db = new LearnedDb(`learned-${++made}`);
});
afterEach(() => db.delete());

const said = (conversation: string, id: string, by: 'buyer' | 'agent', text: string, at = 1): Happened => ({
  kind: 'message',
  id,
  conversation,
  at,
  by,
  text,
  teaches: by === 'agent' ? { personal: false, scriptOf: (inserted) => inserted.at(-1) ?? null } : null,
});

describe('learning', () => {
  it('keeps a reply with what came before it, once', async () => {
    const chat = [said('c', '1', 'buyer', '多久发货'), said('c', '2', 'agent', '今天发')];
    const [reply] = await takeIn(db, chat);
    expect(reply).toMatchObject({
      id: '2',
      text: '今天发',
      script: null,
      context: [{ by: 'buyer', text: '多久发货' }],
    });
    expect(await takeIn(db, chat)).toEqual([]);
    expect((await recall(db)).replies).toHaveLength(1);
  });

  it('goes on where an earlier life of the background stopped', async () => {
    await takeIn(db, [said('c', '1', 'buyer', '多久发货')]);
    await takeIn(db, [{ kind: 'inserted', conversation: 'c', at: 1, script: 'ship' }]);
    const [reply] = await takeIn(db, [said('c', '2', 'agent', '今天发')]);
    expect(reply).toMatchObject({ script: 'ship', context: [{ by: 'buyer', text: '多久发货' }] });
  });

  it('learns nothing from a message that answers nobody', async () => {
    expect(await takeIn(db, [said('c', '1', 'agent', '在的')])).toEqual([]);
  });

  it('forgets a buyer, and the index with them', async () => {
    await takeIn(
      db,
      ['a', 'b'].flatMap((c) => [said(c, `${c}1`, 'buyer', '问'), said(c, `${c}2`, 'agent', '答')]),
    );
    const none = new Int32Array();
    const vectors = {
      terms: none,
      lengths: none,
      texts: none,
      vectors: none,
      weights: new Float32Array(),
      textsIn: none,
      total: 0,
    };
    await keepIndex(db, { replies: [], holds: new Set(['a2']), vectors });
    expect((await recall(db)).kept?.holds.has('a2')).toBe(true);
    expect(await forget(db, ['a'])).toBe(1);
    const { replies, kept } = await recall(db);
    expect(replies.map(({ conversation }) => conversation)).toEqual(['b']);
    expect(kept).toBeNull();
    expect(await db.talks.count()).toBe(1);
  });

  it('forgets what is old', async () => {
    await takeIn(db, [said('a', '1', 'buyer', '问', 5), said('a', '2', 'agent', '答', 6)]);
    expect(await forgetBefore(db, 6)).toBe(0);
    expect(await forgetBefore(db, 7)).toBe(1);
  });
});
