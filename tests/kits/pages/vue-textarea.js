import { createApp, h, ref, vModelText, withDirectives } from 'vue';

export function mount(place) {
  const holder = document.createElement('div');
  place.append(holder);
  const text = ref('');
  const set = (value) => {
    text.value = value;
  };
  const render = () =>
    withDirectives(h('textarea', { 'onUpdate:modelValue': set }), [[vModelText, text.value]]);
  createApp({ setup: () => render }).mount(holder);
  return { box: () => holder.querySelector('textarea'), text: () => text.value, clear: () => set('') };
}
