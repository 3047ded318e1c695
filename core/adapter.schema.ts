import { z } from 'zod';
import type { Adapter, Field, Sign } from './adapter.ts';

/**
 * An adapter as it comes from outside: a calibration, a file, a pack. Strict, so that a word which this version does
 * not know is refused rather than read half.
 */

const css = z.string().min(1).max(600);
const words = z.string().min(1).max(120);
const many = <T extends z.ZodType>(one: T, most = 40) => z.array(one).max(most).readonly();
const some = <T extends z.ZodType>(one: T, most = 60) => z.array(one).min(1).max(most).readonly();
const pattern = z.string().regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?\/\S*$/i);

const field: z.ZodType<Field> = z.union([
  css,
  z.strictObject({
    css,
    attribute: words.exactOptional(),
    split: z
      .strictObject({ by: z.string().min(1).max(10), part: z.number().int().min(0).max(20) })
      .exactOptional(),
    template: words.exactOptional(),
    without: many(z.tuple([words, z.string().max(120)]).readonly()).exactOptional(),
  }),
  z.strictObject({ url: words }),
]);

const signParts = {
  css: css.exactOptional(),
  around: css.exactOptional(),
  sender: z.union([z.enum(['buyer', 'seat']), many(words)]).exactOptional(),
  side: z.enum(['left', 'right']).exactOptional(),
  id: many(words).exactOptional(),
  label: many(words).exactOptional(),
  says: many(words).exactOptional(),
};
const sign: z.ZodType<Sign> = z.strictObject(signParts);

const formats = many(z.enum(['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'h:mm AM', 'relative']));
const textTime = z.strictObject({ css, formats });
const time = z.discriminatedUnion('read', [
  z.strictObject({ read: z.literal('epoch'), field }),
  z.strictObject({ read: z.literal('iso'), field }),
  textTime.extend({ read: z.literal('text') }),
  z.strictObject({ read: z.literal('label'), formats }),
  z.strictObject({ read: z.literal('divider'), formats }),
]);
const chords = many(z.string().min(1).max(40));

export const adapterSchema = z.strictObject({
  format: z.literal('counterside-adapter/1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/),
  label: z.string().min(1).max(60),
  matches: some(pattern),
  excludes: many(pattern).exactOptional(),
  frame: z.literal('any').exactOptional(),
  metric: words,
  zone: z.enum(['Asia/Shanghai', 'Asia/Tokyo', 'local']),
  shadow: many(css, 5).exactOptional(),
  scope: z.strictObject({ css, id: field, url: words }).exactOptional(),
  ready: css,
  empty: many(words).exactOptional(),
  unusable: many(
    z.strictObject({ reason: z.enum(['kicked', 'login', 'connecting', 'no-permission']), says: many(words) }),
  ),
  messages: css,
  scrolls: z.literal(true).exactOptional(),
  row: z.strictObject({
    at: many(css),
    newestFirst: z.literal(true).exactOptional(),
    skip: many(sign),
    id: many(field),
    conversation: field.exactOptional(),
    sender: field.exactOptional(),
    origin: many(z.strictObject({ ...signParts, by: z.enum(['buyer', 'agent', 'robot', 'system']) })),
    content: many(
      z.strictObject({
        css,
        kind: z.enum(['image', 'video', 'voice', 'file', 'product', 'order', 'notice']),
      }),
    ),
    text: many(z.union([css, z.strictObject({ after: css, says: words })])),
    strip: css.exactOptional(),
    time: many(time),
    recall: sign,
  }),
  conversation: z.strictObject({
    keyIs: z.enum(['buyer-id', 'buyer-name']),
    key: some(field),
    buyer: field,
  }),
  contacts: z.strictObject({
    row: many(css),
    id: field.exactOptional(),
    name: many(field),
    time: many(textTime),
    unread: field.exactOptional(),
    waiting: css.exactOptional(),
    waitingIfRelative: z.literal(true).exactOptional(),
    groups: z.strictObject({ css, title: field, says: many(words) }).exactOptional(),
    pseudo: many(words),
  }),
  shop: field.exactOptional(),
  seat: field.exactOptional(),
  order: z
    .strictObject({ css: css.exactOptional(), url: words.exactOptional(), shape: words })
    .exactOptional(),
  product: z
    .strictObject({ id: field.exactOptional(), title: field.exactOptional(), price: field.exactOptional() })
    .exactOptional(),
  composer: many(
    z.strictObject({
      kind: z.enum(['textarea', 'contenteditable']),
      css,
      near: z.literal('send').exactOptional(),
    }),
  ),
  internal: z.strictObject({ css, says: many(words).exactOptional() }).exactOptional(),
  send: css,
  confirm: css.exactOptional(),
  sendKeys: chords,
  ownShortcuts: chords,
}) satisfies z.ZodType<Adapter>;
