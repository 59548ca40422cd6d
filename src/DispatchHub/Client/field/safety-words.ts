import { words } from '../words/say';

export const safetyWords = words({
  group: { en: 'Your safety', zh: '人身安全' },
  allRight: { en: 'I am all right', zh: '平安' },
  bothAllRight: { en: 'We are all right', zh: '我们都平安' },
  next: { en: 'next sign in {left}', zh: '{left} 内再次确认' },
  queued: { en: 'noted, to be sent', zh: '已记录，待发送' },
  asked: { en: 'No sign from the site. Is {people} all right?', zh: '未按时收到平安确认。{people}是否平安？' },
  help: { en: 'Help! Hold for 1 second', zh: '求助：长按 1 秒' },
  again: { en: 'Hold for 1 second, or press again', zh: '请按住 1 秒，或再按一次' },
  sending: { en: 'Alarm is being sent …', zh: '求助发送中…' },
  offline: { en: 'No network: the alarm goes out as soon as there is one. Call by radio or telephone too.', zh: '当前无网络，恢复后立即发送求助。请同时用对讲机或电话呼叫。' },
  refused: { en: 'The alarm was not taken. Call by radio or telephone.', zh: '求助未被受理，请用对讲机或电话呼叫。' },
  partner: { en: '{person} calls for help since {at}. Nobody has answered yet.', zh: '{person} 于 {at} 求助，尚无人应答。' },
  received: { en: 'Alarm received at {at}. Waiting for an answer.', zh: '{at} 已收到求助，等待应答。' },
  silent: { en: 'No sign for a while: the office has been alarmed. Are you all right?', zh: '长时间未收到平安确认，已通知指挥中心。您是否平安？' },
  seen: { en: 'Seen by {person} at {at}.', zh: '{person} 已于 {at} 应答。' },
});
