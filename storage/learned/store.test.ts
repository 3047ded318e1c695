import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryIn } from '../../scripts-library/suggest/index.ts';
import { keep, rememberingIndex } from '../../scripts-library/suggest/remember.ts';
import { LearnedDb } from './db.ts';
import { forget, forgetBefore, type Happened, keepIndex, keepShelf, recall, takeIn } from './store.ts';

let db: LearnedDb;
let nth = 0;
beforeEach(() => {
  db = new LearnedDb(`learned-${++nth}`);
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

const made = rememberingIndex([], { kept: null, fresh: [], shelf: null }, 0, 'test');
const index = { ...keep(made), learned: 1, library: libraryIn(made.index) };

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
    expect((await recall(db)).fresh).toHaveLength(1);
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
    await keepIndex(db, index, new Set(['a2']));
    await keepShelf(db, { of: ['x'], library: index.library });
    const { kept: there, fresh, shelf } = await recall(db);
    expect([there?.learned, fresh.map(({ id }) => id), shelf?.of]).toEqual([1, ['b2'], ['x']]);
    expect(await forget(db, ['a'])).toBe(1);
    const { fresh: left, ...rest } = await recall(db);
    expect(left.map(({ conversation }) => conversation)).toEqual(['b']);
    expect(rest).toEqual({ kept: null, shelf: null });
    expect(await db.talks.count()).toBe(1);
  });

  it('forgets what is old', async () => {
    await takeIn(db, [said('a', '1', 'buyer', '问', 5), said('a', '2', 'agent', '答', 6)]);
    expect(await forgetBefore(db, 6)).toBe(0);
    expect(await forgetBefore(db, 7)).toBe(1);
  });
});
