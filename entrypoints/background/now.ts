const pad = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD` on the agent's calendar, as scripts are dated. */
export const localDay = (now: Date): string =>
  `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/** `YYYY-MM-DDTHH:MM` on the agent's clock, as facts and notices are dated. */
export const localMinute = (now: Date): string =>
  `${localDay(now)}T${pad(now.getHours())}:${pad(now.getMinutes())}`;
