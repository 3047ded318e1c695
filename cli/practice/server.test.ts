import { request } from 'node:https';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Practice, startPractice } from './server.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

/** One request under a host name, as a browser with a host rule makes it. */
const ask = (host: string, path: string, body?: object) =>
  new Promise<{ status: number; type: string; location: string; text: string }>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: practice.port,
      path,
      rejectUnauthorized: false,
      headers: { host },
    };
    request({ ...options, method: body ? 'POST' : 'GET' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location ?? '',
          text,
        }),
      );
    })
      .on('error', reject)
      .end(body && JSON.stringify(body));
  });

it('tells consoles apart by their host names, with or without a port', async () => {
  expect((await ask('mms.pinduoduo.com', '/')).location).toBe('/chat-merchant/index.html');
  expect((await ask(`im.jinritemai.com:${practice.port}`, '/')).location).toBe(
    '/pc_seller_v2/main/workspace',
  );
  expect((await ask('elsewhere.example', '/')).status).toBe(421);
});

it('serves pages, programs and Vue from node_modules, and nothing else', async () => {
  expect((await ask('mms.pinduoduo.com', '/chat-merchant/index.html?orderSn=1')).text).toContain('id="app"');
  expect((await ask('mms.pinduoduo.com', '/assets/vue.js')).text).toContain('Vue.js v2.7');
  expect((await ask('mms.pinduoduo.com', '/assets/page.js')).type).toContain('javascript');
  expect((await ask('im.jinritemai.com', '/assets/page.js')).text).toContain('qa-message-warpper');
  expect((await ask('im.jinritemai.com', '/chat-merchant/index.html')).status).toBe(404);
  expect((await ask('mms.pinduoduo.com', '/assets/../page.js')).status).toBe(404);
});

it('plays only stories of its own console', async () => {
  const wrong = await ask('mms.pinduoduo.com', '/practice/changes?story=feige-afternoon');
  expect([wrong.status, wrong.text]).toEqual([
    400,
    'there is no story feige-afternoon here: one-of-each, pinduoduo-evening',
  ]);
  expect(practice.world('pinduoduo').story.name).toBe('pinduoduo-evening');
});

it('changes the world only as asked, and says what was wrong', async () => {
  const said = { kind: 'say', uid: '7702418853016', by: 'buyer', content: { text: '在' } };
  const done = await ask('mms.pinduoduo.com', '/practice/act', said);
  expect(JSON.parse(done.text)).toEqual({ version: 1, id: expect.stringMatching(/^\d{13}$/) });
  expect((await ask('mms.pinduoduo.com', '/practice/act', { ...said, uid: 'z' })).text).toBe(
    'there is no buyer z',
  );
  expect((await ask('mms.pinduoduo.com', '/practice/act', { kind: 'rob' })).status).toBe(400);
  expect(practice.world('pinduoduo').version).toBe(1);
  expect(practice.world('feige').version).toBe(0);
});
