/** The lines of an element that is edited without any library: what the browser itself made of them. */
export function linesOf(box) {
  return box.innerText.replaceAll('\u00a0', ' ').replace(/\n$/, '');
}

/** An editable element of this name, as the simplest consoles use it. */
export function editable(place, name) {
  const box = document.createElement(name);
  box.contentEditable = 'true';
  place.append(box);
  return { box: () => box, text: () => linesOf(box), clear: () => box.replaceChildren() };
}
