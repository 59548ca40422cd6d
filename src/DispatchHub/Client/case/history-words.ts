import type { HistoryLine } from '../api/types';
import { instantText } from '../clocks/spoken';
import { language } from '../words/language';
import { say, words, type Word } from '../words/say';
import { channelWords, clockName, clockStateWords, groundWords, levelWords, priorityWords, statusWords } from '../words/terms';
import { outcomeWords, partyWords } from '../decoration/promises/words';
import { EventData, type Names } from './event-data';
import { offerSentences } from './offer-sentences';
import { safetySentences } from './safety-sentences';

const w = words({
  Reported: { en: '{actor} reported: {type}', zh: '{actor} 上报：{type}' },
  ReportedInProgress: { en: '{actor} reported work in progress: {type}', zh: '{actor} 上报（正在施工）：{type}' },
  ReportedWatched: { en: '; a joint review watches it: {why}', zh: '；联合会审关注点：{why}' },
  ReportedAs: { en: ', possibly the same as {n} others', zh: '，疑似与另 {n} 件重复' },
  Entered: { en: 'Now {status}; responsible: {responsible}', zh: '进入「{status}」，责任方：{responsible}' },
  Escalated: { en: 'From {from} to {to}: {reason}', zh: '由{from}升至{to}：{reason}' },
  SupervisionEnded: { en: 'Supervision ended', zh: '督办结束' },
  LastRungReached: { en: '{clock} ran out on the last rung; it rises no further', zh: '「{clock}」在最高层级仍超时，不再升级' },
  Verified: { en: '{actor} looked on site: it is so', zh: '{actor} 现场核实：属实' },
  VerifiedNot: { en: '{actor} looked on site: it is not so', zh: '{actor} 现场核实：不属实' },
  MarkedUnverified: { en: 'Nobody looked on site in time; it goes on unverified', zh: '未在时限内现场核实，按未核实继续流转' },
  PassedUp: { en: '{actor} passed it up to the community: {reason}', zh: '{actor} 上报社区：{reason}' },
  Acknowledged: { en: '{actor} acknowledged', zh: '{actor} 已响应' },
  AcknowledgedLate: { en: '{actor} acknowledged, late', zh: '{actor} 已响应（超时补录）' },
  PreControlStarted: { en: '{actor} started pre-control', zh: '{actor} 开始前置管控' },
  PreControlStartedLate: { en: '{actor} started pre-control, late', zh: '{actor} 开始前置管控（超时补录）' },
  Whistled: { en: '{actor} whistled: {reason}', zh: '{actor} 吹哨：{reason}' },
  WhistledBySystem: { en: 'Whistled automatically: {reason}', zh: '系统自动吹哨：{reason}' },
  TakenBack: { en: '{actor} took it back: {reason}', zh: '{actor} 收回处置：{reason}' },
  OfferAccepted: { en: '{person} accepted and leads', zh: '{person} 接单并牵头' },
  OfferDeclined: { en: '{person} declined: {reason}', zh: '{person} 拒单：{reason}' },
  OfferWithdrawn: { en: 'The offer was withdrawn: {reason}', zh: '派单撤回：{reason}' },
  Arrived: { en: '{person} reported in on site', zh: '{person} 到场报到' },
  MilestoneRecorded: { en: '{actor} recorded: {milestone}', zh: '{actor} 登记节点：{milestone}' },
  Settled: { en: '{actor} settled it on the spot', zh: '{actor} 当场处置完成' },
  Resolved: { en: '{actor} says that it is solved', zh: '{actor} 报告处置完成' },
  withPhotos: { en: ', with {n} photos', zh: '，附照片 {n} 张' },
  CheckedPassed: { en: '{actor} checked: solved', zh: '{actor} 核查：已解决' },
  CheckedFailed: { en: '{actor} checked: not solved, rework', zh: '{actor} 核查：未解决，返工' },
  CheckPassedOn: { en: 'Not checked in time; now {to} checks', zh: '未按时核查，改由 {to} 核查' },
  Returned: { en: '{actor} returned it to {to}: {reason}', zh: '{actor} 退回至 {to}：{reason}' },
  ExtensionRequested: { en: '{actor} asked for {length} more on {clock}: {reason}', zh: '{actor} 申请「{clock}」延期 {length}：{reason}' },
  ExtensionGranted: { en: '{actor} granted {length} more on {clock}', zh: '{actor} 同意「{clock}」延期 {length}' },
  ExtensionRefused: { en: '{actor} refused more time on {clock}', zh: '{actor} 不同意「{clock}」延期' },
  ExtensionLapsed: { en: 'The request for more time on {clock} lapsed: the clock stopped', zh: '「{clock}」已停止，延期申请失效' },
  ExtraTimeTaken: { en: '{actor} took {length} extra on {clock}: {reason}', zh: '{actor} 对「{clock}」自行加时 {length}：{reason}' },
  EscalationTakenBack: { en: '{actor} did it in time, at {at}, and it arrived late: {clock} counts as met, and what followed is taken back', zh: '{actor} 实于 {at} 按时完成，数据迟到：「{clock}」计为达标，此后的升级撤销' },
  EscalationNoted: { en: '{actor} did it in time, at {at}, and it arrived late: {clock} counts as met; whoever has the case keeps it', zh: '{actor} 实于 {at} 按时完成，数据迟到：「{clock}」计为达标，案件仍由现责任方处置' },
  withdrawnCards: { en: '; {n} cards withdrawn', zh: '；撤回黄牌、红牌共 {n} 张' },
  DeviceClockCorrected: { en: 'The clock of the device was wrong: it said {stamped}, and it was {corrected}', zh: '设备时间有误：记为 {stamped}，实为 {corrected}，已按服务器时间更正' },
  SuspensionRequested: { en: '{actor} asked to suspend it until {until}: {reason}', zh: '{actor} 申请挂账至 {until}：{reason}' },
  SuspensionGranted: { en: '{actor} agreed to the suspension', zh: '{actor} 同意挂账' },
  SuspensionRefused: { en: '{actor} refused the suspension', zh: '{actor} 不同意挂账' },
  SuspensionLapsed: { en: 'The request for a suspension lapsed: {reason}', zh: '挂账申请失效：{reason}' },
  SuspensionKept: { en: '{actor} reviewed the suspension: it stays', zh: '{actor} 复核挂账：继续挂账' },
  SuspensionEnded: { en: '{actor} reviewed the suspension: clocks run on', zh: '{actor} 复核挂账：恢复计时' },
  Suspended: { en: '{actor} suspended it until {until}: {reason}', zh: '{actor} 挂账至 {until}：{reason}' },
  Resumed: { en: '{actor} resumed it', zh: '{actor} 恢复计时' },
  ResumedBySystem: { en: 'The suspension ended; clocks run on', zh: '挂账到期，恢复计时' },
  Reopened: { en: '{actor} reopened it: {reason}', zh: '{actor} 重新打开：{reason}' },
  Rejected: { en: '{actor} rejected it: {reason}', zh: '{actor} 不予受理：{reason}' },
  Merged: { en: '{actor} merged it into another case', zh: '{actor} 并入另一案件' },
  Closed: { en: 'Closed', zh: '结案' },
  Commented: { en: '{actor}: {text}', zh: '{actor}：{text}' },
  SpokenFor: { en: '{actor} speaks for {person} ({channel}): “{said}”', zh: '{actor} 代 {person} 操作（{channel}）：“{said}”' },
  PrioritySet: { en: '{actor} set the priority to {priority}: {reason}', zh: '{actor} 将优先级调整为{priority}：{reason}' },
  CardIssued: { en: '{colour} card for {on} ({clock})', zh: '对 {on} 发{colour}（{clock}）' },
  CardProposed: { en: '{colour} card for {on} ({clock}) proposed; the supervisor decides', zh: '提请对 {on} 发{colour}（{clock}），待督查决定' },
  CardGranted: { en: '{actor} agreed to card no. {n}', zh: '{actor} 同意发牌（第 {n} 张）' },
  CardRefused: { en: '{actor} refused card no. {n}', zh: '{actor} 不同意发牌（第 {n} 张）' },
  CardWithdrawn: { en: '{actor} withdrew card no. {n}', zh: '{actor} 撤回第 {n} 张牌' },
  FellOverdue: { en: 'Overdue because of {clock}: reminders begin', zh: '因「{clock}」逾期，开始催办' },
  NoLongerOverdue: { en: 'Answered: no longer overdue', zh: '已响应，解除逾期' },
  ReminderSent: { en: '{to} was reminded ({clock}), with a copy to {copy}', zh: '已催办 {to}（{clock}），抄送 {copy}' },
  PubliclyCriticised: { en: 'Public criticism of {on} ({clock})', zh: '对 {on} 通报批评（{clock}）' },
  excused: { en: '; the service was not there then, so no card', zh: '；当时系统不可用，不发牌' },
  CaptainAlarmed: { en: 'The captain was told: {clock}', zh: '已通知队长：{clock}' },
  EvidenceAttached: { en: '{actor} added {n} photos', zh: '{actor} 补充照片 {n} 张' },
  ClockStarted: { en: 'Clock {clock} runs: {budget}', zh: '「{clock}」开始计时：{budget}' },
  ClockWaits: { en: ', from {at} on, since nobody works before', zh: '，工作时间自 {at} 起算' },
  ClockStopped: { en: 'Clock {clock}: {state}', zh: '「{clock}」：{state}' },
  ClockPaused: { en: 'Clock {clock} stands still: {reason}', zh: '「{clock}」暂停：{reason}' },
  ClockResumed: { en: 'Clock {clock} runs on', zh: '「{clock}」恢复计时' },
  ClockExtended: { en: 'Clock {clock} got {length} more', zh: '「{clock}」延长 {length}' },
  DeadlineWarned: { en: '{mark} % of {clock} gone', zh: '「{clock}」已用 {mark}%' },
  DeadlineMissed: { en: '{clock} ran out (due {due})', zh: '「{clock}」超时（应于 {due} 前）' },
  DepartmentsCalled: { en: '{actor} called {departments} ({ground}): {reason}', zh: '{actor} 呼叫{departments}（{ground}）：{reason}' },
  DepartmentReportedIn: { en: '{department} reported in', zh: '{department}到场报到' },
  DepartmentAnswered: { en: '{department} answered: solved', zh: '{department}答复：已解决' },
  DepartmentAnsweredNot: { en: '{department} answered: not solved', zh: '{department}答复：未解决' },
  DepartmentOverdue: { en: '{department} is late ({clock}); the dispatcher and its leader are told', zh: '{department}超时（{clock}），已通知值班员和部门负责人' },
  AssistsEnded: { en: 'The case ended without an answer of {departments}', zh: '案件已办结，{departments}未答复' },
  Instructed: { en: '{actor} instructed: {text}', zh: '{actor} 交办：{text}' },
  InstructionAnswered: { en: '{actor} answered the instruction: {text}', zh: '{actor} 答复交办：{text}' },
  SurgeBegan: { en: 'A surge began in {area}, until {until}', zh: '{area}进入高峰期，至 {until}' },
  SurgeRaised: { en: '; priority raised to {priority}', zh: '；优先级上调为{priority}' },
  SurgeEnded: { en: 'The surge ended: clocks run on', zh: '高峰期结束，恢复计时' },
  DrillEnded: { en: '{actor} ended the drill: {reason}', zh: '{actor} 结束演练：{reason}' },
  DrillRanOut: { en: 'The drill ended by itself', zh: '演练到时自动结束' },
  surge: { en: 'surge', zh: '高峰期' },
  ExternalUpdated: { en: '{actor} said more{what}', zh: '{actor} 补充了信息{what}' },
  ExternalReplied: { en: '{actor} replied to the source: {text}', zh: '{actor} 回复来源：{text}' },
  ExternalRepliedBySelf: { en: 'The end of the case is the reply to the source', zh: '以办理结果回复来源' },
  ExternalReplyOverdue: { en: '{source} ({number}) was not replied to in time; the supervisor is told', zh: '未按期回复{source}（{number}），已通知督查' },
  withoutDepartments: { en: '; departments have not answered: {reason}', zh: '；部门未答复：{reason}' },
  OutcomeAnswered: { en: '{who}: {answer}', zh: '{who}：{answer}' },
  PhotosShown: { en: '{actor} shows {n} photos to reporter and owner', zh: '{actor} 对外展示 {n} 张照片（模糊处理）' },
  PhotosHidden: { en: '{actor} shows no photos outside any more', zh: '{actor} 不再对外展示照片' },
  otherEvent: { en: 'Event {name}', zh: '事件 {name}' },
  system: { en: 'The system', zh: '系统' },
  reporter: { en: 'The reporter', zh: '上报人' },
  owner: { en: 'The owner', zh: '业主' },
  nobody: { en: 'nobody', zh: '无' },
  supervisor: { en: 'the supervisor', zh: '督查' },
});

