import { words } from '../words/say';

/** The texts of surges. */
export const surgeWords = words({
  surge: { en: 'Surge', zh: '高峰' },
  bar: { en: 'Surge in {area} until {until}: {n} clocks stand still', zh: '{area}高峰期，至 {until}：{n} 项时限暂停' },
  barRaised: { en: ', priority {priority} at least', zh: '，优先级不低于{priority}' },
  barTypes: { en: ', for {types} only', zh: '，仅限{types}' },
  notice: { en: 'Surge in {area} until {until}', zh: '{area}高峰期，至 {until}' },
  noticeFrozen: { en: ': clocks that are not urgent stand still', zh: '：非紧急时限暂停计时' },
  barWhy: { en: '{person}: {reason}', zh: '{person}：{reason}' },
  carrying: { en: 'being carried to all cases …', zh: '正在逐案生效…' },
  frozen: { en: 'stands still during the surge', zh: '高峰期内暂停计时' },
  end: { en: 'End surge', zh: '结束高峰' },
  declare: { en: 'Declare a surge', zh: '启动高峰' },
  declareHint: { en: 'Clocks that are not urgent stand still for every open and new case of the area and the types, until the end. Urgent ones run on.', zh: '区域内所选类型的未结和新增案件，其非紧急时限全部暂停至结束时间，紧急时限照常计时。' },
  endHint: { en: 'Clocks run on from now, and raised priorities go back.', zh: '即刻恢复计时，已上调的优先级恢复原状。' },
  area: { en: 'Area', zh: '区域' },
  types: { en: 'Types', zh: '事项类型' },
  comma: { en: ', ', zh: '、' },
  typesAll: { en: 'all', zh: '全部' },
  typesHint: { en: 'Choose none for all.', zh: '不选即为全部。' },
  otherScene: { en: 'Other', zh: '其他' },
  until: { en: 'Until', zh: '截止时间' },
  reason: { en: 'Reason', zh: '理由' },
  raise: { en: 'Raise priorities', zh: '上调优先级' },
  raiseNot: { en: 'Leave as they are', zh: '不调整' },
  cancel: { en: 'Cancel', zh: '取消' },
});
