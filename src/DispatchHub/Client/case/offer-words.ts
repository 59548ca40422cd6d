import { city } from '../api/city';
import type { LeftOutOfficer, OfferAnswer, RankingReason } from '../api/types';
import { shortNumber } from '../parts/case-number';
import { language } from '../words/language';
import { say, words, type Word } from '../words/say';

const reasonWords: Record<string, Word> = words({
  'has-skill': { en: 'knows {value}', zh: '熟悉{value}' },
  'works-there': { en: 'at work in {value}', zh: '正在{value}处置' },
  near: { en: 'within {value} km', zh: '{value} 公里内' },
  'open-cases': { en: '{value} open', zh: '在办 {value} 件' },
  rested: { en: 'last case {value} min ago', zh: '距上次出动 {value} 分钟' },
  'no-case-yet': { en: 'no case lately', zh: '近期未出动' },
  'second-line': { en: 'second line', zh: '二线备勤' },
  'on-the-move': { en: 'on the way to {value}', zh: '正前往 {value}' },
  busy: { en: 'on site at {value}', zh: '正在 {value} 现场' },
});

const leftOutWords: Record<string, Word> = words({
  'off-duty': { en: 'off duty', zh: '不当班' },
  'out-of-reach': { en: 'out of reach', zh: '联系不上' },
  declined: { en: 'declined', zh: '已拒单' },
  'did-not-answer': { en: 'did not answer in time', zh: '未按时应答' },
  'asked-before': { en: 'asked already', zh: '已派过单' },
  'lacks-skill': { en: 'does not do {value}', zh: '不承办{value}' },
});

const answerWords: Record<OfferAnswer, Word> = words({
  waiting: { en: 'no answer yet', zh: '待应答' },
  accepted: { en: 'leads', zh: '牵头' },
  declined: { en: 'declined', zh: '拒单' },
  silent: { en: 'did not answer in time', zh: '未按时应答' },
  gone: { en: 'went off duty or out of reach', zh: '已下班或联系不上' },
  replaced: { en: 'others were chosen', zh: '已改派' },
  goesAlong: { en: 'goes along', zh: '随行' },
});

/** One reason for an officer's place; the code itself where a later server knows more. */
export function reasonOf(reason: RankingReason): string {
  const word = reasonWords[reason.code];
  return word ? say(word, { value: valueOf(reason.code, reason.value ?? '') }) : reason.code;
}

/** Why an officer stands where they stand, in the order in which the rules count. */
export function reasonsOf(reasons: readonly RankingReason[]): string {
  return reasons.map(reasonOf).join(language.current === 'en' ? ', ' : '、');
}

/** Why an officer is not asked. */
export function leftOutText(one: Pick<LeftOutOfficer, 'why' | 'value'>): string {
  const word = leftOutWords[one.why];
  return word ? say(word, { value: valueOf(one.why, one.value ?? '') }) : one.why;
}

/** What came of an offer. */
export function answerText(answer: OfferAnswer): string {
  return say(answerWords[answer]);
}

function valueOf(code: string, value: string): string {
  return code === 'works-there' ? city.scopeName(`community:${value}`) : code.endsWith('-skill') ? city.typeName(value, value) : code === 'on-the-move' || code === 'busy' ? shortNumber(value) : value;
}