const reasonWords = words({
  expired: { en: 'its time ran out', zh: '超时未处置' },
  unstaffed: { en: 'nobody is on duty there at this hour', zh: '该时段无人值守' },
  'passed-up': { en: 'handed on from below', zh: '下级上报' },
  whistled: { en: 'the community whistled', zh: '社区吹哨' },
  'passed-over': { en: 'this type has nothing to do at that level', zh: '该事项无此层级环节' },
  'not-solved': { en: 'the reporter says that it is not solved', zh: '反映人称未解决' },
  'reporter-not-solved': { en: 'the reporter says that it is not solved', zh: '反映人称未解决' },
  'by-hand': { en: 'raised by hand', zh: '人工提级' },
  declined: { en: 'everybody declined', zh: '全部拒单' },
  reassigned: { en: 'given to others', zh: '已改派' },
  gone: { en: 'everybody who was asked is off duty or out of reach', zh: '被派队员均已下班或联系不上' },
  suspended: { en: 'suspended', zh: '挂账' },
  undecided: { en: 'nobody decided in time', zh: '逾期未审批' },
  'moved-on': { en: 'the case went on', zh: '案件已继续流转' },
  'not-running': { en: 'the service did not run', zh: '系统未运行' },
  overloaded: { en: 'more came in than could be taken', zh: '系统繁忙，指令未能受理' },
  'store-refused': { en: 'the store took nothing', zh: '存储不可用' },
  yellow: { en: 'Yellow', zh: '黄牌' },
  red: { en: 'Red', zh: '红牌' },
});

