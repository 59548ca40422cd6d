import type { Role } from '../api/types';
import { words } from '../words/say';

export const signInWords = words({
  product: { en: 'Dispatch', zh: '街道指挥' },
  what: {
    en: 'Every report of a street, from the first call to the last check: who has it, how much time is left, and what was done.',
    zh: '街道每一件上报，从受理到核查结案：谁在办、还剩多少时间、办到哪一步，一目了然。',
  },
  services: { en: 'Owners: what may I do in my flat?', zh: '业主：我家装修能做什么？' },
  title: { en: 'Sign in', zh: '登录' },
  again: { en: 'Sign in again', zh: '重新登录' },
  ended: { en: 'The session has ended. The page below and what you typed are kept.', zh: '会话已结束。当前页面和已填内容均已保留。' },
  leave: { en: 'Leave the page and sign out', zh: '离开页面并退出登录' },
  userName: { en: 'User name', zh: '用户名' },
  password: { en: 'Password', zh: '密码' },
  signIn: { en: 'Sign in', zh: '登录' },
  signingIn: { en: 'Signing in …', zh: '登录中…' },
  capsLock: { en: 'Caps lock is on.', zh: '大写锁定已开启。' },
  tooMany: { en: 'Too many tries from here. Try again in {n} seconds.', zh: '尝试次数过多，请在 {n} 秒后重试。' },
  tryNow: { en: 'Try again now.', zh: '现在可以重试。' },
  away: { en: 'The server does not answer. It is tried again every few seconds.', zh: '服务器无响应，系统每隔几秒自动重试。' },
  retry: { en: 'Try now', zh: '立即重试' },
  demo: { en: 'Demo: step in with one click', zh: '演示：一键进入' },
  demoHint: { en: 'Everybody here is made up. Try two roles in two windows and watch a case pass between them.', zh: '以下人员均为虚构。可在两个窗口用不同角色登录，观察案件在其间流转。' },
  switchTitle: { en: 'Switch person', zh: '切换人员' },
  filter: { en: 'Find a person: name, role or place', zh: '查找人员：姓名、角色或地点' },
  nobody: { en: 'Nobody fits. Use fewer words.', zh: '没有匹配的人员，请减少关键词。' },
  current: { en: 'you', zh: '当前' },
  close: { en: 'Close', zh: '关闭' },
  toLight: { en: 'Light colours', zh: '浅色' },
  toDark: { en: 'Dark colours', zh: '深色' },
});

/** What each role does here, in one line. */
export const roleLines = words<Role>({
  dispatcher: { en: 'the board of the street: takes calls, assigns, follows every clock', zh: '街道看板：接听来电、派单、盯住每一个时限' },
  communityStaff: { en: 'the desk of one community: acknowledge, pre-control, whistle', zh: '社区工作台：响应、前置管控、吹哨' },
  gridWorker: { en: 'on the phone: report, settle on the spot, patrol, check', zh: '手机端：上报、当场处置、巡查、核查' },
  captain: { en: 'the board, and own cases on the phone: assigns, decides, goes out', zh: '看板与手机端：派单、审批、出勤' },
  officer: { en: 'on the phone: accept, on site, milestones, resolve', zh: '手机端：接单、报到、节点、处置完成' },
  supervisor: { en: 'the board and the figures: what ran late and why', zh: '看板与统计：哪些超时、原因何在' },
  committee: { en: 'the board and the figures, to look on', zh: '看板与统计，仅查看' },
  propertyManager: { en: 'on the phone: report what is seen in own estates', zh: '手机端：上报所管小区的问题' },
  citizen: { en: 'on the phone: report, and see what became of it', zh: '手机端：上报并查看办理结果' },
  departmentStaff: { en: 'on the phone: report in where the department was called, and answer', zh: '手机端：被呼叫后到场报到、答复' },
  administrator: { en: 'works through the interface for systems; no page', zh: '通过系统接口工作，无页面' },
  system: { en: 'another system', zh: '其他系统' },
});
