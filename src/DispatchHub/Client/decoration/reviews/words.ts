import { words } from '../../words/say';
import type { ReviewParty, ReviewState } from '../types';

export const reviewWords = words({
  title: { en: 'Joint review before hand-over', zh: '交付前联合会审' },
  loading: { en: 'Loading …', zh: '加载中…' },
  missing: { en: 'Choose a review on the page of its estate.', zh: '请在小区页面选择会审。' },
  handOver: { en: 'Hand-over on {day}', zh: '{day} 交付' },
  agenda: { en: 'Agenda', zh: '议程' },
  findings: { en: 'Findings', zh: '发现的问题' },
  forecast: { en: 'Likely violations', zh: '违规预判' },
  items: { en: 'Left to do', zh: '遗留问题' },
  signatures: { en: 'Signatures', zh: '签署' },
  none: { en: 'Nothing yet.', zh: '暂无。' },
  addFinding: { en: 'Record a finding', zh: '记录问题' },
  addForecast: { en: 'Foresee a violation', zh: '预判违规' },
  addItem: { en: 'Leave something to do', zh: '登记遗留问题' },
  where: { en: 'Where', zh: '位置' },
  whole: { en: 'the whole estate', zh: '整个小区' },
  unit: { en: 'Flat, if one', zh: '房屋（可选）' },
  what: { en: 'What', zh: '内容' },
  why: { en: 'Why', zh: '理由' },
  type: { en: 'Type of case', zh: '案件类型' },
  photo: { en: 'Photos', zh: '照片' },
  owner: { en: 'Who does it', zh: '责任方' },
  due: { en: 'Until', zh: '期限' },
  dueBy: { en: '{party}, until {day}', zh: '{party}，{day} 前' },
  doneAt: { en: 'done {at}', zh: '{at} 完成' },
  close: { en: 'Done', zh: '完成' },
  closeItem: { en: 'Done: {what}', zh: '完成：{what}' },
  signFor: { en: 'Sign for {party}', zh: '代表{party}签署' },
  signed: { en: 'signed by {by}, {at}', zh: '{by} 于 {at} 签署' },
  unsigned: { en: 'not signed yet', zh: '未签署' },
  voids: { en: 'Whatever is added now has to be signed by all again.', zh: '新增内容后，各方须重新签署。' },
  finish: { en: 'Finish the review', zh: '完成会审' },
  finished: { en: 'Finished. Its points are watched at the estate.', zh: '会审已完成，关注点已记入小区。' },
  cameTrue: { en: 'came true: {n} cases', zh: '已应验：{n} 件' },
  notYet: { en: 'has not come true', zh: '尚未应验' },
  unforeseen: { en: '{n} cases in the estate since that nobody foresaw.', zh: '会审后另有 {n} 件未预判案件。' },
  estate: { en: 'To the estate', zh: '返回小区' },
  done: { en: 'Done.', zh: '已完成。' },
});

export const reviewPartyWords = words<ReviewParty>({
  enforcement: { en: 'Enforcement', zh: '综合执法' },
  housing: { en: 'Housing', zh: '住建' },
  street: { en: 'Street', zh: '街道' },
  community: { en: 'Community', zh: '社区' },
  manager: { en: 'Property manager', zh: '物业' },
});

export const reviewStateWords = words<ReviewState>({
  open: { en: 'going on', zh: '进行中' },
  finished: { en: 'finished', zh: '已完成' },
  calledOff: { en: 'called off', zh: '已取消' },
});
