import { words } from '../words/say';

export const pilotWords = words({
  title: { en: 'Pilot and the rest', zh: '试点与其他对比' },
  table: { en: 'Rates side by side', zh: '比率对照' },
  which: { en: 'Adopted rules', zh: '已采用的规则' },
  option: { en: '{policy}: {areas}, from {from}', zh: '{policy}：{areas}，自 {from} 起' },
  and: { en: ', ', zh: '、' },
  act: { en: 'Adopted {at} by {by}: {reason}', zh: '{at} 由 {by} 采用：{reason}' },
  tooFew: { en: 'Too few cases to compare yet: a difference says nothing before each side has 30 (proposed).', zh: '案件太少，暂不宜比较：每边满 30 件后差异才有意义（建议值）。' },
  rate: { en: 'Rate', zh: '比率' },
  pilot: { en: 'Under version {version}', zh: '新规则（版本 {version}）' },
  rest: { en: 'The rest', zh: '其他' },
  since: { en: 'Both sides count the cases opened from {from} on; each case keeps the rules that it was opened under.', zh: '两边均统计 {from} 起立案的案件；案件始终沿用立案时的规则。' },
  again: { en: 'Try again', zh: '重试' },
});
