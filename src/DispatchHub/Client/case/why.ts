import type { HistoryLine } from '../api/types';
import { instantText } from '../clocks/spoken';
import { language } from '../words/language';
import { say, words } from '../words/say';
import { clockName, levelName, levelWords, statusWords } from '../words/terms';
import { EventData, type Names } from './event-data';
import { actorName, listed, partyName, reasonText, wordOr } from './history-words';

const w = words({
  reported: { en: '{actor} reported it at {at}.', zh: '{at} 由 {actor} 上报。' },
  startsAt: { en: 'It started at «{status}», where {responsible} is responsible.', zh: '上报后进入「{status}」，由 {responsible} 负责。' },
  ranOut: { en: 'The time for {clock} ran out at {due} before anybody had done it.', zh: '「{clock}」时限于 {due} 到期，到期前无人完成。' },
  wentUp: { en: 'So it went from {from} to {to}.', zh: '因此由{from}升至{to}。' },
  wentUpFor: { en: 'It went from {from} to {to}: {reason}.', zh: '由{from}升至{to}：{reason}。' },
  whistled: { en: '{actor} whistled at {at}: {reason}', zh: '{at} {actor} 吹哨：{reason}' },
  whistledItself: { en: 'The street was whistled automatically at {at}.', zh: '{at} 系统自动吹哨，通知街道。' },
  passedUp: { en: '{actor} passed it up at {at}: {reason}', zh: '{at} {actor} 上报社区：{reason}' },
  verified: { en: '{actor} looked on site at {at} and found it so.', zh: '{at} {actor} 现场核实属实。' },
  unverified: { en: 'It goes on as unverified.', zh: '按未核实继续流转。' },
  acknowledged: { en: '{actor} acknowledged at {at} and controls it first.', zh: '{at} {actor} 响应，先行前置管控。' },
  takenBack: { en: '{actor} took it back at {at}: {reason}', zh: '{at} {actor} 收回处置：{reason}' },
  assigned: { en: '{actor} offered it to {people} at {at}; the first to accept leads.', zh: '{at} {actor} 派单给 {people}，先接单者牵头。' },
  offered: { en: 'It was offered to {people} automatically at {at}; the first to accept leads.', zh: '{at} 自动派单给 {people}，先接单者牵头。' },
  accepted: { en: '{person} accepted at {at} and is on the way.', zh: '{at} {person} 接单，正赶赴现场。' },
  withdrawn: { en: 'The offer was withdrawn at {at}: {reason}. Somebody has to be assigned again.', zh: '{at} 派单撤回：{reason}，需重新派单。' },
  arrived: { en: '{person} reported in on site at {at}.', zh: '{at} {person} 到场报到。' },
  done: { en: '{actor} said at {at} that it is solved. Somebody who did not handle it checks: {responsible}.', zh: '{at} {actor} 报告处置完成，由未参与处置的 {responsible} 核查。' },
  checkPassedOn: { en: 'The check was not made in time, so {to} checks now.', zh: '未按时核查，改由 {to} 核查。' },
  rework: { en: '{actor} checked at {at}: not solved. It is rework for {responsible}.', zh: '{at} {actor} 核查未通过，由 {responsible} 返工。' },
  returned: { en: '{actor} returned it to {to} at {at}: {reason}', zh: '{at} {actor} 退回至 {to}：{reason}' },
  suspended: { en: '{actor} suspended it until {until}: {reason}', zh: '{actor} 挂账至 {until}：{reason}' },
  resumed: { en: 'Its suspension ended at {at}.', zh: '{at} 挂账结束。' },
  reopened: { en: '{actor} reopened it at {at}: {reason}', zh: '{at} {actor} 重新打开：{reason}' },
  rejected: { en: '{actor} rejected it at {at}: {reason}', zh: '{at} {actor} 不予受理：{reason}' },
  merged: { en: '{actor} merged it into another case at {at}.', zh: '{at} {actor} 将其并入另一案件。' },
  checkedClosed: { en: '{actor} checked at {at}: solved.', zh: '{at} {actor} 核查：已解决。' },
  closed: { en: 'It was closed at {at}.', zh: '{at} 结案。' },
  byHand: { en: '{actor} raised it to supervision at {at}: {note}', zh: '{at} {actor} 提级督办：{note}' },
  supervision: { en: 'The supervisor sees to it since {at}, because {clock} ran out. Whoever was responsible still is.', zh: '因「{clock}」超时，{at} 起由督查督办；原责任方不变。' },
  lastRung: { en: 'The last rung was missed too ({clock}); nothing rises any further.', zh: '最高层级也已超时（「{clock}」），不再升级。' },
});

/**
 * Why a case is where it is: the rules that brought it into its status and, where that is higher, its level, in plain sentences.
 * Made from the last entry and everything committed with it; empty only for an empty history.
 */
export function whyHere(lines: readonly HistoryLine[], names: Names): string[] {
  const entered = lastIndex(lines, (line) => line.event === 'Entered' || line.event === 'CheckPassedOn' || isEnd(line));
  if (entered < 0) {
    return [];
  }
  const at = lines[entered]!;
  const step = lines.filter((line) => line.at === at.at && line.actor === at.actor);
  const sentences = step.flatMap((line) => sentenceFor(line, step, names) ?? []);
  if (sentences.length === 0) {
    sentences.push(enteredText(at, names));
  }
  return [...sentences, ...aboutSupervision(lines, names)];
}

