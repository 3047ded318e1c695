import type { ComponentChildren } from 'preact';
import { say } from '../i18n/say.ts';

/** The frame of our pages: whose page it is, where else to go, and one place for what this page does. */
export function Page({
  here,
  aside,
  children,
}: {
  here: 'desk' | 'manual' | 'supervisor' | 'options';
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  const pages = ['desk', 'manual', 'supervisor', 'options'] as const;
  return (
    <div class="page">
      <header class="page-head">
        <a class="skip" href="#content">
          {say('page.skip')}
        </a>
        <b class="brand">{say('page.brand')}</b>
        <nav aria-label={say('page.nav')}>
          {pages.map((name) => (
            <a key={name} href={`${name}.html`} aria-current={name === here ? 'page' : undefined}>
              {say(`page.${name}`)}
            </a>
          ))}
        </nav>
        <div class="page-acts">{aside}</div>
      </header>
      <main id="content">{children}</main>
    </div>
  );
}
