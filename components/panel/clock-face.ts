/** A duration as a clock shows it: 0:41, 2:03, 1:02:03. Whole seconds, never negative. */
export function clockFace(seconds: number): string {
  const all = Math.max(0, Math.floor(seconds));
  const pad = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(all % 60)}` : `${minutes}:${pad(all % 60)}`;
}
