import { words } from '../words/say';
import type { Column, Count, Grouping, Rate } from './figures';
import type { Period } from './question';

export const statsWords = words({
  title: { en: 'Figures', zh: '统计' },
  question: { en: 'What is counted', zh: '统计条件' },
  scope: { en: 'Area', zh: '范围' },
  communities: { en: 'Communities', zh: '社区（村）' },
  grids: { en: 'Grids of {community}', zh: '{community}网格' },
  period: { en: 'Opened in', zh: '立案时间' },
  ownPeriod: { en: 'Days of my own', zh: '自定义' },
  from: { en: 'From', zh: '起' },
  to: { en: 'To', zh: '止' },
  by: { en: 'By', zh: '分组' },
  asOf: { en: 'As it stood at', zh: '截至时点' },
  now: { en: 'Now', zh: '当前' },
  asOfSaid: { en: 'As it stood at {at}', zh: '数据截至 {at}' },
  asOfAhead: { en: 'This instant lies ahead; the figures are those of now.', zh: '所选时点晚于当前时间，显示当前数据。' },
  periodTooLong: { en: 'Choose at most 400 days, the last not before the first.', zh: '时段最长 400 天，且止日不得早于起日。' },
  openedIn: { en: 'Cases opened {from} to {to}', zh: '{from} 至 {to} 立案的案件' },
  loading: { en: 'Counting …', zh: '统计中…' },
  again: { en: 'Try again', zh: '重试' },
  refresh: { en: 'Count again', zh: '刷新' },
  download: { en: 'CSV', zh: '下载 CSV' },
  print: { en: 'Print', zh: '打印' },
  none: { en: 'No case was opened here in this period. Choose a longer period or a larger area.', zh: '该范围在此时段内没有立案。请选择更长时段或更大范围。' },
  rates: { en: 'Rates', zh: '比率' },
  nothingYet: { en: 'nothing yet', zh: '暂无' },
  more: { en: 'more is better', zh: '越高越好' },
  less: { en: 'less is better', zh: '越低越好' },
  neither: { en: 'neither high nor low', zh: '不宜过高或过低' },
  band: { en: 'usual: {low} to {high} (proposed)', zh: '常见区间 {low} 至 {high}（建议值）' },
  rateBy: { en: '{rate} by {by}', zh: '{rate}（按{by}）' },
  countsBy: { en: 'Cases by {by}', zh: '案件数（按{by}）' },
  chartOf: { en: 'Chart: {what}. The table holds the same numbers.', zh: '图表：{what}。表格中有相同数据。' },
  noChart: { en: 'The chart could not be loaded; the table has the same numbers.', zh: '图表加载失败，表格中有相同数据。' },
  tableOf: { en: 'Table: {what}', zh: '表格：{what}' },
  firstBars: { en: 'The chart shows the first {n} of {all} rows, in the order of the table.', zh: '图表按表格顺序显示前 {n} 项，共 {all} 项。' },
  total: { en: 'All', zh: '合计' },
  casesOf: { en: '{n}: {measure}, {row}. Show the cases.', zh: '{row}，{measure} {n}，查看案件' },
  listTitle: { en: '{measure}: {row}', zh: '{row}案件：{measure}' },
  listEmpty: { en: 'There are no such cases.', zh: '没有符合的案件。' },
  listMore: { en: 'More', zh: '更多' },
  listTimes: { en: 'counted {n} times', zh: '计 {n} 次' },
  opened: { en: 'Opened {at}', zh: '{at} 立案' },
  close: { en: 'Close', zh: '关闭' },
  meaning: { en: 'What the figures mean', zh: '指标说明' },
  meaningCommon: { en: 'Counted are the cases opened in the period, in the area where they lay at the chosen instant, by what was known then. A case counts once; runs of clocks count each.', zh: '统计对象为所选时段内立案、在所选时点位于所选范围内的案件，只依据该时点前已记录的事项。每件案件计一次；时限按每次计时计数。' },
  meaningMissed: { en: 'A clock is missed when its time was used up and no extension granted later gave it more; paused time does not count. The end of a suspension is an appointment and is never counted. A dash means that there is nothing to be a share of.', zh: '时限用尽、且事后也未获准延期的，计为超时；暂停期间不计时。挂账到期只是约定时间，不计入。“–”表示没有可计算的案件，不等于 0。' },
  savedCsv: { en: 'The file has been saved.', zh: '文件已保存。' },
  sortBy: { en: 'Sort by {column}', zh: '按{column}排序' },
  name: { en: 'Row', zh: '名称' },
});

