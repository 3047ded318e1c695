import { type Language, textIn } from './language.ts';

/** The words of 存为话术 on the panel, both languages side by side: [zh-CN, en]. */
const proposingWords = {
  'proposing.title': ['存为话术', 'Save as a script'],
  'proposing.offer': ['刚发的这句：“{text}”', 'Just sent: “{text}”'],
  'proposing.save': ['存为话术', 'Save as a script'],
  'proposing.not': ['不用', 'No'],
  'proposing.kept': [
    '已交给管话术的人审，个人信息已去掉。',
    'Handed to whoever keeps the pack, without personal data.',
  ],
  'proposing.waiting': ['这句已经在待审的建议里。', 'The same words are waiting for review already.'],
  'proposing.known': ['话术包里已经有这句。', 'The pack has these words already.'],
  'proposing.failed': ['没存上，请再试一次。', 'Not saved, please try again.'],
  'proposing.undo': ['撤回', 'Take back'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export const proposingText = (language: Language) => textIn(proposingWords, language);
