import type { components } from '../api/schema';
import { words } from '../words/say';

type Kind = components['schemas']['PackChangeKind'];

/** The texts of the page of rules. */
export const policyWords = words({
  title: { en: 'Rules in force', zh: '现行规则' },
  how: { en: 'Cases are opened under these rules and keep them until they are closed.', zh: '新案件按以下规则立案，并沿用至结案。' },
  where: { en: 'Community', zh: '社区' },
  pack: { en: 'Rules', zh: '规则包' },
  version: { en: '{title}, version {version}', zh: '{title} · 版本 {version}' },
  since: { en: 'Since', zh: '生效时间' },
  by: { en: 'Adopted by', zh: '采用人' },
  why: { en: 'Why', zh: '原因' },
  next: { en: 'Next', zh: '即将生效' },
  settings: { en: 'as installed', zh: '系统安装时设定' },
  nextOne: { en: 'version {version} from {from}', zh: '版本 {version}，自 {from} 起' },
  record: { en: 'Every act', zh: '采用记录' },
  none: { en: 'Nothing was adopted yet: the rules of the installation hold everywhere.', zh: '尚未采用过其他规则，各处均按安装时的规则执行。' },
  act: { en: '{pack}: {areas}, from {from}. {by}: {reason}', zh: '{pack}：{areas}，自 {from} 起。{by}：{reason}' },
  and: { en: ', ', zh: '、' },
  calendars: { en: 'Calendars', zh: '日历检查' },
  allWell: { en: 'The calendars have what they need.', zh: '日历完整。' },
  'year-missing': { en: '{calendar}: the year {year} is missing. Deadlines follow the weekly hours alone; add its holidays.', zh: '{calendar}：缺少 {year} 年，时限仅按每周工作时间计算，请补充节假日。' },
  'next-year-missing': { en: '{calendar}: the year {year} is missing. Deadlines there are provisional; add its holidays.', zh: '{calendar}：缺少 {year} 年，该年时限为暂定，请补充节假日。' },
  'make-up-days-missing': { en: '{calendar}: {year} has no make-up working days. Look whether they are published by now.', zh: '{calendar}：{year} 年没有调休上班日，请查看是否已公布。' },
  again: { en: 'Try again', zh: '重试' },
  loading: { en: 'Loading …', zh: '加载中…' },
});

/** The texts of trying and adopting a pack. */
export const trialWords = words({
  title: { en: 'Try other rules, then adopt them', zh: '试用并采用其他规则' },
  kept: { en: 'Rules that are kept', zh: '已存规则' },
  choose: { en: 'choose …', zh: '请选择…' },
  file: { en: 'or a file', zh: '或选择文件' },
  areas: { en: 'Where', zh: '范围' },
  street: { en: 'the whole street', zh: '全街道' },
  sameAs: { en: 'Against version {version} ({areas})', zh: '与版本 {version} 对比（{areas}）' },
  same: { en: 'Nothing differs.', zh: '没有区别。' },
  what: { en: 'What changes', zh: '变化' },
  before: { en: 'Now', zh: '现在' },
  after: { en: 'Then', zh: '之后' },
  types: { en: 'For', zh: '适用事项' },
  all: { en: 'everything', zh: '全部' },
  nothing: { en: 'none', zh: '无' },
  inProgress: { en: '{clock}, work in progress', zh: '{clock}（正在施工）' },
  more: { en: 'and {n} more', zh: '另有 {n} 项' },
  days: { en: 'Cases of the last', zh: '试算案件' },
  lastDays: { en: '{n} days', zh: '近 {n} 天' },
  run: { en: 'Dry run', zh: '试算' },
  running: { en: 'Running the cases again under these rules …', zh: '正在按该规则重算案件…' },
  failed: { en: 'The dry run broke off. Try it again.', zh: '试算中断，请重试。' },
  from: { en: 'From', zh: '生效时间' },
  reason: { en: 'Why', zh: '原因' },
  adopt: { en: 'Adopt', zh: '采用' },
  adopted: { en: 'Adopted: version {version} holds from {from} on.', zh: '已采用：版本 {version} 自 {from} 起生效。' },
  forGood: { en: 'Recorded for good. To go back, adopt the former rules again.', zh: '记录不可撤销；如需恢复，请再次采用原规则。' },
  unreadable: { en: 'This file is no JSON. Choose the pack’s own file, policy.json.', zh: '该文件不是 JSON，请选择规则包文件。' },
  tooLarge: { en: 'This file is too large for a pack.', zh: '文件过大，不是规则包。' },
});

