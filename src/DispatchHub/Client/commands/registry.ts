import type { CardState } from '../api/types';
import type { IconName } from '../parts/icon';
import { say, words, type Word } from '../words/say';
import { alarmOutcomeWords } from '../words/alarm-words';

/** One thing that a command asks for beside the case. */
export type Field =
  | { kind: 'text'; name: string; label: Word; required: boolean; most: number }
  | { kind: 'officers'; name: 'officerIds'; label: Word }
  | { kind: 'milestone'; name: 'milestone'; label: Word }
  | { kind: 'clock'; name: 'clock'; label: Word }
  | { kind: 'length'; name: 'length'; label: Word; required: boolean }
  | { kind: 'instant'; name: 'until' | 'replyBy'; label: Word; required: boolean }
  | { kind: 'card'; name: 'card'; label: Word; state: CardState }
  | { kind: 'departments'; name: 'departmentIds'; label: Word }
  | { kind: 'ground'; name: 'ground'; label: Word; required: boolean }
  | { kind: 'priority'; name: 'priority'; label: Word }
  | { kind: 'place'; name: 'to'; label: Word }
  | { kind: 'case'; name: 'intoCaseId'; label: Word }
  | { kind: 'yes-no'; name: 'confirmed' | 'passed' | 'granted' | 'keep' | 'solved'; label: Word; yes: Word; no: Word }
  | { kind: 'one-of'; name: string; label: Word; options: Readonly<Record<string, Word>> }
  | { kind: 'photos'; name: 'evidenceIds'; label: Word };

/** A command as people see it: its words, its icon and what it asks for. Who may give it and when is the server's to say. */
export interface CommandSpec {
  name: string;
  word: Word;
  icon: IconName;
  fields: readonly Field[];
  /** Moves the case towards its end, as seen by whoever is responsible: shown first and large. */
  leads: boolean;
  /** Can sensibly be given to several cases at once. */
  many: boolean;
  /** What else people type for it, in lower case. */
  also: readonly string[];
}

const w = words({
  reason: { en: 'Reason', zh: '理由' },
  text: { en: 'Comment', zh: '备注内容' },
  officers: { en: 'Officers', zh: '队员' },
  milestone: { en: 'Milestone', zh: '节点' },
  clock: { en: 'Clock', zh: '时限' },
  length: { en: 'Length, such as 2 wd or 4 wh', zh: '时长，如 2 wd（工作日）或 4 wh（工作时）' },
  until: { en: 'Until', zh: '截止时间' },
  priority: { en: 'Priority', zh: '优先级' },
  to: { en: 'To', zh: '退回至' },
  into: { en: 'Into case', zh: '并入案件' },
  photos: { en: 'Photos', zh: '照片' },
  confirmed: { en: 'Is it so?', zh: '情况是否属实？' },
  confirmedYes: { en: 'Confirmed', zh: '属实' },
  confirmedNo: { en: 'Not so: reject', zh: '不属实，不予受理' },
  passed: { en: 'Is it solved?', zh: '是否已解决？' },
  passedYes: { en: 'Solved: close', zh: '已解决，结案' },
  passedNo: { en: 'Not solved: rework', zh: '未解决，返工' },
  granted: { en: 'Extension', zh: '延期申请' },
  grantedYes: { en: 'Grant', zh: '同意' },
  grantedNo: { en: 'Refuse', zh: '不同意' },
  suspensionAsked: { en: 'Suspension', zh: '挂账申请' },
  otherUntil: { en: 'Until, if not as asked', zh: '截止时间（与申请不同时填写）' },
  keep: { en: 'Leave it suspended?', zh: '是否继续挂账？' },
  keepYes: { en: 'Leave suspended', zh: '继续挂账' },
  keepNo: { en: 'Let clocks run on', zh: '恢复计时' },
  card: { en: 'Card', zh: '督办牌' },
  cardOnPerson: { en: 'Card on the person', zh: '是否对个人发牌' },
  departments: { en: 'Departments', zh: '部门' },
  ground: { en: 'Lawful ground', zh: '吹哨情形' },
  solved: { en: 'Is your part solved?', zh: '本部门事项是否已解决？' },
  solvedYes: { en: 'Solved', zh: '已解决' },
  solvedNo: { en: 'Not solved', zh: '未解决' },
  saidOf: { en: 'What was done, or why not', zh: '处理情况，或未解决的原因' },
  openAssists: { en: 'Departments have not answered: why end without them?', zh: '部门尚未答复：为何先行办结？' },
  instruction: { en: 'Instruction', zh: '交办内容' },
  instructionUntil: { en: 'Answer until (empty: the usual time)', zh: '答复截止（不填按常规时限）' },
  alarmSaid: { en: 'What you do, or said to them', zh: '处置措施或对队员的答复' },
  alarmWhere: { en: 'Where', zh: '位置' },
  alarmWhat: { en: 'What is the matter', zh: '情况' },
  alarmOutcome: { en: 'How did it end?', zh: '结果' },
  reply: { en: 'What the source is told', zh: '回复来源的内容' },
  newDescription: { en: 'What it says anew', zh: '来源补充的内容' },
  replyBy: { en: 'Another deadline for the reply', zh: '来源另定的答复期限' },
  instructionAnswer: { en: 'What was done about it', zh: '办理情况' },
});

