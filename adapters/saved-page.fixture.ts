import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The saved page of a console, as it lies beside its adapter. */
export const savedPage = (id: string): string =>
  readFileSync(join(import.meta.dirname, 'consoles', `${id}.html`), 'utf8');

let address = '';

/**
 * The same as a document at the address that its first comment names. happy-dom lays nothing out, so words that an
 * inline style puts to the end of their row get a box on the right.
 */
export function openSaved(id: string): Document {
  const html = savedPage(id);
  const page = new DOMParser().parseFromString(html, 'text/html');
  address = /<!-- (\S+)/.exec(html)?.[1] ?? 'about:blank';
  Object.defineProperty(Object.getPrototypeOf(Object.getPrototypeOf(page)), 'URL', {
    get: () => address,
    configurable: true,
  });
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const style = this.closest('[style*="justify-content"]')?.getAttribute('style') ?? '';
    if (this.tagName === 'BODY' || style.includes('center')) return new DOMRect(0, 0, 600, 20);
    return new DOMRect(style.includes('flex-end') ? 300 : 10, 0, 290, 20);
  };
  return page;
}