export const changeWords = words<Kind>({
  time: { en: '{what}', zh: '{what}' },
  expiry: { en: '{what}: when it runs out', zh: '{what}：到期后' },
  startsOn: { en: '{what}: starts with', zh: '{what}：起算' },
  stopsOn: { en: '{what}: is met by', zh: '{what}：办结' },
  marks: { en: '{what}: warned at, per cent', zh: '{what}：预警节点（%）' },
  calendar: { en: '{what}: calendar', zh: '{what}：日历' },
  typeAdded: { en: 'A new type of case', zh: '新增事项' },
  typeRemoved: { en: 'A type of case goes: none can be opened any more', zh: '取消事项：不再立案' },
  setting: { en: '{what}', zh: '{what}' },
});

/** Lengths as people say them. */
export const lengthWords = words({
  'min U': { en: '{n} min around the clock', zh: '{n} 分钟（不分昼夜）' },
  'h U': { en: '{n} h around the clock', zh: '{n} 小时（不分昼夜）' },
  'd U': { en: '{n} days around the clock', zh: '{n} 天（不分昼夜）' },
  min: { en: '{n} working minutes', zh: '{n} 分钟工作时间' },
  h: { en: '{n} working hours', zh: '{n} 小时工作时间' },
  wh: { en: '{n} working hours', zh: '{n} 个工作小时' },
  wd: { en: '{n} working days', zh: '{n} 个工作日' },
  d: { en: '{n} days', zh: '{n} 天' },
});

export const expiryWords = words({
  'step-up': { en: 'the next level', zh: '升级到上一级' },
  'alarm-then-supervision': { en: 'alarm, then supervision', zh: '先报警，再督办' },
  'withdraw-offer': { en: 'the offer is withdrawn', zh: '收回派单' },
  'card-then-supervision': { en: 'yellow card, then supervision', zh: '先黄牌，再督办' },
  'next-checker': { en: 'the next checker', zh: '换下一核查人' },
  'red-card': { en: 'red card', zh: '红牌' },
  record: { en: 'recorded only', zh: '仅记录' },
});

/** The texts of a dry run's report. */
export const reportWords = words({
  title: { en: 'What the last days would have come to', zh: '试算结果' },
  cases: { en: '{n} cases opened from {from} to {to}; everybody acts as they did.', zh: '{from} 至 {to} 立案 {n} 件；各方操作与实际相同。' },
  apart: { en: '{missed} deadlines were missed in truth. {unread} steps could not be read.', zh: '实际超时 {missed} 次，无法识别的操作 {unread} 次。' },
  count: { en: 'Count', zh: '指标' },
  breaches: { en: 'Deadlines missed', zh: '超时次数' },
  breached: { en: 'Cases with one', zh: '超时案件' },
  toCommunity: { en: 'Rose to communities', zh: '升级到社区' },
  toStreet: { en: 'Rose to the street', zh: '升级到街道' },
  toSupervision: { en: 'Rose to supervision', zh: '升级到督查' },
  closed: { en: 'Cases ended', zh: '办结案件' },
  refused: { en: 'Acts that would be refused', zh: '将被拒绝的操作' },
  units: { en: 'By unit', zh: '按责任单位' },
  unit: { en: 'Unit', zh: '责任单位' },
  missed: { en: 'Missed', zh: '超时' },
  rose: { en: 'Rose from it', zh: '由其升级' },
  load: { en: 'Open on average', zh: '平均在办' },
  fromTo: { en: '{before} → {after}', zh: '{before} → {after}' },
  changed: { en: '{n} cases miss something on one side only', zh: '{n} 件案件仅一边超时' },
  case: { en: 'Case', zh: '案件' },
});
