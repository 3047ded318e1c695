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

const box = (dent) =>
  `<path d="M24 38l56-22 56 22v52l-56 24-56-24z" fill="#cdb08a"/><path d="M24 38l56 22 56-22M80 60v54" stroke="#a3845c" stroke-width="3" fill="none"/>${dent}`;

/** What a buyer photographs: a parcel with a crack across it. */
export const photo = data(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 128"><rect width="160" height="128" fill="#e9e4da"/>' +
    `${box('<path d="M88 74l12 8-6 10 16 6" stroke="#5d4424" stroke-width="4" fill="none"/>')}</svg>`,
);

/** What the shop sells: the same parcel, whole. */
export const goods = data(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -16 160 160"><rect y="-16" width="160" height="160" fill="#f3efe7"/>${box('')}</svg>`,
);