export const commandWords = words({
  'verify-report': { en: 'Verify report', zh: '核实' },
  settle: { en: 'Settle on the spot', zh: '当场处置' },
  'pass-up': { en: 'Pass up', zh: '上报社区' },
  reject: { en: 'Reject', zh: '不予受理' },
  merge: { en: 'Merge', zh: '合并' },
  acknowledge: { en: 'Acknowledge', zh: '响应' },
  'start-pre-control': { en: 'Start pre-control', zh: '开始前置管控' },
  whistle: { en: 'Whistle', zh: '吹哨' },
  'take-back': { en: 'Take back', zh: '收回处置' },
  assign: { en: 'Assign', zh: '派单' },
  reassign: { en: 'Reassign', zh: '改派' },
  'offer-accept': { en: 'Accept', zh: '接单' },
  'offer-decline': { en: 'Decline', zh: '拒单' },
  arrive: { en: 'On site', zh: '报到' },
  'record-milestone': { en: 'Record milestone', zh: '登记节点' },
  resolve: { en: 'Resolve', zh: '处置完成' },
  check: { en: 'Check', zh: '核查' },
  return: { en: 'Return', zh: '退回' },
  'request-extension': { en: 'Request extension', zh: '申请延期' },
  'decide-extension': { en: 'Decide extension', zh: '审批延期' },
  suspend: { en: 'Suspend', zh: '挂账' },
  'decide-suspension': { en: 'Decide suspension', zh: '审批挂账' },
  'review-suspension': { en: 'Review suspension', zh: '复核挂账' },
  'take-extra-time': { en: 'Take extra time', zh: '自行加时' },
  resume: { en: 'Resume', zh: '恢复计时' },
  reopen: { en: 'Reopen', zh: '重新打开' },
  escalate: { en: 'Escalate', zh: '提级督办' },
  comment: { en: 'Comment', zh: '备注' },
  'attach-evidence': { en: 'Add photos', zh: '补充照片' },
  'set-priority': { en: 'Set priority', zh: '调整优先级' },
  'call-department': { en: 'Call departments', zh: '呼叫部门' },
  'department-report-in': { en: 'Department reports in', zh: '部门报到' },
  'department-answer': { en: 'Department answers', zh: '部门答复' },
  instruct: { en: 'Instruct', zh: '交办' },
  'answer-instruction': { en: 'Answer instruction', zh: '答复交办' },
  'acknowledge-alarm': { en: 'Answer alarm', zh: '应答求助' },
  'end-alarm': { en: 'End alarm', zh: '解除求助' },
  'check-in': { en: 'All right', zh: '报平安' },
  'raise-alarm': { en: 'Raise alarm', zh: '求助' },
  'decide-card': { en: 'Decide on card', zh: '决定发牌' },
  'withdraw-card': { en: 'Withdraw card', zh: '撤回牌' },
  'end-drill': { en: 'End drill', zh: '结束演练' },
  'reply-external': { en: 'Reply to source', zh: '回复来源' },
  'update-external': { en: 'Source said more', zh: '来源补充' },
});

