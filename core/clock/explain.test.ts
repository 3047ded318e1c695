import { expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import { explain } from './explain.ts';
import { run, story } from './story.fixture.ts';

const profiles = shippedProfiles();

it.each([
  [
    'manual-mean-response',
    'b14:02:11 r14:02:12.hi a14:02:58',
    '14:02:11 buyer → 14:02:58 agent = 47 s; welcome message ignored',
    '14:02:11 买家 → 14:02:58 客服 = 47 秒；欢迎语不算',
  ],
  [
    'manual-mean-response',
    'b14:02:11 b14:02:20 u14:02:30 u14:02:31',
    '14:02:11 buyer → no human reply; 2 × message of an unknown sender ignored; 1 more from the buyer meanwhile; unanswered, counted beside the mean',
    '14:02:11 买家 → 没有人工回复；发送人不明的消息 2 条不算；其间买家又发 1 条；漏回，不计入均值，另计',
  ],
  [
    'manual-mean-response',
    'b23:59:30 a2/00:00:10.hold a2/00:05:30',
    '23:59:30 buyer → 10-02 00:00:10 agent = 40 s; a holding reply; answered in substance after 360 s',
    '23:59:30 买家 → 10-02 00:00:10 客服 = 40 秒；安抚回复；实际答复 360 秒',
  ],
  [
    'manual-mean-response',
    'b14:02:00 a14:02:00',
    '14:02:00 buyer → 14:02:00 agent = 0 s; messages of the same moment stand in input order',
    '14:02:00 买家 → 14:02:00 客服 = 0 秒；同一时刻的消息按输入顺序排',
  ],
  [
    'manual-mean-response',
    'b14:02 a14:05:10',
    '14:02:00–14:03:00 buyer → 14:05:10 agent = 130–190 s; time uncertain, not counted',
    '14:02:00–14:03:00 买家 → 14:05:10 客服 = 130–190 秒；时间不确定，不计入',
  ],
  [
    'taobao-average-response',
    'b14:00:00 a14:20:00',
    '14:00:00 buyer → 14:20:00 agent = 1200 s; counts as the cap of 600 s',
    '14:00:00 买家 → 14:20:00 客服 = 1200 秒；按上限 600 秒计',
  ],
  [
    'taobao-average-response',
    'b14:00:00 t14:01:00@B',
    '14:00:00 buyer → no human reply; transferred to B without a reply, stays with the first account; unanswered, counts as the cap of 600 s',
    '14:00:00 买家 → 没有人工回复；未回复即转接给 B，记在原账号；漏回，按上限 600 秒计',
  ],
  [
    'jd-first-30s-rate',
    '(08:56:00 b09:00:30 a09:00:50',
    '09:00:30 buyer → 09:00:50 agent = 20 s; session began 08:56:00; outside counting hours, not counted',
    '09:00:30 买家 → 09:00:50 客服 = 20 秒；会话始于 08:56:00；不在统计时段，不计',
  ],
  [
    'lazada-response-rate',
    'b17:00:00 a20:00:00',
    '17:00:00 buyer → 20:00:00 agent = 10800 s; due by 19:00:00',
    '17:00:00 买家 → 20:00:00 客服 = 10800 秒；超过时限 19:00:00',
  ],
  [
    'douyin-first-response',
    'b10:00:00 r10:00:01 t10:05:00@B a10:05:40',
    '10:05:00 handed over → 10:05:40 agent = 40 s; robot message ignored',
    '10:05:00 转人工 → 10:05:40 客服 = 40 秒；机器人消息不算',
  ],
])('%s: %s', (id, line, en, zh) => {
  const profile = profiles.get(id)!;
  const [unit] = run(profile, [story(line)]).units;
  expect(explain(unit!, profile, 'en')).toBe(en);
  expect(explain(unit!, profile, 'zh-CN')).toBe(zh);
});
