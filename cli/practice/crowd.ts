import { seeded } from './random.ts';
import type { Buyer, Story } from './story.ts';

const SURNAMES = '林陈何罗谢唐许邓冯曹彭曾'.split('');
const GIVEN = '安宁禾溪川柚澄朗棠屿舟岚'.split('');
const ASKED = ['请问还有现货吗', '多拍几件有优惠吗', '发票怎么开呀', '能改一下地址吗', '包装盒可以单独买吗'];
const REPLIED = [
  '亲，有的，今天下单今天发',
  '亲，满两件会自动减',
  '亲，订单页就能申请',
  '亲，已经帮您改好了',
];

/** Old, answered conversations that fill the list, so that it has to scroll: the same for the same story. */
export function crowd({ seed, crowd: size, console: where }: Story): Buyer[] {
  const random = seeded(seed ^ 0x5eed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: size }, (_, index) => {
    const name = pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
    const ago = (index + 2) * 47 * 60_000;
    return {
      uid: `88${String(100_000_001 + index * 7_919)}`,
      name: where === 'pinduoduo' ? `${name.slice(0, 1)}*******${name.slice(-1)}` : `${name}${index + 1}`,
      order: null,
      item: null,
      history: [
        { ago: ago + 60_000, by: 'buyer', variant: '', say: { text: pick(ASKED) } },
        { ago: ago + 22_000, by: 'agent', variant: '', say: { text: pick(REPLIED) } },
      ],
      writes: [],
      answers: [],
    };
  });
}
