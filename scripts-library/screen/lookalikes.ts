/** Look-alikes that the general table lacks and that people are known to use. A character, then its doubles. */
export const LOOKALIKES: readonly string[] = [
  '微徽徾溦嶶薇癓霺㣲',
  '信伩訫芯',
  '加咖珈枷',
  '群裙焄',
  '现珼',
  '返汳',
  '钱俴',
  '付咐',
  '宝寳',
  '转啭',
  '账帐',
  '评坪',
  '码犸玛',
  '电曳',
];
