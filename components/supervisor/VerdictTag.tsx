import { Anchor, FileQuestionMark, type IconNode, ShieldAlert, ShieldCheck, Split, Unplug } from 'lucide';
import { say } from '../i18n/say.ts';
import { Tag } from '../ui/Tag.tsx';
import type { VerdictView } from './view.ts';

const looks: Readonly<
  Record<VerdictView['kind'], { tone: 'plain' | 'fine' | 'care' | 'bad'; icon: IconNode }>
> = {
  whole: { tone: 'fine', icon: ShieldCheck },
  unsigned: { tone: 'plain', icon: FileQuestionMark },
  gaps: { tone: 'care', icon: Unplug },
  changed: { tone: 'bad', icon: ShieldAlert },
  forked: { tone: 'bad', icon: Split },
  unanchored: { tone: 'plain', icon: Anchor },
};

/** What can be said of a log, in one word; how we know it on hover and to a screen reader. */
export function VerdictTag({ verdict }: { verdict: VerdictView }) {
  return (
    <span class="verdict" title={verdict.detail}>
      <Tag {...looks[verdict.kind]}>{say(`sup.verdict.${verdict.kind}`)}</Tag>
      <span class="aloud">{verdict.detail}</span>
    </span>
  );
}
