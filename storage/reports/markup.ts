const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML or HTML, between tags or in double quotes. */
export const markup = (value: string): string => value.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
