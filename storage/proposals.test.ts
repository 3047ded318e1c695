import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropProposal, forgetProposals, keepProposal, ProposalDb, readProposals } from './proposals.ts';

let db: ProposalDb;
let nth = 0;
beforeEach(() => {
  db = new ProposalDb(`proposals-${++nth}`);
});
afterEach(() => db.delete());

const row = (id: string, text: string, conversation = 'c') => ({
  ...{ id, text, conversation, at: Number(id), console: 'feige', person: null, asked: '怎么洗' },
});
const ids = async () => (await readProposals(db)).map(({ id }) => id);

it('keeps the same words once, the latest first', async () => {
  expect(await keepProposal(db, row('1', '温水手洗'))).toBe(true);
  expect(await keepProposal(db, row('2', '温水手洗', 'd'))).toBe(false);
  expect(await keepProposal(db, row('3', '可以机洗'))).toBe(true);
  expect(await ids()).toEqual(['3', '1']);
});

it('is taken back by its own conversation alone, and by whoever judges it', async () => {
  await keepProposal(db, row('1', '温水手洗'));
  await dropProposal(db, '1', 'other');
  expect(await ids()).toEqual(['1']);
  await dropProposal(db, '1', 'c');
  expect(await ids()).toEqual([]);
  await keepProposal(db, row('2', '可以机洗'));
  await dropProposal(db, '2');
  expect(await ids()).toEqual([]);
});

it('goes with the buyer', async () => {
  await keepProposal(db, row('1', '温水手洗', 'a'));
  await keepProposal(db, row('2', '可以机洗', 'b'));
  await forgetProposals(db, ['a']);
  expect(await ids()).toEqual(['2']);
});
