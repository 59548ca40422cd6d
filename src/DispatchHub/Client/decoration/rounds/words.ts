import { words } from '../../words/say';
import type { RoundItem, RoundMark, RoundState } from '../types';

export const roundWords = words({
  title: { en: 'Patrol rounds', zh: '装修巡查' },
  none: { en: 'No round is open.', zh: '暂无进行中的巡查。' },
  open: { en: 'Open', zh: '进行中' },
  all: { en: 'All', zh: '全部' },
  back: { en: 'All rounds', zh: '全部巡查' },
  missed: { en: 'missed', zh: '已逾期' },
  seen: { en: '{n} of {all} seen', zh: '已查看 {n}/{all}' },
  unwalked: { en: 'Works under way, and no round', zh: '有在建装修、尚未安排巡查' },
  flats: { en: '{n} flats with works', zh: '在建 {n} 户' },
  draw: { en: 'Draw up a round', zh: '生成巡查单' },
  drawOf: { en: 'Draw up a round of {estate}', zh: '生成{estate}巡查单' },
  whole: { en: 'the whole estate', zh: '整个小区' },
  group: { en: 'Group', zh: '先锋队' },
  manager: { en: 'Manager', zh: '物业' },
  leftOut: { en: '{n} more did not fit; draw up another round.', zh: '另有 {n} 项未列入，请再生成一次巡查单。' },
  duty: { en: 'Your duty', zh: '法定职责' },
  photo: { en: 'Photo', zh: '照片' },
  takePhoto: { en: 'Photo of what was stopped', zh: '制止现场照片' },
  stopWith: { en: 'Stopped, with this photo', zh: '已制止并上传照片' },
  receipt: { en: 'Receipt {number}: {mark}, {at}', zh: '回执 {number}：{mark}，{at}' },
  proposed: { en: 'Facts propose PROP-01 (for a person to decide): {facts}', zh: '据事实建议核查 PROP-01（由人决定）：{facts}' },
  notStopped: { en: 'not stopped by {at}', zh: '{at} 前未制止' },
  notReported: { en: 'not reported by {at}', zh: '{at} 前未报告' },
  toCase: { en: 'Case', zh: '查看案件' },
  unfiled: { en: 'Found work without filing', zh: '发现未备案施工' },
  unit: { en: 'Flat', zh: '房屋' },
  what: { en: 'What you saw', zh: '现场情况' },
  report: { en: 'Report it', zh: '上报' },
  share: { en: 'Give items to a vanguard group', zh: '分配给先锋队' },
  groupName: { en: 'Name of the group', zh: '先锋队名称' },
  members: { en: 'Members', zh: '人数' },
  lead: { en: 'User name of its lead', zh: '队长用户名' },
  items: { en: 'Items', zh: '巡查项' },
  shares: { en: 'Vanguard groups', zh: '先锋队任务' },
  shareLine: { en: '{group}: {members} people, {n} of {all} seen', zh: '{group}：{members} 人，已查看 {n}/{all}' },
  end: { en: 'End the round as it stands', zh: '结束本次巡查' },
  reason: { en: 'Why', zh: '原因' },
  proposedNote: { en: 'Times to stop and report are proposed defaults of the policy pack.', zh: '制止和报告时限为规则包中的建议值。' },
  done: { en: 'Done.', zh: '已完成。' },
});

export const roundStateWords = words<RoundState>({
  open: { en: 'going on', zh: '进行中' },
  walked: { en: 'all done', zh: '已完成' },
  ended: { en: 'ended', zh: '已结束' },
});

export const roundKindWords = words<RoundItem['kind']>({
  filed: { en: 'filed works', zh: '备案施工' },
  'same-type': { en: 'same floor plan as a violation', zh: '同户型查实违规' },
  watch: { en: 'watch point', zh: '关注点' },
  spot: { en: 'prone spot', zh: '易违点' },
  unfiled: { en: 'work without filing', zh: '未备案施工' },
});

export const roundMarkWords = words<RoundMark>({
  clear: { en: 'Nothing wrong', zh: '无异常' },
  found: { en: 'Something wrong', zh: '发现违规' },
  'manager-told': { en: 'Manager told', zh: '已告知物业' },
  'manager-stopped': { en: 'Stopped', zh: '已制止' },
  'manager-reported': { en: 'Reported', zh: '已报告' },
});