/** Who did it, as a sentence begins. */
export function actorName(actor: string, names: Names): string {
  return actor === 'system' ? say(w.system) : actor === 'reporter' || actor === 'reporter-link' ? say(w.reporter) : actor === 'owner-link' ? say(w.owner) : names.person(actor);
}

/** A reason that the engine gives by a code or a clock's name, in words; what a person wrote stays as it is. */
export function reasonText(reason: string): string {
  const known = reason.startsWith('surge ') ? w.surge : (reasonWords as Record<string, Word>)[reason];
  return known ? say(known) : clockName(reason);
}

/** Whose part it is, in words. */
export function partyName(scope: string, names: Names): string {
  return scope === '' ? say(w.nobody) : scope.startsWith('supervisor:') ? say(w.supervisor) : names.scope(scope);
}

/** Several names after each other. */
export function listed(all: readonly string[]): string {
  return all.join(language.current === 'en' ? ', ' : '、');
}

/** Events about clocks: they follow from the others, and are shown smaller. */
export function isAboutClock(line: HistoryLine): boolean {
  return /^(Clock|Deadline)/.test(line.event);
}

type Sentence = (data: EventData, names: Names, actor: string) => string;

const word = (entry: Word, values: (data: EventData, names: Names) => Record<string, string | number> = () => ({})): Sentence =>
  (data, names, actor) => say(entry, { actor, ...values(data, names) });

