import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { log, type Seen } from '../core/clock/log.fixture.ts';
import { encrypted } from '../storage/log-file/encrypt.ts';
import { toPassphrase } from '../storage/log-file/passphrase.ts';
import { hear } from './io.fixture.ts';
import { folder, saveLog as save } from './log-file.fixture.ts';
import { run } from './log-score.ts';
import { UsageError } from './verb.ts';

const turn = (person: string, from: string, to: string): Seen[] => [
  { at: from, page: from, person, id: `${person}-asked` },
  { by: 'agent', at: to, page: to, person, id: `${person}-said`, level: 'warn' },
];

let wang = '';
let li = '';
beforeAll(async () => {
  wang = await save('wang', log(...turn('wang', '10:00:00', '10:00:40')));
  li = await save('li', log(...turn('li', '18:00:00', '18:01:25')));
});

describe('counterside log score', () => {
  it('gives a scorecard a line for each agent, opening into its turns', async () => {
    const said = await hear(run, [wang, li]);
    expect(said).toMatchObject({ status: 0, err: [] });
    const cards = said.out.map((text) => JSON.parse(text));
    expect(cards.map(({ agent, total }) => [agent.person, total.points, total.text['zh-CN']])).toEqual([
      ['li', 26, '已评 30/100 分，得 26 分'],
      ['wang', 30, '已评 30/100 分，得 30 分'],
    ]);
    expect(cards[0].rows[2]).toMatchObject({
      criterion: 'response',
      value: 85,
      points: 26,
      units: ['li-asked'],
    });
    expect(cards[0].rows[0]).toMatchObject({ points: null, state: '待录入', asks: ['done', 'planned'] });
  });

  it('reads an encrypted log with the passphrase in a file', async () => {
    const hidden = join(folder, 'hidden.cslog');
    const plain = new Blob([readFileSync(wang)]).stream();
    writeFileSync(
      hidden,
      new Uint8Array(await new Response(encrypted(plain, toPassphrase('对账口令'))).arrayBuffer()),
    );
    const key = join(folder, 'key.txt');
    writeFileSync(key, '对账口令\n');
    expect(await hear(run, [hidden, '--passphrase-file', key])).toEqual(await hear(run, [wang]));
    const without = await hear(run, [hidden]);
    expect([without.status, without.err.join()]).toEqual([1, expect.stringContaining('E_ENCRYPTED')]);
  });

  it('counts a log that is given twice once', async () => {
    expect(await hear(run, [wang, wang])).toEqual(await hear(run, [wang]));
  });

  describe('with another rubric', () => {
    const rubric = (figure: string) => {
      const file = join(folder, 'rubric.yml');
      const [head, criterion, scoring] = [
        'id: own\nlabel: 自定\nlabelEn: Own\nprofile: pdd-3min-rate\nsource: us\nseenOn: 2026-10',
        `id: r, label: 响应, labelEn: Response, weight: 100, measure: { kind: figure, figure: ${figure} }`,
        '{ kind: steps, better: higher, target: 90, step: 5, deduct: 10 }',
      ];
      writeFileSync(file, `${head}\ncriteria:\n  - { ${criterion}, scoring: ${scoring} }\n`);
      return file;
    };
    it('judges by its profile', async () => {
      const [card] = (await hear(run, [wang, '--rubric', rubric('response-share')])).out.map((text) =>
        JSON.parse(text),
      );
      expect(card).toMatchObject({ rubric: 'own', total: { judged: 100, points: 100 } });
      expect(card.rows[0].formula.en).toBe('100% of 1 turn in time, target 90%, nothing off: 100');
    });
    it('refuses one whose profile gives other figures, or that is none', async () => {
      const mixed = hear(run, [wang, '--rubric', rubric('response-seconds')]);
      await expect(mixed).rejects.toThrow('pdd-3min-rate gives other figures');
      const file = join(folder, 'none.yml');
      writeFileSync(file, 'id: own\n');
      await expect(hear(run, [wang, '--rubric', file])).rejects.toThrow(/none\.yml: label/);
    });
  });

  it('scores nothing while a file is broken, and names it', async () => {
    const broken = join(folder, 'broken.cslog');
    writeFileSync(broken, '');
    const said = await hear(run, [wang, broken]);
    expect(said).toEqual({ out: [], err: [`${broken}: E_EMPTY The file is empty.`], status: 1 });
  });

  it.each([
    ['no file', []],
    ['a missing file', ['/nowhere/at-all']],
  ])('refuses %s', async (_, args) => {
    await expect(hear(run, args)).rejects.toThrow(UsageError);
  });
});
