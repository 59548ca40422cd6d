import { language } from '../words/language';
import { alarmOutcomeWords, alarmRungWords } from '../words/alarm-words';
import { say, words, type Word } from '../words/say';
import type { EventData, Names } from './event-data';

const w = words({
  checkedIn: { en: '{person} is all right', zh: '{person} 报平安' },
  checkedInOld: { en: 'A sign from {person} arrived too late to tell how they are now', zh: '{person} 的平安确认送达过晚，不能说明当前情况' },
  asks: { en: 'No sign from the site in time; {people} are asked for each other', zh: '未按时收到平安确认，询问 {people}' },
  silent: { en: 'No sign from the site again', zh: '仍未收到平安确认' },
  raised: { en: '{person} raised the alarm', zh: '{person} 发出求助' },
  raisedByMachine: { en: 'The alarm was raised, since no sign came from the site', zh: '现场失去联系，系统自动发出求助' },
  unanswered: { en: 'Nobody answered the alarm; now asked: {to}', zh: '求助无人应答，升级通知{to}' },
  acknowledged: { en: '{person} answered the alarm', zh: '{person} 应答求助' },
  ended: { en: '{actor} ended the alarm: {outcome}', zh: '{actor} 解除求助：{outcome}' },
  endedBySign: { en: 'The alarm is over, since a sign came', zh: '收到平安确认，求助自动解除' },
});

const because = (said: string, ...more: string[]): string => {
  const words = more.filter(Boolean).join(language.current === 'en' ? '; ' : '；');
  return words ? `${said}${language.current === 'en' ? ': ' : '：'}${words}` : said;
};
const wordOf = (list: Readonly<Record<string, Word>>, key: string): string => (list[key] ? say(list[key]) : key);

type Sentence = (data: EventData, names: Names, actor: string) => string;

/** The lines of a history about those who are on site. */
export const safetySentences: Readonly<Record<'CheckedIn' | 'CheckInMissed' | 'AlarmRaised' | 'AlarmUnanswered' | 'AlarmAcknowledged' | 'AlarmEnded', Sentence>> = {
  CheckedIn: (data, names) => say(data.flag('old') ? w.checkedInOld : w.checkedIn, { person: names.person(data.text('officerId')) }),
  CheckInMissed: (data, names) => {
    const asked = data.list('asked').map((one) => names.person(one)).join(language.current === 'en' ? ', ' : '、');
    return asked ? say(w.asks, { people: asked }) : say(w.silent);
  },
  AlarmRaised: (data, names) => {
    const who = data.text('officerId');
    return because(who ? say(w.raised, { person: names.person(who) }) : say(w.raisedByMachine), data.text('where'), data.text('what'));
  },
  AlarmUnanswered: (data) => say(w.unanswered, { to: wordOf(alarmRungWords, data.text('to')) }),
  AlarmAcknowledged: (data, names) => because(say(w.acknowledged, { person: names.person(data.text('by')) }), data.text('said')),
  AlarmEnded: (data, _, actor) => {
    const outcome = data.text('outcome');
    return outcome ? say(w.ended, { actor, outcome: wordOf(alarmOutcomeWords, outcome) }) : say(w.endedBySign);
  },
};
