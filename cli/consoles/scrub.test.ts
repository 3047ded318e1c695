// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { scrub } from './scrub.ts';

const kuaishou = adapters.find(({ id }) => id === 'kuaishou');
const SAVED = `<html><head><script>steal()</script><link rel="preload" href="https://cdn.example/a.css"></head>
<body onload="steal()"><!-- 张三 -->
<div class="SessionBaseCard active" title="王小明" data-uid="20261122334455" style="color:red;justify-content:flex-end">
<b onclick="x()">王小明</b><b>王小明</b><i>13812345678</i><a href="https://shop.example/?u=9">wang@mail.example</a>
<time>11-22 18:55:20</time><img src="https://cdn.example/face.jpg" alt=""></div>
<p>[系统消息]张三付款了</p><textarea>没发出去的话</textarea></body></html>`;
const page = () => new DOMParser().parseFromString(SAVED, 'text/html');
const where = {
  address: 'https://im.kwaixiaodian.com/workbench?token=secret#ud=20261122334455',
  day: '2026-11-22',
};

it('leaves nothing that runs, fetches or is somebody’s', () => {
  const html = scrub(page(), kuaishou, where);
  expect(html).not.toMatch(
    /<script|<link|onclick|onload|href|cdn\.example|张三|王小明|13812345678|wang@|secret|没发出去的话/,
  );
  expect(html).not.toContain('20261122334455');
});

it('keeps structure, hooks, times, the words that the adapter reads, and what is equal', () => {
  const html = scrub(page(), kuaishou, where);
  expect(html).toContain('class="SessionBaseCard active"');
  expect(html).toContain('justify-content:flex-end');
  expect(html).toContain('<time>11-22 18:55:20</time>');
  expect(html).toContain('[系统消息]');
  const [, first, second] = /<b>(.+?)<\/b><b>(.+?)<\/b>/.exec(html) ?? [];
  expect(first).toBe(second);
  expect(first).toHaveLength(3);
  const uid = /data-uid="(\d+)"/.exec(html)?.[1];
  expect(html).toContain(`<!-- https://im.kwaixiaodian.com/workbench `);
  expect(uid).toHaveLength(14);
});
