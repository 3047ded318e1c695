import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumHands, type Hands } from '../kits/hands.ts';
import { troubles } from '../kits/matrix.ts';
import { type Kits, serveKits } from '../kits/serve.ts';
import { tryEditor } from '../kits/trial.ts';

// A slice of `npm run table:editors`, which tries every editor in both browsers.

let kits: Kits;
let hands: Hands;
beforeAll(async () => {
  kits = await serveKits();
  hands = await chromiumHands(kits);
});
afterAll(async () => {
  await hands?.close();
  await kits?.close();
});

it.each(['react-textarea', 'contenteditable', 'quill', 'tiptap', 'lexical'])(
  'reads, places, replaces, underlines and holds in %s, each act one step of its undo',
  async (editor) => {
    const outcomes = await tryEditor(hands, editor);
    expect(troubles([{ editor, browser: 'Chromium', outcomes }])).toEqual([]);
  },
);
