// Times as the consoles write them, in the reader's own time zone.

const two = (number) => String(number).padStart(2, '0');
const parts = (at) => {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())];
  return {
    year,
    month,
    day,
    hour: two(date.getHours()),
    minute: two(date.getMinutes()),
    second: two(date.getSeconds()),
  };
};

/** 2026年09月08日 17:30:17 */
export function longTime(at) {
  const { year, month, day, hour, minute, second } = parts(at);
  return `${year}年${month}月${day}日 ${hour}:${minute}:${second}`;
}

/** 17:30:17 */
export function dayTime(at) {
  const { hour, minute, second } = parts(at);
  return `${hour}:${minute}:${second}`;
}

/** 17:30 today, 昨天, or 09-08: what a list has room for. */
export function listTime(at, now) {
  const { month, day, hour, minute } = parts(at);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight) return `${hour}:${minute}`;
  return at >= midnight - 86_400_000 ? '昨天' : `${month}-${day}`;
}

/** How long a buyer waits, as a list shows it: 刚刚, 12秒, 3分钟. */
export function waited(since, now) {
  const seconds = Math.floor((now - since) / 1_000);
  if (seconds < 5) return '刚刚';
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分钟`;
}

/** The same as minutes and seconds: 2:03. */
export function stopwatch(since, now) {
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
