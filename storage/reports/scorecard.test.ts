import Papa from 'papaparse';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';
import { type ReportTurn, type ScoreReport, scorecardCsv, scorecardXlsx, scoreSheet } from './scorecard.ts';
import { reportWords } from './words.ts';

const AT = Date.parse('2025-11-03T09:12:07+08:00');
const zh = reportWords('zh-CN');

const turn = (n: number): ReportTurn => ({
  agent: '客服 01',
  conversation: `c${n}`,
  startedAt: AT + n * 1000,
  answeredAt: n % 5 === 0 ? null : AT + n * 1000 + 28_000,
  seconds: n % 5 === 0 ? null : 28,
  result: n % 5 === 0 ? '漏回' : '达标',
  why: `09:12:07 买家 → 人工回复 <28> & "秒"`,
});

const report: ScoreReport = {
  made: AT,
  rubric: '售前客服考核表',
  period: '全部',
  timeZone: 'Asia/Shanghai',
  targetSeconds: 180,
  criteria: [
    { id: 'mean', title: '平均响应时间', weight: 30 },
    { id: 'plan', title: '客户调研计划执行率', weight: 15 },
  ],
  agents: [
    {
      name: '=HYPERLINK("x")',
      points: 27.5,
      judged: 30,
      weight: 100,
      meanSeconds: 28.25,
      turns: 386,
      counted: 389,
      met: 375,
      messages: 912,
      sent: { block: 0, warn: 2 },
      missed: 3,
      received: 164,
      verdict: '未签名',
      criteria: {
        mean: { points: 27.5, formula: '-2 分' },
        plan: { points: null, formula: '待录入：计划数' },
      },
    },
    {
      name: '客服 12',
      points: null,
      judged: 0,
      weight: 100,
      meanSeconds: null,
      turns: 0,
      counted: 0,
      met: 0,
      messages: 0,
      sent: { block: 0, warn: 0 },
      missed: 0,
      received: 0,
      verdict: '有缺口',
      criteria: {},
    },
  ],
  turns: Array.from({ length: 5000 }, (_, n) => turn(n)),
  findings: [
    {
      agent: '客服 01',
      conversation: 'c1',
      at: AT,
      level: '禁止',
      rule: 'diversion-wechat',
      category: 'diversion',
      text: '＝加我\u0000微信\ud800',
    },
  ],
  logs: [{ agent: '客服 01', file: 'a.cslog', head: 'ab12', events: 9, verdict: '未签名' }],
};

describe('the workbook', () => {
  it('reads back as written: four sheets, numbers as numbers, texts as texts', async () => {
    const file = Buffer.from(await (await scorecardXlsx(report, zh)).arrayBuffer());
    const sheets = await readExcel(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['评分', '明细', '违规', '说明']);
    const [scores, turns, findings, about] = sheets.map(({ data }) => data);
    expect(scores![0]!.slice(0, 4)).toEqual(['客服', '得分', '已评权重', '权重']);
    expect(scores![1]!.slice(0, 6)).toEqual(['=HYPERLINK("x")', 27.5, 30, 100, 28.25, 386]);
    expect(scores![1]!.slice(6, 9)).toEqual([389, 375, 375 / 389]);
    expect(scores![1]!.slice(-4)).toEqual([27.5, '-2 分', '待录入', '待录入：计划数']);
    expect(scores![2]!.slice(0, 5)).toEqual(['客服 12', null, 0, 100, null]);
    expect(turns).toHaveLength(5001);
    expect(turns![2]!.slice(4)).toEqual([28, '达标', turn(1).why]);
    expect(findings![1]!.at(-1)).toBe('＝加我微信\ufffd');
    expect(about!.flat().join('\n')).toContain(zh.view);
    expect(about!.flat()).toContain('ab12');
  });

  it('holds a moment as the clock of its zone shows it', async () => {
    const file = Buffer.from(await (await scorecardXlsx(report, zh)).arrayBuffer());
    const turns = (await readExcel(file)).find(({ sheet }) => sheet === '明细')!.data;
    const read = turns[1]![2];
    expect(read).toBeInstanceOf(Date);
    // A spreadsheet's time is a fraction of a day, exact to the millisecond.
    expect((read as unknown as Date).getTime() - Date.UTC(2025, 10, 3, 9, 12, 7)).toBeCloseTo(0, -1);
  });
});

describe('the CSV', () => {
  it('begins with the mark that Excel needs, and quotes by RFC 4180', async () => {
    const bytes = new Uint8Array(await scorecardCsv(report, zh).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = toCsv(scoreSheet(report, zh));
    expect(csv.endsWith('\r\n')).toBe(true);
    const { data, errors } = Papa.parse<string[]>(csv.slice(1).trimEnd());
    expect(errors).toEqual([]);
    expect(data[1]!.slice(0, 3)).toEqual([`'=HYPERLINK("x")`, '27.5', '30']);
    expect(data[1]!.at(-3)).toBe(`'-2 分`);
    expect(data[2]!.at(-2)).toBe('待录入');
  });
});
