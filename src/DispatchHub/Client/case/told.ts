import type { HistoryLine } from '../api/types';
import { say, words } from '../words/say';
import { clockName } from '../words/terms';
import { EventData, type Names } from './event-data';
import { listed, partyName } from './history-words';

const w = words({
  captain: { en: 'Captain', zh: '队长' },
  alarmed: { en: 'alarmed: {clock} ran out', zh: '收到提醒：「{clock}」超时' },
  yellow: { en: 'yellow card for {clock}', zh: '收到黄牌：「{clock}」' },
  red: { en: 'red card for {clock}', zh: '收到红牌：「{clock}」' },
  reminded: { en: 'reminded of {clock}', zh: '收到催办：「{clock}」' },
  copied: { en: 'got a copy of the reminder of {clock}', zh: '收到催办抄送：「{clock}」' },
  criticised: { en: 'criticised in public for {clock}', zh: '被通报批评：「{clock}」' },
  offered: { en: 'offered the case', zh: '收到派单' },
  whistled: { en: 'whistled', zh: '收到吹哨' },
  responsible: { en: 'became responsible', zh: '成为责任方' },
  dispatcherAnd: { en: 'Dispatcher and the leader of {department}', zh: '值班员、{department}负责人' },
  board: { en: 'Everybody at the board', zh: '指挥中心' },
  supervisor: { en: 'Supervisor', zh: '督查' },
  askedForPair: { en: 'asked whether the other is all right', zh: '被询问同伴是否平安' },
  alarm: { en: 'alarmed: an officer may need help', zh: '收到队员求助' },
  alarmAgain: { en: 'alarmed: nobody answered', zh: '收到求助：尚无人应答' },
  check: { en: 'asked to check', zh: '被要求核查' },
});

/** That somebody was told something about a case. */
export interface Told {
  seq: number;
  at: string;
  whom: string;
  what: string;
}

/** Who was told what and when, oldest first: alarms, cards, offers, whistles, and whoever became responsible. */
export function whoWasTold(lines: readonly HistoryLine[], names: Names): Told[] {
  const told: Told[] = [];
  let responsible = '';
  for (const line of lines) {
    const data = new EventData(line);
    const add = (whom: string, what: string) => told.push({ seq: Number(line.seq), at: line.at, whom, what });
    switch (line.event) {
      case 'CaptainAlarmed':
        add(say(w.captain), say(w.alarmed, { clock: clockName(data.text('clock')) }));
        break;
      case 'CheckInMissed':
        data.list('asked').forEach((one) => add(names.person(one), say(w.askedForPair)));
        break;
      case 'AlarmRaised':
        add(say(w.board), say(w.alarm));
        break;
      case 'AlarmUnanswered':
        add(say(data.text('to') === 'captain' ? w.captain : w.supervisor), say(w.alarmAgain));
        break;
      case 'DepartmentsCalled':
        data.list('departments').forEach((one) => add(names.scope(`department:${one}`), say(w.whistled)));
        break;
      case 'DepartmentOverdue':
        add(say(w.dispatcherAnd, { department: names.scope(`department:${data.text('department')}`) }), say(w.alarmed, { clock: clockName(data.text('clock')) }));
        break;
      case 'CardIssued':
        add(partyName(data.text('on'), names), say(data.text('colour') === 'Red' ? w.red : w.yellow, { clock: clockName(data.text('clock')) }));
        break;
      case 'CardDecided':
        if (data.flag('granted')) {
          const proposed = lines.filter((one) => one.event === 'CardProposed').map((one) => new EventData(one)).find((one) => one.text('card') === data.text('card'));
          add(partyName(proposed?.text('on') ?? '', names), say(proposed?.text('colour') === 'Red' ? w.red : w.yellow, { clock: clockName(proposed?.text('clock') ?? '') }));
        }
        break;
      case 'ReminderSent':
        add(partyName(data.text('to'), names), say(w.reminded, { clock: clockName(data.text('clock')) }));
        add(partyName(data.text('copyTo'), names), say(w.copied, { clock: clockName(data.text('clock')) }));
        break;
      case 'PubliclyCriticised':
        add(partyName(data.text('on'), names), say(w.criticised, { clock: clockName(data.text('clock')) }));
        break;
      case 'Assigned':
        add(listed(data.list('officerIds').map((one) => names.person(one))), say(w.offered));
        break;
      case 'OfferPassedOn':
        add(names.person(data.text('officerId')), say(w.offered));
        break;
      case 'CheckPassedOn':
        add(partyName(data.text('to'), names), say(w.check));
        responsible = data.text('to');
        break;
      case 'Entered': {
        const now = data.text('responsible');
        if (now !== '' && now !== responsible) {
          const called = lines.some((one) => one.event === 'Whistled' && one.at === line.at);
          add(partyName(now, names), say(data.text('status') === 'AwaitingCheck' ? w.check : called ? w.whistled : w.responsible));
        }
        responsible = now;
        break;
      }
    }
  }
  return told;
}