const reasoned = (entry: Word): Sentence => word(entry, (data) => ({ reason: data.text('reason') }));
const photographed = (entry: Word): Sentence => (data, _, actor) => {
  const photos = data.list('evidenceIds').length;
  const why = data.text('openAssists');
  return say(entry, { actor }) + (photos > 0 ? say(w.withPhotos, { n: photos }) : '') + (why ? say(w.withoutDepartments, { reason: why }) : '');
};
const departmentName = (id: string, names: Names): string => names.scope(`department:${id}`);
const ofDepartment = (entry: Word): Sentence => word(entry, (data, names) => ({ department: departmentName(data.text('department'), names) }));
const onClock = (entry: Word, more: (data: EventData) => Record<string, string | number> = () => ({})): Sentence =>
  word(entry, (data) => ({ clock: clockName(data.text('clock')), ...more(data) }));

/** A sentence with the reason that was given for it, where one was. */
const because = (said: string, data: EventData): string => {
  const reason = data.text('reason');
  return reason ? `${said}${language.current === 'en' ? ': ' : '：'}${reasonText(reason)}` : said;
};

const sentences: Record<string, Sentence> = {
  Reported: (data, names, actor) => {
    const others = data.list('possibleDuplicates').length;
    return say(data.flag('inProgress') ? w.ReportedInProgress : w.Reported, { actor, type: names.type(data.text('type')) }) + (others > 0 ? say(w.ReportedAs, { n: others }) : '')
      + (data.text('watched') ? say(w.ReportedWatched, { why: data.text('watched') }) : '');
  },
  Entered: word(w.Entered, (data, names) => ({ status: wordOr(statusWords, data.text('status')), responsible: partyName(data.text('responsible'), names) })),
  Escalated: (data) => {
    const note = data.text('note');
    const reason = reasonText(data.text('reason'));
    return say(w.Escalated, { from: wordOr(levelWords, data.text('from')), to: wordOr(levelWords, data.text('to')), reason: note ? `${reason}，${note}` : reason });
  },
  SupervisionEnded: word(w.SupervisionEnded),
  LastRungReached: onClock(w.LastRungReached),
  Verified: (data, _, actor) => say(data.flag('confirmed') ? w.Verified : w.VerifiedNot, { actor }),
  MarkedUnverified: word(w.MarkedUnverified),
  PassedUp: reasoned(w.PassedUp),
  Acknowledged: (data, _, actor) => say(data.flag('late') ? w.AcknowledgedLate : w.Acknowledged, { actor }),
  PreControlStarted: (data, _, actor) => say(data.flag('late') ? w.PreControlStartedLate : w.PreControlStarted, { actor }),
  Whistled: (data, _, actor) => (data.flag('automatic') ? say(w.WhistledBySystem, { reason: automaticReason(data.text('reason')) }) : say(w.Whistled, { actor, reason: data.text('reason') })),
  TakenBack: reasoned(w.TakenBack),
  ...offerSentences,
  ...safetySentences,
  OfferAccepted: word(w.OfferAccepted, (data, names) => ({ person: names.person(data.text('officerId')) })),
  OfferDeclined: word(w.OfferDeclined, (data, names) => ({ person: names.person(data.text('officerId')), reason: data.text('reason') })),
  OfferWithdrawn: word(w.OfferWithdrawn, (data) => ({ reason: reasonText(data.text('reason')) })),
  Arrived: word(w.Arrived, (data, names) => ({ person: names.person(data.text('officerId')) })),
  MilestoneRecorded: word(w.MilestoneRecorded, (data) => ({ milestone: clockName(data.text('milestone')) })),
  Settled: photographed(w.Settled),
  Resolved: photographed(w.Resolved),
  EvidenceAttached: word(w.EvidenceAttached, (data) => ({ n: data.list('items').length })),
  Checked: (data, _, actor) => say(data.flag('passed') ? w.CheckedPassed : w.CheckedFailed, { actor }),
  CheckPassedOn: word(w.CheckPassedOn, (data, names) => ({ to: partyName(data.text('to'), names) })),
  Returned: word(w.Returned, (data, names) => ({ to: partyName(data.text('to'), names), reason: data.text('reason') })),
  ExtensionRequested: onClock(w.ExtensionRequested, (data) => ({ length: data.text('length'), reason: data.text('reason') })),
  ExtensionDecided: (data, _, actor) =>
    because(say(data.flag('granted') ? w.ExtensionGranted : w.ExtensionRefused, { actor, clock: clockName(data.text('clock')), length: data.text('length') }), data),
  ExtensionLapsed: onClock(w.ExtensionLapsed),
  ExtraTimeTaken: onClock(w.ExtraTimeTaken, (data) => ({ length: data.text('length'), reason: data.text('reason') })),
  EscalationAnswered: (data, _, actor) => {
    const cards = data.list('withdrawn').length;
    return say(data.flag('takenBack') ? w.EscalationTakenBack : w.EscalationNoted, { actor, at: instantText(data.instant('occurredAt')), clock: clockName(data.text('clock')) })
      + (cards > 0 ? say(w.withdrawnCards, { n: cards }) : '');
  },
  DeviceClockCorrected: word(w.DeviceClockCorrected, (data) => ({ stamped: instantText(data.instant('stampedAt')), corrected: instantText(data.instant('correctedTo')) })),
  SuspensionRequested: word(w.SuspensionRequested, (data) => ({ until: instantText(data.instant('until')), reason: data.text('reason') })),
  SuspensionDecided: (data, _, actor) => because(say(data.flag('granted') ? w.SuspensionGranted : w.SuspensionRefused, { actor }), data),
  SuspensionLapsed: word(w.SuspensionLapsed, (data) => ({ reason: reasonText(data.text('reason')) })),
  SuspensionReviewed: (data, _, actor) => because(say(data.flag('keep') ? w.SuspensionKept : w.SuspensionEnded, { actor }), data),
  Suspended: word(w.Suspended, (data) => ({ until: instantText(data.instant('until')), reason: data.text('reason') })),
  Resumed: (data, _, actor) => (data.flag('automatic') ? say(w.ResumedBySystem) : say(w.Resumed, { actor })),
  Reopened: word(w.Reopened, (data) => ({ reason: reasonText(data.text('reason')) })),
  Rejected: reasoned(w.Rejected),
  Merged: word(w.Merged),
  Closed: word(w.Closed),
  Commented: word(w.Commented, (data) => ({ text: data.text('text') })),
  SpokenFor: word(w.SpokenFor, (data, names) => ({
    person: names.person(data.text('actorId')),
    channel: wordOr(channelWords, data.text('channel')),
    said: data.text('said'),
  })),
  PrioritySet: word(w.PrioritySet, (data) => ({ priority: wordOr(priorityWords, data.text('priority')), reason: data.text('reason') })),
  CardIssued: word(w.CardIssued, (data, names) => ({
    colour: wordOr(reasonWords, data.text('colour').toLowerCase()),
    on: partyName(data.text('on'), names),
    clock: clockName(data.text('clock')),
  })),
  CardProposed: word(w.CardProposed, (data, names) => ({
    colour: wordOr(reasonWords, data.text('colour').toLowerCase()),
    on: partyName(data.text('on'), names),
    clock: clockName(data.text('clock')),
  })),
  CardDecided: (data, _, actor) => because(say(data.flag('granted') ? w.CardGranted : w.CardRefused, { actor, n: data.text('card') }), data),
  CardWithdrawn: (data, _, actor) => because(say(w.CardWithdrawn, { actor, n: data.text('card') }), data),
  FellOverdue: onClock(w.FellOverdue),
  NoLongerOverdue: word(w.NoLongerOverdue),
  ReminderSent: word(w.ReminderSent, (data, names) => ({
    to: partyName(data.text('to'), names),
    copy: partyName(data.text('copyTo'), names),
    clock: clockName(data.text('clock')),
  })),
  PubliclyCriticised: word(w.PubliclyCriticised, (data, names) => ({ on: partyName(data.text('on'), names), clock: clockName(data.text('clock')) })),
  CaptainAlarmed: onClock(w.CaptainAlarmed),
  DepartmentsCalled: word(w.DepartmentsCalled, (data, names) => ({
    departments: listed(data.list('departments').map((one) => departmentName(one, names))),
    ground: wordOr(groundWords, data.text('ground')),
    reason: data.text('reason'),
  })),
  DepartmentReportedIn: ofDepartment(w.DepartmentReportedIn),
  DepartmentAnswered: (data, names) => {
    const reason = data.text('reason');
    const said = say(data.flag('solved') ? w.DepartmentAnswered : w.DepartmentAnsweredNot, { department: departmentName(data.text('department'), names) });
    return reason ? `${said}${language.current === 'en' ? ': ' : '，'}${reason}` : said;
  },
  DepartmentOverdue: word(w.DepartmentOverdue, (data, names) => ({ department: departmentName(data.text('department'), names), clock: clockName(data.text('clock')) })),
  AssistsEnded: word(w.AssistsEnded, (data, names) => ({ departments: listed(data.list('departments').map((one) => departmentName(one, names))) })),
  Instructed: word(w.Instructed, (data) => ({ text: data.text('text') })),
  InstructionAnswered: word(w.InstructionAnswered, (data) => ({ text: data.text('text') })),
  SurgeBegan: (data, names) => {
    const raised = data.text('raised');
    return say(w.SurgeBegan, { area: names.scope(data.text('area')), until: instantText(data.instant('until')) }) + (raised ? say(w.SurgeRaised, { priority: wordOr(priorityWords, raised) }) : '');
  },
  SurgeEnded: word(w.SurgeEnded),
  DrillEnded: (data, _, actor) => (data.flag('automatic') ? say(w.DrillRanOut) : say(w.DrillEnded, { actor, reason: data.text('reason') })),
  ExternalUpdated: word(w.ExternalUpdated, (data) => {
    const until = data.instant('replyBy');
    const parts = [data.text('description'), data.text('address'), until ? instantText(until) : ''].filter(Boolean);
    return { what: parts.length > 0 ? `${language.current === 'en' ? ': ' : '：'}${parts.join(language.current === 'en' ? '; ' : '；')}` : '' };
  }),
  ExternalReplied: (data, _, actor) => (data.flag('automatic') ? say(w.ExternalRepliedBySelf) : say(w.ExternalReplied, { actor, text: data.text('text') })),
  ExternalReplyOverdue: word(w.ExternalReplyOverdue, (data, names) => ({ source: names.scope(`source:${data.text('source')}`), number: data.text('number') })),
  OutcomeAnswered: word(w.OutcomeAnswered, (data) => ({ who: wordOr(partyWords, data.text('party')), answer: wordOr(outcomeWords, data.text('answer')) })),
  PhotosShown: (data, _, actor) => {
    const n = data.list('evidenceIds').length;
    return n > 0 ? say(w.PhotosShown, { actor, n }) : say(w.PhotosHidden, { actor });
  },
  ClockStarted: (data) => {
    const waits = data.instant('waitsUntil');
    return say(w.ClockStarted, { clock: clockName(data.text('clock')), budget: data.text('budget') }) + (waits ? say(w.ClockWaits, { at: instantText(waits) }) : '');
  },
  ClockStopped: onClock(w.ClockStopped, (data) => ({ state: wordOr(clockStateWords, data.text('state')) })),
  ClockPaused: onClock(w.ClockPaused, (data) => ({ reason: reasonText(data.text('reason')) })),
  ClockResumed: onClock(w.ClockResumed),
  ClockExtended: onClock(w.ClockExtended, (data) => ({ length: data.text('length') })),
  DeadlineWarned: onClock(w.DeadlineWarned, (data) => ({ mark: data.text('mark') })),
  DeadlineMissed: (data) =>
    say(w.DeadlineMissed, { clock: clockName(data.text('clock')), due: instantText(data.instant('dueAt')) }) + (data.text('excused') ? say(w.excused) : ''),
};

/** The events that have a sentence; others are shown by their name. */
export const knownEvents: readonly string[] = Object.keys(sentences);

/** A line of a history as a sentence in the language of the page; an event of a later server is told by its name. */
export function sentenceOf(line: HistoryLine, names: Names): string {
  const sentence = sentences[line.event];
  const actor = actorName(line.actor, names);
  return sentence ? sentence(new EventData(line), names, actor) : say(w.otherEvent, { name: line.event });
}

/** When it was told and, where that differs, when it really happened: first the latter. */
export function timesOf(line: HistoryLine): { happened: string; received: string | null } {
  return line.occurredAt && line.occurredAt !== line.at ? { happened: line.occurredAt, received: line.at } : { happened: line.at, received: null };
}

/** An automatic whistle names a clock that ran out, or a cause. */
function automaticReason(reason: string): string {
  return reason in reasonWords ? reasonText(reason) : `${clockName(reason)}${language.current === 'en' ? ': ' : '，'}${say(reasonWords.expired)}`;
}

/** The word of a code; the code itself where a later server knows more. */
export function wordOr(list: Record<string, Word>, key: string): string {
  const found = list[key];
  return found ? say(found) : key;
}
