import { type PointingKey, pointingText } from '../i18n/pointing.ts';
import { type PointingView, type PointingWish, type Reading, STEPS } from './view.ts';

// Elements by hand: this file goes to chat pages beside the panel, and a framework would be a sixth of it.

type Words = ReturnType<typeof pointingText>;
type Child = Node | string | null;

function element(
  page: Document,
  name: string,
  looks: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElement {
  const made = page.createElement(name);
  for (const [key, value] of Object.entries(looks)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** What is read, for a person to judge at a glance. */
function reading(page: Document, { lines, composer, send, weak }: Reading, words: Words): Child[] {
  const muted = (word: PointingKey) => element(page, 'p', { class: 'muted' }, words(word));
  const part = (fine: boolean, word: PointingKey) =>
    element(page, 'span', { 'data-fine': String(fine) }, words(word));
  return [
    lines.length === 0
      ? muted('check.nothing')
      : element(
          page,
          'ol',
          {},
          ...lines.map(({ by, text }) =>
            element(
              page,
              'li',
              { class: by },
              element(page, 'b', {}, words(`check.${by}`)),
              element(page, 'span', {}, text || words('check.picture')),
            ),
          ),
        ),
    element(
      page,
      'p',
      { class: 'parts' },
      part(composer, 'check.composer'),
      part(true, send ? 'check.send' : 'check.enter'),
    ),
    weak ? muted('check.weak') : null,
  ];
}

type Acts = readonly (readonly [PointingWish, PointingKey])[];

/** What stands on the card, and what a person may do then; the first is the usual one. */
function contents(
  page: Document,
  view: PointingView,
  words: Words,
): { readonly inside: Child[]; readonly acts: Acts } {
  const title = (text: string) => element(page, 'h2', {}, text);
  const care = (text: string) => element(page, 'p', { class: 'care', role: 'alert' }, text);
  const muted = (text: string) => element(page, 'p', { class: 'muted' }, text);
  switch (view.kind) {
    case 'ask':
      return {
        inside: [title(words('ask.title')), ...reading(page, view.reading, words)],
        acts: [
          ['accept', 'ask.yes'],
          ['point', 'ask.no'],
          ['close', 'ask.later'],
        ],
      };
    case 'point': {
      const { step, trouble } = view;
      const at = STEPS.indexOf(step);
      return {
        inside: [
          title(words(`point.${step}`)),
          muted(words('point.title', { n: at + 1, of: STEPS.length })),
          trouble && care(words(`point.${trouble}`)),
          muted(words('point.keys')),
        ],
        acts: [
          ...(step === 'send' || step === 'name' ? [['skip', `point.skip.${step}`] as const] : []),
          ...(at > 0 ? [['back', 'point.back'] as const] : []),
          ['close', 'point.cancel'],
        ],
      };
    }
    case 'check':
      return {
        inside: [
          title(words('check.title')),
          ...reading(page, view.reading, words),
          view.failed === null
            ? null
            : care(`${words('failed.title', { why: view.failed })} ${words('failed.kept')}`),
        ],
        acts: [
          ['save', 'check.save'],
          ['copy', view.copied ? 'check.copied' : 'check.copy'],
          ['point', 'check.again'],
          ['close', 'point.cancel'],
        ],
      };
    case 'saved':
      return {
        inside: [title(words('saved.title')), muted(words('saved.why'))],
        acts: [
          ['reload', 'saved.reload'],
          ['close', 'point.cancel'],
        ],
      };
  }
}

/**
 * Draws the card that asks about a chat that was found, guides a person who points it out, and shows what is read
 * then. Drawn again it keeps the focus where it was.
 */
export function drawCard(card: HTMLElement, view: PointingView, act: (wish: PointingWish) => void): void {
  const page = card.ownerDocument;
  const words = pointingText(view.language);
  const { inside, acts } = contents(page, view, words);
  const root = card.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement?.getAttribute('data-act') : null;
  const buttons = acts.map(([wish, word], index) => {
    const button = element(
      page,
      'button',
      { type: 'button', class: index === 0 ? 'main' : 'plain', 'data-act': wish },
      words(word),
    );
    button.addEventListener('click', (event) => event.isTrusted && act(wish));
    return button;
  });
  card.lang = view.language;
  // Out of the way of what is to be pointed at: own messages mostly stand on the right, names above.
  card.className = `card ${view.kind === 'point' && view.step === 'own' ? 'left' : ''} ${view.kind === 'point' && view.step === 'name' ? 'low' : ''}`;
  card.replaceChildren(
    ...inside.filter((child) => child !== null),
    element(page, 'div', { class: 'acts' }, ...buttons),
  );
  buttons.find((button) => button.getAttribute('data-act') === focused)?.focus();
}
