import { browser } from 'wxt/browser';
import type { Swept } from './sweeper.ts';

const ALARM = 'desk';
/** However little falls due: a clock that was set or a case that stays open too long is seen within this time. */
const AT_LEAST_EVERY_MS = 5 * 60_000;

/** Wakes us for what falls due next. Browsers may forget alarms when they close, so every life sets its own. */
export async function wakeFor(next: number | null, now: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Math.min(next ?? Infinity, now + AT_LEAST_EVERY_MS) });
}

/** Calls `work` when the alarm goes off. Must be registered in the background's first turn. */
export function onAlarm(work: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) work();
  });
}

/** The number of overdue things on our icon; none is no badge. */
export async function showBadge(overdue: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#a3541b' });
  await browser.action.setBadgeText({ text: overdue === 0 ? '' : String(Math.min(overdue, 99)) });
}

/** One message for all that has just become overdue, if the person has allowed notifications. No names, no words. */
export async function notify({ fresh }: Swept, title: string, message: string): Promise<void> {
  if (fresh.length === 0 || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(ALARM, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}
