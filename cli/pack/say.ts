import { type PackIssue, sayIssue, sayPlace } from '../../scripts-library/pack-issue.ts';
import type { VerbIo } from '../verb.ts';

/** The language that a terminal is set to: Chinese where it says so, else English. */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): 'zh-CN' | 'en' {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/iu.test(said) ? 'zh-CN' : 'en';
}

/** One line an issue on standard error: the file, the place, the code, the sentence, what to do. */
export function sayIssues(
  io: VerbIo,
  file: string,
  issues: readonly PackIssue[],
  language: 'zh-CN' | 'en',
): void {
  for (const one of issues) {
    const { text, hint } = sayIssue(one, language);
    const place = sayPlace(one, language);
    const [dot, gap] = language === 'zh-CN' ? ['：', '。'] : [': ', '. '];
    io.err(`${file}${place === '' ? '' : `:${place}`}${dot}${one.code} ${text}${gap}${hint}`);
  }
}
