import { city } from '../api/city';
import type { CardColour, CardState, CaseLevel, CaseStatus, ClockState, Priority, Role, WhistleGround } from '../api/types';
import { say, words, type Word } from './say';

// The field's own terms; docs/glossary.md explains them.

export const statusWords = words<CaseStatus>({
  AwaitingVerification: { en: 'Awaiting verification', zh: '待核实' },
  AtGrid: { en: 'At grid', zh: '网格处置' },
  AwaitingCommunity: { en: 'Awaiting community', zh: '待社区响应' },
  PreControl: { en: 'Pre-control', zh: '前置管控' },
  AwaitingDispatch: { en: 'Awaiting dispatch', zh: '待派单' },
  Offered: { en: 'Offered', zh: '待接单' },
  EnRoute: { en: 'En route', zh: '赶赴现场' },
  OnSite: { en: 'On site', zh: '现场处置' },
  AwaitingCheck: { en: 'Awaiting check', zh: '待核查' },
  Suspended: { en: 'Suspended', zh: '挂账' },
  Closed: { en: 'Closed', zh: '已结案' },
  Rejected: { en: 'Rejected', zh: '不予受理' },
  Merged: { en: 'Merged', zh: '已合并' },
});

export const levelWords = words<CaseLevel>({
  Grid: { en: 'Grid', zh: '网格' },
  Community: { en: 'Community', zh: '社区' },
  Street: { en: 'Street', zh: '街道' },
  Supervision: { en: 'Supervision', zh: '督办' },
});

export const priorityWords = words<Priority>({
  Normal: { en: 'Normal', zh: '一般' },
  High: { en: 'High', zh: '较急' },
  Urgent: { en: 'Urgent', zh: '紧急' },
});

export const roleWords = words<Role>({
  citizen: { en: 'Citizen', zh: '居民' },
  gridWorker: { en: 'Grid worker', zh: '网格员' },
  propertyManager: { en: 'Property manager', zh: '物业' },
  communityStaff: { en: 'Community staff', zh: '社区工作人员' },
  dispatcher: { en: 'Dispatcher', zh: '值班员' },
  captain: { en: 'Captain', zh: '队长' },
  officer: { en: 'Officer', zh: '队员' },
  departmentStaff: { en: 'Department staff', zh: '部门人员' },
  supervisor: { en: 'Supervisor', zh: '督查' },
  committee: { en: 'Street committee', zh: '街道专班' },
  administrator: { en: 'Administrator', zh: '管理员' },
  system: { en: 'System', zh: '系统' },
});

export const clockStateWords = words<ClockState>({
  Running: { en: 'Running', zh: '计时中' },
  Paused: { en: 'Paused', zh: '已暂停' },
  Met: { en: 'Met', zh: '按时' },
  Missed: { en: 'Missed', zh: '超时' },
  Cancelled: { en: 'Cancelled', zh: '已取消' },
});

/** Clocks that the decider knows by name; a pack may have others, which are shown by their own. */
export const clockWords = words({
  'verify-report': { en: 'Verify report', zh: '核实' },
  grid: { en: 'Grid', zh: '网格处置' },
  acknowledge: { en: 'Acknowledge', zh: '社区响应' },
  'pre-control': { en: 'Pre-control', zh: '前置管控' },
  assign: { en: 'Assign', zh: '派单' },
  accept: { en: 'Accept', zh: '接单' },
  arrive: { en: 'Report in', zh: '报到' },
  'stop-work': { en: 'Stop work', zh: '责令停工' },
  decide: { en: 'Decide', zh: '作出决定' },
  rectify: { en: 'Rectify', zh: '整改' },
  demolish: { en: 'Demolish', zh: '拆除' },
  check: { en: 'Check', zh: '核查' },
  supervise: { en: 'Supervise', zh: '督办' },
  'suspension-end': { en: 'End of suspension', zh: '挂账到期' },
  'surge-end': { en: 'End of surge', zh: '高峰结束' },
  'drill-end': { en: 'End of drill', zh: '演练结束' },
  'suspension-decision': { en: 'Decide on suspension', zh: '挂账审批' },
  'suspension-review': { en: 'Review of suspension', zh: '挂账复核' },
  'extension-decision': { en: 'Decide on extension', zh: '延期审批' },
  patrol: { en: 'Patrol', zh: '巡查' },
  console: { en: 'Console', zh: '值守' },
  'external-reply': { en: 'Reply to source', zh: '回复来源' },
  closing: { en: 'Close', zh: '结案' },
  'report-in': { en: '{department} reports in', zh: '{department}报到' },
  answer: { en: '{department} answers', zh: '{department}答复' },
  instruction: { en: 'Instruction', zh: '交办答复' },
  'check-in': { en: 'Sign from the site', zh: '平安确认' },
  alarm: { en: 'Answer to an alarm', zh: '求助应答' },
  overdue: { en: 'Next reminder or card', zh: '催办与督办牌' },
});

/** Why a whistle is lawful. */
export const groundWords = words<WhistleGround>({
  'cannot-solve': { en: 'cannot be solved here', zh: '本级无法解决' },
  'several-departments': { en: 'several departments must act', zh: '需多部门协同' },
  emergency: { en: 'emergency', zh: '紧急情况' },
});

/** How a supervision card stands. */
export const cardStateWords = words<CardState>({
  proposed: { en: 'waits for the supervisor', zh: '待督查决定' },
  standing: { en: 'stands', zh: '有效' },
  refused: { en: 'refused', zh: '未同意' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
});

export const cardColourWords = words<CardColour>({
  Yellow: { en: 'Yellow card', zh: '黄牌' },
  Red: { en: 'Red card', zh: '红牌' },
});

export const channelWords = words({
  phone: { en: 'Phone', zh: '电话' },
  radio: { en: 'Radio', zh: '对讲机' },
  inPerson: { en: 'In person', zh: '当面' },
});

export function statusName(status: CaseStatus): string {
  return say(statusWords[status]);
}

export function levelName(level: CaseLevel): string {
  return say(levelWords[level]);
}

export function clockName(name: string): string {
  const [kind = '', department] = name.split(':');
  const word = (clockWords as Record<string, Word>)[department ? kind : name];
  return !word ? name : department ? say(word, { department: city.scopeName(`department:${department}`) }) : say(word);
}

export function roleName(role: Role): string {
  return say(roleWords[role]);
}
