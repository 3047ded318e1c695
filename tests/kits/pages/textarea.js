export function mount(place) {
  const box = document.createElement('textarea');
  place.append(box);
  return {
    box: () => box,
    text: () => box.value,
    clear: () => {
      box.value = '';
    },
  };
}
