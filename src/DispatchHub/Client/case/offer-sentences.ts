import type { LeftOutOfficer, RankedOfficer, RankingReason } from '../api/types';
import { language } from '../words/language';
import { say, words } from '../words/say';
import type { EventData, Names } from './event-data';
import { leftOutText, reasonsOf } from './offer-words';

const w = words({
  assigned: { en: '{actor} offered it to {people}', zh: '{actor} 派单给 {people}' },
  overruled: { en: '{actor} overruled the ranking and offered it to {people}', zh: '{actor} 改变自动派单，派给 {people}' },
  automatic: { en: 'Offered automatically, round {round}: {people}', zh: '自动派单（第 {round} 轮）：{people}' },
  passedOn: { en: '{person} was asked in place of {other}', zh: '改派 {person}，替换 {other}' },
  passedOver: { en: '{person} is not asked any more: {why}', zh: '跳过 {person}：{why}' },
  rounds: { en: 'Nobody accepted in {round} rounds; the captain chooses', zh: '{round} 轮均无人接单，转由队长派单' },
  candidates: { en: 'Too few officers are left to be asked; the captain chooses', zh: '可派队员不足，转由队长派单' },
  note: { en: '{text} ({note})', zh: '{text}（{note}）' },
});

const between = () => (language.current === 'en' ? '; ' : '；');
const listing = () => (language.current === 'en' ? ', ' : '、');
const noted = (text: string, note: string) => (note ? say(w.note, { text, note }) : text);

type Sentence = (data: EventData, names: Names, actor: string) => string;

/** The lines of a history about offers. */
export const offerSentences: Readonly<Record<'Assigned' | 'OfferPassedOn' | 'OfferPassedOver' | 'OffersEnded', Sentence>> = {
  Assigned: (data, names, actor) => {
    const ids = data.list('officerIds');
    if (!data.flag('automatic')) {
      return say(data.flag('overruled') ? w.overruled : w.assigned, { actor, people: ids.map((one) => names.person(one)).join(listing()) });
    }
    const ranking = data.objects<RankedOfficer>('ranking');
    const people = ids.map((id) => noted(names.person(id), reasonsOf(ranking.find((one) => one.userName === id)?.reasons ?? [])));
    return say(w.automatic, { round: data.text('round'), people: people.join(between()) });
  },
  OfferPassedOn: (data, names) =>
    noted(say(w.passedOn, { person: names.person(data.text('officerId')), other: names.person(data.text('inPlaceOf')) }), reasonsOf(data.objects<RankingReason>('why'))),
  OfferPassedOver: (data, names) => say(w.passedOver, { person: names.person(data.text('officerId')), why: leftOutText({ why: data.text('why') }) }),
  OffersEnded: (data, names) => {
    const leftOut = data.objects<LeftOutOfficer>('leftOut').map((one) => noted(names.person(one.userName), leftOutText(one)));
    return noted(say(data.text('cause') === 'rounds' ? w.rounds : w.candidates, { round: data.text('round') }), leftOut.join(between()));
  },
};
