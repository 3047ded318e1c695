// Pictures without files: a coloured square with a letter, or a plain photo of a shelf.

const data = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
const HUES = [12, 38, 96, 152, 190, 214, 262, 330];

/** A round face for a name, the same for the same uid. */
export function avatar(uid, name) {
  const sum = [...uid].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const hue = HUES[sum % HUES.length];
  return data(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 34% 78%)"/>` +
      `<text x="20" y="26" font-size="17" text-anchor="middle" fill="hsl(${hue} 30% 30%)">${name.slice(0, 1)}</text></svg>`,
  );
}

/** What a buyer photographs: a shelf with a broken board. */
export const photo = data(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="#e9e4da"/>' +
    '<path d="M30 18v88M130 18v88M30 34h100M30 64h100M30 96h44l12 8h44" stroke="#9a7650" stroke-width="6" fill="none"/></svg>',
);

/** What the shop sells: the same shelf, whole. */
export const goods = data(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#f3efe7"/>' +
    '<path d="M18 12v58M62 12v58M18 22h44M18 42h44M18 62h44" stroke="#a98256" stroke-width="4" fill="none"/></svg>',
);
