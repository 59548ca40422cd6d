import type { FineRule, LiableParty, ServiceKind, WorkRuling, WorkStage } from '../../api/types';
import { language } from '../../words/language';
import { say, sayName, words } from '../../words/say';

export const servicesWords = words({
  title: { en: 'House decoration: may I, and whom do I ask?', zh: '住宅装修办事指南' },
  loading: { en: 'Loading …', zh: '加载中…' },
  again: { en: 'Try again', zh: '重试' },
  none: { en: 'This street has no catalogue of house decoration.', zh: '本街道暂无住宅装修清单。' },
  signIn: { en: 'Sign in', zh: '工作人员登录' },
  print: { en: 'Print', zh: '打印' },
  search: { en: 'Search: wall, balcony, gas …', zh: '搜索：墙、阳台、燃气…' },
  sections: { en: 'What to show', zh: '显示内容' },
  everything: { en: 'Everything', zh: '全部' },
  works: { en: 'May I …?', zh: '能不能做' },
  services: { en: 'Services', zh: '一站式服务' },
  inspections: { en: 'What is inspected', zh: '检查事项' },
  punishments: { en: 'What is punished', zh: '处罚事项' },
  count: { en: '{name} ({n})', zh: '{name}（{n}）' },
  found: { en: '{n} found', zh: '找到 {n} 项' },
  nothing: { en: 'Nothing fits. Use fewer words, or ask your property manager.', zh: '没有匹配的内容，请减少关键词，或咨询物业。' },
  proposed: { en: 'proposed', zh: '建议' },
  proposedHint: { en: 'This project’s own proposal, no published rule', zh: '本项目的建议值，并非已公布的规定' },
  ask: { en: 'Ask', zh: '找谁批' },
  from: { en: 'Who', zh: '找谁' },
  within: { en: 'How long', zh: '多久' },
  bring: { en: 'Bring', zh: '带什么' },
  article: { en: 'Rule', zh: '依据' },
  wrong: { en: 'Done wrongly, it becomes a case of', zh: '违规立案' },
  stages: { en: 'When', zh: '何时' },
  by: { en: 'Who looks', zh: '谁来查' },
  evidence: { en: 'Kept', zh: '留存材料' },
  liable: { en: 'Who answers for it', zh: '谁担责' },
  fine: { en: 'What it costs', zh: '怎么罚' },
  power: { en: 'Who decides', zh: '谁决定' },
  street: { en: 'the street, since {day}', zh: '街道（自 {day} 起）' },
  handed: { en: '{office}; handed over within {time}', zh: '{office}（{time}内移送）' },
  pack: { en: 'Version {version} of the policy pack', zh: '规则包第 {version} 版' },
  oneThing: { en: '{item}: one of the province’s list of {n}', zh: '{item}：列入全省 {n} 项清单' },
  list: { en: ', ', zh: '、' },
});

export const rulingWords = words<WorkRuling>({
  free: { en: 'Yes, once filed', zh: '可以，先登记' },
  'needs-approval': { en: 'Ask first', zh: '须先批准' },
  forbidden: { en: 'No', zh: '不可以' },
});

export const kindWords = words<ServiceKind>({
  filing: { en: 'Filing', zh: '登记' },
  approval: { en: 'Approval', zh: '审批' },
  report: { en: 'Report', zh: '上报' },
});

export const stageWords = words<WorkStage>({
  start: { en: 'as works begin', zh: '开工时' },
  'wet-works': { en: 'at wet works', zh: '水电防水时' },
  finish: { en: 'when done', zh: '完工时' },
});

export const liableWords = words<LiableParty>({
  owner: { en: 'owner', zh: '业主' },
  occupier: { en: 'occupier', zh: '使用人' },
  firm: { en: 'decoration firm', zh: '装修企业' },
  'property-manager': { en: 'property manager', zh: '物业服务企业' },
  developer: { en: 'developer', zh: '建设单位' },
  anyone: { en: 'whoever did it', zh: '行为人' },
});

const fineWords = words({
  fixed: { en: '¥{least} to ¥{most}', zh: '{least} 元至 {most} 元' },
  'management-fee': { en: '{least} to {most} times the decoration-management fee', zh: '装饰装修管理服务费的 {least} 至 {most} 倍' },
  'cost-percent': { en: '{least} to {most} % of the cost of the works', zh: '工程造价的 {least}% 至 {most}%' },
  and: { en: '{range}, {more}', zh: '{range}；{more}' },
});

const timeWords = words({
  min: { en: '{n} working minutes', zh: '{n} 分钟（工作时间）' },
  'min U': { en: '{n} minutes', zh: '{n} 分钟' },
  h: { en: '{n} hours', zh: '{n} 小时' },
  'h U': { en: '{n} hours', zh: '{n} 小时' },
  wh: { en: '{n} working hours', zh: '{n} 个工作小时' },
  wd: { en: '{n} working days', zh: '{n} 个工作日' },
  d: { en: '{n} days', zh: '{n} 天' },
});

/** A time as packs write it (`2 wd`), as people say it. */
export function timeText(budget: string): string {
  const [n = '', ...unit] = budget.split(' ');
  const word = (timeWords as Record<string, { en: string; zh: string }>)[unit.join(' ')];
  const text = word ? say(word, { n }) : budget;
  return language.current === 'en' && n === '1' ? text.replace(/s$/, '') : text;
}

/** What a violation costs: a range, a measure, or whose rule says it. */
export function fineText(fine: FineRule): string {
  const says = sayName(fine.says);
  if (fine.basis === 'local-rule' || fine.basis === 'measure') {
    return says;
  }
  const range = say(fineWords[fine.basis], { least: number(fine.least), most: number(fine.most) });
  return says ? say(fineWords.and, { range, more: says }) : range;
}

function number(amount: number | string | null | undefined): string {
  return Number(amount ?? 0).toLocaleString(language.current);
}
