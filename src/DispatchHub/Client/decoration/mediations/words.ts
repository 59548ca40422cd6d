import { words } from '../../words/say';
import type { MediationState } from './types';

export const mediationWords = words({
  title: { en: 'Mediations', zh: '纠纷调解' },
  loading: { en: 'Loading …', zh: '加载中…' },
  again: { en: 'Try again', zh: '重试' },
  none: { en: 'No mediation here.', zh: '暂无调解。' },
  open: { en: 'Open', zh: '进行中' },
  over: { en: 'Over', zh: '已结束' },
  back: { en: 'All mediations', zh: '全部调解' },
  since: { en: '{n} mediations since the start', zh: '开展以来调解 {n} 起' },
  ofThose: {
    en: '{before} of them, and {reviews} joint reviews, are figures of the news report that this city is modelled on; {here} were counted here.',
    zh: '其中 {before} 起（另有交付前联合会审 {reviews} 个小区）为所参照新闻报道的数字，本系统计 {here} 起。',
  },
  start: { en: 'Open a mediation', zh: '发起调解' },
  fromCase: { en: 'The case', zh: '关联案件' },
  community: { en: 'Community', zh: '社区' },
  matter: { en: 'What it is about, without names', zh: '纠纷事由（不写姓名）' },
  parties: { en: 'Parties as flats or roles, a line each, no names', zh: '当事方（写房号或身份，每行一方，不写姓名）' },
  partiesOf: { en: 'Parties', zh: '当事方' },
  sessions: { en: 'Sessions', zh: '调解记录' },
  noSessions: { en: 'None held yet.', zh: '尚未调解。' },
  hold: { en: 'A session was held', zh: '登记一次调解' },
  mediator: { en: 'Who mediated (role)', zh: '调解人（身份）' },
  said: { en: 'What was said', zh: '调解情况' },
  agreement: { en: 'What was agreed, if anything', zh: '达成的协议（没有可不填）' },
  agreed: { en: 'Agreed:', zh: '协议：' },
  call: { en: 'The parties were called', zh: '登记回访' },
  kept: { en: 'Do they keep it?', zh: '是否履行' },
  yes: { en: 'Yes', zh: '已履行' },
  no: { en: 'No: mediate again', zh: '未履行，再次调解' },
  outcome: { en: 'Outcome', zh: '结果' },
  giveUp: { en: 'End without agreement', zh: '终止调解' },
  done: { en: 'Done.', zh: '已完成。' },
  opened: { en: 'opened {at}', zh: '{at} 发起' },
  ofCase: { en: 'Mediation of this dispute', zh: '本案调解' },
});

export const mediationStateWords = words<MediationState>({
  open: { en: 'to be mediated', zh: '待调解' },
  agreed: { en: 'agreed, to be called', zh: '已达成协议，待回访' },
  kept: { en: 'agreed and kept', zh: '协议已履行' },
  givenUp: { en: 'ended without agreement', zh: '未达成协议' },
});
