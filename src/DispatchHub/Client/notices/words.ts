import { say, words, type Word } from '../words/say';

export const noticeWords = words({
  bell: { en: 'Notices, {n} unseen', zh: '消息，{n} 条未读' },
  bellQuiet: { en: 'Notices', zh: '消息' },
  list: { en: 'Notices', zh: '消息' },
  none: { en: 'Nothing waits for you.', zh: '暂无消息。' },
  over: { en: 'over', zh: '已结束' },
  settings: { en: 'How I am told', zh: '消息提醒设置' },
  order: { en: 'In this order; what is urgent goes on to the next while you have not seen it', zh: '按此顺序提醒；紧急消息未读时依次转下一方式' },
  off: { en: 'Not used', zh: '不使用' },
  up: { en: '{name}: earlier', zh: '{name}：提前' },
  use: { en: 'Use {name}', zh: '使用{name}' },
  leave: { en: 'Do not use {name}', zh: '不使用{name}' },
  phone: { en: 'Telephone for text messages', zh: '接收短信的手机号' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved', zh: '已保存' },
  close: { en: 'Close', zh: '关闭' },
  device: { en: 'This device', zh: '本设备' },
  pushOn: { en: 'Show notices on this device', zh: '在本设备上弹出通知' },
  pushOff: { en: 'Show none on this device any more', zh: '关闭本设备的通知' },
  pushAway: { en: 'Web Push is not set up in this city.', zh: '本系统未开通网页推送。' },
  pushCannot: { en: 'This browser shows no notices.', zh: '此浏览器不支持通知。' },
  pushDenied: { en: 'The browser does not allow notices from here; allow them in its settings.', zh: '浏览器已禁止本站通知，请在浏览器设置中允许。' },
  noneSent: { en: 'Nobody was told of this case yet.', zh: '尚未就此案件发出通知。' },
  seenAt: { en: 'seen {at}', zh: '{at} 已读' },
  notSeen: { en: 'not seen', zh: '未读' },
  gone: { en: 'over {at}', zh: '{at} 已结束' },
});

const whats: Readonly<Record<string, Word>> = words({
  offer: { en: 'A case is offered to you', zh: '有案件派给你，请接单' },
  along: { en: 'You go along on a visit', zh: '你随队前往' },
  verify: { en: 'A report waits to be verified on site', zh: '有上报待现场核实' },
  grid: { en: 'A case waits in your grid', zh: '有案件待你处理' },
  acknowledge: { en: 'A case waits for the community', zh: '有案件待社区响应' },
  assign: { en: 'A case waits to be assigned', zh: '有案件待派单' },
  check: { en: 'A case waits to be checked', zh: '有案件待核查' },
  rework: { en: 'The check failed: rework', zh: '核查未通过，请返工' },
  returned: { en: 'A case was sent to you', zh: '案件退到你处' },
  alarm: { en: 'A clock ran out: the captain is asked', zh: '时限已过，请队长处理' },
  supervision: { en: 'A case has come to supervision', zh: '案件已升级到督查' },
  department: { en: 'Your department is whistled', zh: '部门被吹哨，请报到' },
  extension: { en: 'An extension waits for a decision', zh: '有延期申请待批' },
  suspension: { en: 'A suspension waits for a decision', zh: '有挂账申请待批' },
  instruction: { en: 'The committee has given an instruction', zh: '有专班交办事项' },
  help: { en: 'An officer calls for help: answer now', zh: '队员求助，请立即应答' },
  pair: { en: 'A sign from the site is missing: is your partner all right?', zh: '现场未报平安，请确认同伴安全' },
  card: { en: 'A card on a person waits for your word', zh: '有拟发的个人督办牌待决定' },
  review: { en: 'The review of a suspension was missed', zh: '挂账复核已逾期' },
  swapAsked: { en: 'You are asked to swap duties', zh: '有人请你换班' },
  swapAgreed: { en: 'Your swap was agreed', zh: '换班已同意' },
  swapDeclined: { en: 'Your swap was declined', zh: '换班被拒绝' },
  dutyGiven: { en: 'You are put on duty', zh: '你被安排值班' },
  dutyTaken: { en: 'Somebody takes over your duty', zh: '你的班次已由他人顶替' },
  reminder: { en: 'A reminder: a case is overdue', zh: '催办：案件已逾期' },
  'paper-to-sign': { en: 'A document waits for your signature', zh: '有文书待签发' },
  'dossier-late': { en: 'Something of house decoration is late', zh: '装修监管事项逾期' },
  visit: { en: 'A visit of several departments is planned', zh: '联合检查已排定' },
  filing: { en: 'A filing of works waits for you', zh: '装修备案待处理' },
  session: { en: 'A teaching session was ordered: plan it', zh: '小区预约了普法活动，请安排' },
  'session-late': { en: 'A teaching session is late', zh: '普法活动逾期' },
});

const channels: Readonly<Record<string, Word>> = words({
  app: { en: 'in the app', zh: '应用内' },
  push: { en: 'push notification', zh: '推送通知' },
  sms: { en: 'text message', zh: '短信' },
  webhook: { en: 'group robot', zh: '群机器人' },
  duty: { en: 'roster', zh: '排班' },
});

const states: Readonly<Record<string, Word>> = words({
  waiting: { en: 'waiting', zh: '待发' },
  told: { en: 'told', zh: '已通知' },
  seen: { en: 'seen', zh: '已读' },
  quiet: { en: 'off duty, left in peace', zh: '不在岗，未打扰' },
  failed: { en: 'not reached', zh: '未送达' },
  passedOn: { en: 'passed on to', zh: '转给' },
  expired: { en: 'too late', zh: '已过时' },
});

export const whatName = (what: string): string => (whats[what] ? say(whats[what]) : what);

export const channelName = (channel: string): string => (channels[channel] ? say(channels[channel]) : channel);

export const stateName = (state: string): string => (states[state] ? say(states[state]) : state);