export const periodWords = words<Period>({
  today: { en: 'Today', zh: '今天' },
  '7d': { en: '7 days', zh: '近 7 天' },
  '30d': { en: '30 days', zh: '近 30 天' },
  month: { en: 'This month', zh: '本月' },
  lastMonth: { en: 'Last month', zh: '上月' },
  '365d': { en: 'A year', zh: '近一年' },
});

export const groupingWords = words<Grouping>({
  street: { en: 'street', zh: '街道' },
  community: { en: 'community', zh: '社区' },
  grid: { en: 'grid', zh: '网格' },
  type: { en: 'type', zh: '事项类型' },
  clock: { en: 'clock', zh: '时限' },
  day: { en: 'day', zh: '日' },
  week: { en: 'week', zh: '周' },
  month: { en: 'month', zh: '月' },
});

export const rateWords = words<Rate>({
  response: { en: 'Response rate', zh: '响应率' },
  resolution: { en: 'Resolution rate', zh: '解决率' },
  onTime: { en: 'On-time rate', zh: '按时结案率' },
  clocks: { en: 'Clocks met', zh: '时限达标率' },
  rework: { en: 'Rework rate', zh: '返工率' },
  extension: { en: 'Extension rate', zh: '延期率' },
  repeat: { en: 'Repeat rate', zh: '重复率' },
  whistle: { en: 'Whistle rate', zh: '吹哨率' },
  replies: { en: 'Replies in time', zh: '按时回复率' },
});

/** How a rate is computed, in a line. */
export const formulaWords = words<Rate>({
  response: { en: 'answered of opened', zh: '已响应 ÷ 立案' },
  resolution: { en: 'resolved of opened, without dismissed', zh: '已解决 ÷（立案 − 作废或并案）' },
  onTime: { en: 'closed with no clock missed, of closed', zh: '按时结案 ÷ 结案' },
  clocks: { en: 'runs of clocks met, of met and missed', zh: '达标次数 ÷（达标 + 超时）' },
  rework: { en: 'failed check or reopened, of worked on', zh: '返工 ÷ 已处置' },
  extension: { en: 'granted an extension, of opened', zh: '延期 ÷ 立案' },
  repeat: { en: 'likely the same matter, of opened', zh: '重复上报 ÷ 立案' },
  whistle: { en: 'whistled, of opened', zh: '吹哨 ÷ 立案' },
  replies: { en: 'in time, of those that other systems waited for', zh: '按时回复 ÷（按时 + 超时）' },
});

export const countWords = words<Count>({
  opened: { en: 'Opened', zh: '立案' },
  dismissed: { en: 'Dismissed', zh: '作废或并案' },
  responded: { en: 'Answered', zh: '已响应' },
  respondedInTime: { en: 'Answered in time', zh: '按时响应' },
  worked: { en: 'Worked on', zh: '已处置' },
  resolved: { en: 'Resolved', zh: '已解决' },
  resolvedInTime: { en: 'Resolved in time', zh: '按时解决' },
  closed: { en: 'Closed', zh: '结案' },
  closedInTime: { en: 'Closed in time', zh: '按时结案' },
  overdueOpen: { en: 'Open and late', zh: '超时未结' },
  rework: { en: 'Rework', zh: '返工' },
  extended: { en: 'Extended', zh: '延期' },
  extraTaken: { en: 'Took extra time', zh: '自行加时' },
  whistled: { en: 'Whistled', zh: '吹哨' },
  whistleAnswered: { en: 'Team reported in', zh: '吹哨已报到' },
  repeats: { en: 'Repeats', zh: '重复上报' },
  clocksMet: { en: 'Clocks met', zh: '时限达标' },
  clocksMissed: { en: 'Clocks missed', zh: '时限超时' },
  whistlesSolved: { en: 'Whistles solved', zh: '吹哨已解决' },
  departmentsCalled: { en: 'Departments called', zh: '呼叫部门' },
  departmentsInTime: { en: 'Departments in time', zh: '部门按时' },
  departmentsSolved: { en: 'Departments solved', zh: '部门已解决' },
  repliesInTime: { en: 'Replies in time', zh: '按时回复' },
  repliesLate: { en: 'Replies late', zh: '超时回复' },
});