/** What starts a sentence: the event that explains the entry; the entry itself explains nothing. */
function sentenceFor(line: HistoryLine, step: readonly HistoryLine[], names: Names): string | null {
  const data = new EventData(line);
  const at = instantText(line.occurredAt ?? line.at);
  const actor = actorName(line.actor, names);
  const reason = data.text('reason');
  const responsible = () => partyName(responsibleAfter(step), names);
  switch (line.event) {
    case 'Reported':
      return `${say(w.reported, { actor, at })}${enteredText(step.find((one) => one.event === 'Entered'), names)}`;
    case 'DeadlineMissed':
      return say(w.ranOut, { clock: clockName(data.text('clock')), due: instantText(data.instant('dueAt')) });
    case 'Escalated':
      return escalatedText(data, step);
    case 'Whistled':
      return data.flag('automatic') ? say(w.whistledItself, { at }) : ended(say(w.whistled, { actor, at, reason }));
    case 'PassedUp':
      return ended(say(w.passedUp, { actor, at, reason }));
    case 'Verified':
      return data.flag('confirmed') ? say(w.verified, { actor, at }) : null;
    case 'MarkedUnverified':
      return say(w.unverified);
    case 'Acknowledged':
      return data.flag('late') ? null : say(w.acknowledged, { actor, at });
    case 'TakenBack':
      return ended(say(w.takenBack, { actor, at, reason }));
    case 'Assigned':
      return say(data.flag('automatic') ? w.offered : w.assigned, { actor, at, people: listed(data.list('officerIds').map((one) => names.person(one))) });
    case 'OfferAccepted':
      return say(w.accepted, { person: names.person(data.text('officerId')), at });
    case 'OfferWithdrawn':
      return step.some((one) => one.event === 'Assigned') ? null : say(w.withdrawn, { at, reason: reasonText(reason) });
    case 'Arrived':
      return say(w.arrived, { person: names.person(data.text('officerId')), at });
    case 'Settled':
    case 'Resolved':
      return step.some((one) => one.event === 'Closed') ? null : say(w.done, { actor, at, responsible: responsible() });
    case 'CheckPassedOn':
      return say(w.checkPassedOn, { to: partyName(data.text('to'), names) });
    case 'Checked':
      return data.flag('passed') ? say(w.checkedClosed, { actor, at }) : say(w.rework, { actor, at, responsible: responsible() });
    case 'Returned':
      return ended(say(w.returned, { actor, at, to: partyName(data.text('to'), names), reason }));
    case 'Suspended':
      return ended(say(w.suspended, { actor, until: instantText(data.instant('until')), reason }));
    case 'Resumed':
      return say(w.resumed, { at });
    case 'Reopened':
      return ended(say(w.reopened, { actor, at, reason: reasonText(reason) }));
    case 'Rejected':
      return ended(say(w.rejected, { actor, at, reason }));
    case 'Merged':
      return say(w.merged, { actor, at });
    case 'Closed':
      return say(w.closed, { at });
    default:
      return null;
  }
}

function escalatedText(data: EventData, step: readonly HistoryLine[]): string | null {
  if (data.text('to') === 'Supervision') {
    return null; // Said apart, since it holds until it ends, whatever is entered meanwhile.
  }
  const levels = { from: wordOr(levelWords, data.text('from')), to: wordOr(levelWords, data.text('to')) };
  switch (data.text('reason')) {
    case 'expired':
      return say(w.wentUp, levels);
    case 'whistled':
    case 'passed-up':
      return step.some((one) => one.event === 'Whistled' || one.event === 'PassedUp') ? null : say(w.wentUpFor, { ...levels, reason: reasonText(data.text('reason')) });
    default:
      return say(w.wentUpFor, { ...levels, reason: reasonText(data.text('reason')) });
  }
}

/** Supervision lies over a status: it began with the last rise there, unless it has ended since. */
function aboutSupervision(lines: readonly HistoryLine[], names: Names): string[] {
  const began = lastIndex(lines, (line) => line.event === 'Escalated' && new EventData(line).text('to') === 'Supervision');
  const over = lastIndex(lines, (line) => line.event === 'SupervisionEnded' || isEnd(line));
  if (began < 0 || over > began) {
    return [];
  }
  const line = lines[began]!;
  const data = new EventData(line);
  const at = instantText(line.at);
  const missed = lines.filter((one) => one.event === 'DeadlineMissed' && one.at === line.at).at(-1);
  const said = [
    data.text('reason') === 'by-hand'
      ? ended(say(w.byHand, { actor: actorName(line.actor, names), at, note: data.text('note') }))
      : missed
        ? say(w.supervision, { at, clock: clockName(new EventData(missed).text('clock')) })
        : say(w.wentUpFor, { from: wordOr(levelWords, data.text('from')), to: levelName('Supervision'), reason: reasonText(data.text('reason')) }),
  ];
  const last = lines.slice(began).findLast((one) => one.event === 'LastRungReached');
  return last ? [...said, say(w.lastRung, { clock: clockName(new EventData(last).text('clock')) })] : said;
}

function enteredText(line: HistoryLine | undefined, names: Names): string {
  if (!line) {
    return '';
  }
  const data = new EventData(line);
  return space() + say(w.startsAt, { status: wordOr(statusWords, data.text('status')), responsible: partyName(data.text('responsible'), names) });
}

function responsibleAfter(step: readonly HistoryLine[]): string {
  const entered = step.findLast((line) => line.event === 'Entered');
  return entered ? new EventData(entered).text('responsible') : '';
}

function isEnd(line: HistoryLine): boolean {
  return line.event === 'Closed' || line.event === 'Rejected' || line.event === 'Merged';
}

function lastIndex(lines: readonly HistoryLine[], is: (line: HistoryLine) => boolean): number {
  return lines.findLastIndex(is);
}

/** What a person wrote ends a sentence only if they ended it. */
function ended(text: string): string {
  return /[.!?。！？…]$/.test(text) ? text : text + (language.current === 'en' ? '.' : '。');
}

function space(): string {
  return language.current === 'en' ? ' ' : '';
}