export type CommandName = keyof typeof commandWords;

const reason: Field = { kind: 'text', name: 'reason', label: w.reason, required: true, most: 500 };
const photos: Field = { kind: 'photos', name: 'evidenceIds', label: w.photos };
const officers: Field = { kind: 'officers', name: 'officerIds', label: w.officers };

const openAssists: Field = { kind: 'text', name: 'openAssists', label: w.openAssists, required: false, most: 500 };

/** Every command, in the order in which they are offered. */
export const commandSpecs: readonly CommandSpec[] = [
  spec('acknowledge-alarm', 'bell', [{ kind: 'text', name: 'said', label: w.alarmSaid, required: false, most: 500 }], { leads: true, also: ['alarm'] }),
  spec('end-alarm', 'bell-off', [{ kind: 'one-of', name: 'outcome', label: w.alarmOutcome, options: alarmOutcomeWords }], { leads: true }),
  spec('acknowledge', 'check', [], { leads: true, many: true, also: ['ack', '签收', '确认'] }),
  spec('start-pre-control', 'stop-hand', [], { leads: true, many: true }),
  spec('whistle', 'whistle', [{ kind: 'ground', name: 'ground', label: w.ground, required: false }, reason], { leads: true, many: true }),
  spec('take-back', 'undo', [reason], { leads: true }),
  spec('verify-report', 'eye', [{ kind: 'yes-no', name: 'confirmed', label: w.confirmed, yes: w.confirmedYes, no: w.confirmedNo }], { leads: true }),
  spec('settle', 'check', [photos, openAssists], { leads: true }),
  spec('pass-up', 'arrow-up', [reason], { leads: true, many: true }),
  spec('assign', 'users', [officers], { leads: true, many: true, also: ['dispatch', '指派', '派遣'] }),
  spec('reassign', 'users', [officers]),
  spec('offer-accept', 'check', [], { leads: true }),
  spec('offer-decline', 'close', [reason]),
  spec('arrive', 'pin', [], { leads: true, also: ['到场', '到达'] }),
  spec('record-milestone', 'flag', [{ kind: 'milestone', name: 'milestone', label: w.milestone }], { leads: true }),
  spec('resolve', 'check', [photos, openAssists], { leads: true, also: ['办结', '完成'] }),
  spec('check', 'eye', [{ kind: 'yes-no', name: 'passed', label: w.passed, yes: w.passedYes, no: w.passedNo }], { leads: true }),
  spec('department-report-in', 'pin', [], { leads: true }),
  spec('department-answer', 'send', [
    { kind: 'yes-no', name: 'solved', label: w.solved, yes: w.solvedYes, no: w.solvedNo },
    { kind: 'text', name: 'reason', label: w.saidOf, required: false, most: 500 },
    photos,
  ], { leads: true }),
  spec('answer-instruction', 'send', [{ kind: 'text', name: 'text', label: w.instructionAnswer, required: true, most: 2_000 }], { leads: true }),
  spec('reply-external', 'send', [{ kind: 'text', name: 'text', label: w.reply, required: true, most: 2_000 }], { also: ['12345', '热线', 'hotline'] }),
  spec('update-external', 'edit', [
    { kind: 'text', name: 'description', label: w.newDescription, required: false, most: 2_000 },
    { kind: 'instant', name: 'replyBy', label: w.replyBy, required: false },
  ]),
  spec('call-department', 'whistle', [
    { kind: 'departments', name: 'departmentIds', label: w.departments },
    { kind: 'ground', name: 'ground', label: w.ground, required: true },
    reason,
  ], { also: ['部门吹哨', 'department'] }),
  spec('instruct', 'flag', [
    { kind: 'text', name: 'text', label: w.instruction, required: true, most: 2_000 },
    { kind: 'instant', name: 'until', label: w.instructionUntil, required: false },
  ], { also: ['批示'] }),
  spec('end-drill', 'check', [reason], { leads: true }),
  spec('decide-extension', 'clock', [
    { kind: 'yes-no', name: 'granted', label: w.granted, yes: w.grantedYes, no: w.grantedNo },
    { kind: 'length', name: 'length', label: w.length, required: false },
    { kind: 'text', name: 'reason', label: w.reason, required: false, most: 500 },
  ], { leads: true }),
  spec('decide-suspension', 'pause', [
    { kind: 'yes-no', name: 'granted', label: w.suspensionAsked, yes: w.grantedYes, no: w.grantedNo },
    { kind: 'instant', name: 'until', label: w.otherUntil, required: false },
    { kind: 'text', name: 'reason', label: w.reason, required: false, most: 500 },
  ], { leads: true }),
  spec('review-suspension', 'eye', [
    { kind: 'yes-no', name: 'keep', label: w.keep, yes: w.keepYes, no: w.keepNo },
    { kind: 'text', name: 'reason', label: w.reason, required: false, most: 500 },
  ], { leads: true }),
  spec('check-in', 'check', [], { also: ['平安', 'safe'] }),
  spec('raise-alarm', 'bell', [
    { kind: 'text', name: 'where', label: w.alarmWhere, required: false, most: 200 },
    { kind: 'text', name: 'what', label: w.alarmWhat, required: false, most: 500 },
  ], { also: ['sos', 'help', '求救'] }),
  spec('decide-card', 'flag', [
    { kind: 'card', name: 'card', label: w.card, state: 'proposed' },
    { kind: 'yes-no', name: 'granted', label: w.cardOnPerson, yes: w.grantedYes, no: w.grantedNo },
    { kind: 'text', name: 'reason', label: w.reason, required: false, most: 500 },
  ], { leads: true }),
  spec('withdraw-card', 'undo', [{ kind: 'card', name: 'card', label: w.card, state: 'standing' }, reason]),
  spec('return', 'arrow-left', [{ kind: 'place', name: 'to', label: w.to }, reason]),
  spec('request-extension', 'clock', [{ kind: 'clock', name: 'clock', label: w.clock }, { kind: 'length', name: 'length', label: w.length, required: true }, reason], { also: ['extend', '延期'] }),
  spec('take-extra-time', 'clock', [reason], { also: ['extra', '加时'] }),
  spec('suspend', 'pause', [{ kind: 'instant', name: 'until', label: w.until, required: true }, reason], { many: true, also: ['挂起', '暂停'] }),
  spec('resume', 'play', [], { leads: true, many: true }),
  spec('escalate', 'arrow-up', [reason], { many: true, also: ['升级', '督办'] }),
  spec('set-priority', 'flag', [{ kind: 'priority', name: 'priority', label: w.priority }, reason], { many: true, also: ['priority', '优先级'] }),
  spec('merge', 'link', [{ kind: 'case', name: 'intoCaseId', label: w.into }], { many: true, also: ['并案'] }),
  spec('reject', 'close', [reason], { many: true, also: ['驳回'] }),
  spec('reopen', 'refresh', [reason]),
  spec('attach-evidence', 'camera', [photos]),
  spec('comment', 'comment', [{ kind: 'text', name: 'text', label: w.text, required: true, most: 2_000 }], { many: true, also: ['note', '留言'] }),
];

const byName = new Map(commandSpecs.map((one) => [one.name, one]));

export function commandSpec(name: string): CommandSpec | null {
  return byName.get(name) ?? null;
}

/** The command's name in the language of the page. */
export function commandName(name: string): string {
  const word = byName.get(name)?.word;
  return word ? say(word) : name;
}

function spec(name: CommandName, icon: IconName, fields: readonly Field[], more: Partial<Pick<CommandSpec, 'leads' | 'many' | 'also'>> = {}): CommandSpec {
  return { name, word: commandWords[name], icon, fields, leads: more.leads ?? false, many: more.many ?? false, also: more.also ?? [] };
}
