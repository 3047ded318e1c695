import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeDesk } from '../chat.content/bridge.ts';
import { createBadge } from './badge.ts';
import { drawPanel } from './draw.tsx';
import { listenForKeys } from './keys.ts';
import { createWishes } from './wishes.ts';

/** Draws the panel over a console page and does what people ask of it. */
export default defineUnlistedScript(() => {
  const desk = takeDesk();
  if (!desk) return;
  const on = createWishes(desk);
  listenForKeys(desk.session, on);
  const draw = drawPanel(desk, on);
  const badge = createBadge(desk.session);
  desk.show(() => {
    draw();
    badge(desk.session.model().page);
  });
});