/** What a number counts; as docs/figures.md defines it. */
export const countMeanings = words<Count>({
  opened: { en: 'Cases opened in the period.', zh: '时段内立案的案件。' },
  dismissed: { en: 'Cases that stand as rejected or merged: no cases of their own.', zh: '现为不予受理或已合并的案件，不单独计案。' },
  responded: { en: 'Cases that somebody has answered, from a verification or acknowledgement to a merge. Automatic steps, comments, priority, extensions and escalations by hand are no answer.', zh: '已有人作出实际处理的案件，如核实、社区响应、就地处置、上报、吹哨、派单、接单、退回、挂账、不予受理或合并。系统自动动作、留言、调整紧急程度、延期和手动升级不算响应。' },
  respondedInTime: { en: 'Answered cases of which no clock had been missed when the first answer was given.', zh: '首次响应时尚无任何时限超时的已响应案件。' },
  worked: { en: 'Cases that were settled or resolved at least once.', zh: '至少处置完成过一次的案件。' },
  resolved: { en: 'Cases that stand as resolved: closed, or waiting for their check. A failed check or a reopening takes them out.', zh: '现为已结案或待核查的案件；核查未通过或重新打开的不计。' },
  resolvedInTime: { en: 'Resolved cases of which no clock that their settling or resolving stops was ever missed.', zh: '处置相关时限均未超时的已解决案件。' },
  closed: { en: 'Cases that stand as closed.', zh: '现为已结案的案件。' },
  closedInTime: { en: 'Closed cases of which no clock at all was ever missed, that of the check included.', zh: '全过程（含核查）没有任何时限超时的结案案件。' },
  overdueOpen: { en: 'Open cases with a missed clock that nobody has answered yet.', zh: '有时限超时且尚未处理的未结案件。' },
  rework: { en: 'Cases of which a check failed, or that were reopened after closing. Reopening what was rejected is no rework.', zh: '核查未通过或结案后重新打开的案件；不予受理后重新打开的不计。' },
  extended: { en: 'Cases that were granted an extension.', zh: '获准延期的案件。' },
  extraTaken: { en: 'Cases on which the responsible party took the small extra span of the rules. It needs no consent and is no extension.', zh: '责任方按规则自行加时的案件；无需审批，不计入延期。' },
  whistled: { en: 'Cases for which the street was whistled, by a person or automatically. Neither many nor few is good in itself: too few hides what a community cannot solve, too many passes on what it could.', zh: '由人或系统向街道吹哨的案件。该比率不以高低论优劣：过低可能压住社区解决不了的问题，过高可能把社区能解决的上推。' },
  whistleAnswered: { en: 'Whistled cases at which an officer reported in after the last whistle.', zh: '最近一次吹哨后已有队员到场报到的案件。' },
  repeats: { en: 'Cases that were likely the same matter as another open case when reported, or that stand as merged.', zh: '上报时疑似与另一未结案件重复，或现为已合并的案件。' },
  clocksMet: { en: 'Runs of clocks that ended in time.', zh: '在时限内完成的计时次数。' },
  clocksMissed: { en: 'Runs of clocks that were missed, whether they have ended or not.', zh: '超时的计时次数，含尚未结束的。' },
  whistlesSolved: { en: 'Whistled cases that were closed after an officer had reported in on the last whistle.', zh: '最近一次吹哨后队员到场报到且已结案的案件。' },
  departmentsCalled: { en: 'Calls of departments, each department each time that it was called.', zh: '呼叫部门的次数，每个部门每次计一次。' },
  departmentsInTime: { en: 'Calls on which the department reported in and none of its times ran out.', zh: '部门按时报到且未超时的呼叫次数。' },
  departmentsSolved: { en: 'Calls that the department answered as solved.', zh: '部门答复已解决的呼叫次数。' },
  repliesInTime: { en: 'Replies that another system had by the time it waits until. A case that ends is a reply.', zh: '在外部来源要求的期限内作出的回复次数；案件终结即视为回复。' },
  repliesLate: { en: 'Replies that another system did not have by then, whether it has had them since or not.', zh: '未在期限内回复外部来源的次数，含尚未回复的。' },
});

/** The heading of a column. */
export function columnWord(column: Column): { en: string; zh: string } {
  return column.endsWith('Rate') ? rateWords[column.slice(0, -'Rate'.length) as Rate] : countWords[column as Count];
}
