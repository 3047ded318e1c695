// `{name}` in a template stands for a fact, `{at:format}` for a moment as that console writes it.

const two = (number) => String(number).padStart(2, '0');
const WEEKDAYS = '日一二三四五六';

/** The moment in a format of YYYY MM M DD D HH h mm ss A, `epoch` or `iso`; `@9` at its end is a zone's offset. */
export function written(at, format) {
  if (format === 'epoch') return String(at);
  if (format === 'iso') return new Date(at).toISOString();
  const [form, zone] = format.split('@');
  const east = zone === undefined ? -new Date(at).getTimezoneOffset() : Number(zone) * 60;
  const date = new Date(at + east * 60_000);
  const [month, day, hour] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()];
  const parts = {
    ...{ YYYY: date.getUTCFullYear(), MM: two(month), M: month, DD: two(day), D: day },
    ...{ HH: two(hour), h: hour % 12 || 12, mm: two(date.getUTCMinutes()), ss: two(date.getUTCSeconds()) },
    ...{ A: hour < 12 ? 'AM' : 'PM', W: WEEKDAYS[date.getUTCDay()] },
  };
  return form.replace(/YYYY|MM|M|DD|D|HH|h|mm|ss|A|W/g, (part) => parts[part]);
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value) => String(value).replace(/[&<>"]/g, (one) => ESCAPES[one]);

/** The template with its holes filled; a hole that no fact fills is left as it is. */
export function fill(template, facts) {
  return template.replace(/\{(\w+)(?::([^}]+))?\}/g, (hole, name, format) => {
    if (!(name in facts)) return hole;
    return escaped(format ? written(facts[name], format) : facts[name]);
  });
}
