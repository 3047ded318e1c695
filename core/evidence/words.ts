import type { Verdict } from './verify.ts';

/**
 * What may be said of a log and no more: DESIGN.md §6 lists what each of these can't show. Never say that a log can't
 * be changed.
 */
export function verdictText(verdict: Verdict): { readonly 'zh-CN': string; readonly en: string } {
  switch (verdict.kind) {
    case 'broken':
      return {
        'zh-CN': `从第 ${verdict.at} 条起与记录链不符，内容被改动过`,
        en: `broken at ${verdict.at}: from there the entries do not fit the chain`,
      };
    case 'forked':
      return {
        'zh-CN': `在第 ${verdict.at} 条与之前收到的记录不一致（分叉）`,
        en: `forked at ${verdict.at}: it differs from what was received before`,
      };
    case 'unsigned':
      return {
        'zh-CN': '没有签名，看不出导出之前有没有改动',
        en: 'unsigned: changes made before the export cannot be seen',
      };
    case 'verified': {
      const { anchored, to } = verdict;
      if (anchored >= to)
        return { 'zh-CN': `已验证，锚定到第 ${to} 条`, en: `verified and anchored to ${to}` };
      const from = anchored + 1;
      return {
        'zh-CN': `已验证，第 ${from} 条起未锚定：这之后的改动要到下次收到记录时才看得出`,
        en: `verified, unanchored from ${from}: from there a rewrite before this export would not show`,
      };
    }
  }
}
