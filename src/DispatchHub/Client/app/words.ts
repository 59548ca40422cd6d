import { words } from '../words/say';

export const appWords = words({
  product: { en: 'Dispatch', zh: '街道指挥' },
  skip: { en: 'Skip to the page', zh: '跳到正文' },
  pages: { en: 'Pages', zh: '页面' },
  loading: { en: 'Loading …', zh: '加载中…' },
  loadFailed: { en: 'The page could not be loaded. Check the connection and try again.', zh: '页面加载失败，请检查网络后重试。' },
  again: { en: 'Try again', zh: '重试' },
  cityTime: { en: 'City time', zh: '城市时间' },
  faster: { en: '{n} city seconds pass in one', zh: '演示：城市时间为实际的 {n} 倍' },
  signOut: { en: 'Sign out', zh: '退出登录' },
  switchRole: { en: 'Switch person', zh: '切换人员' },
  toLight: { en: 'Light colours', zh: '浅色' },
  toDark: { en: 'Dark colours', zh: '深色' },
  notYours: { en: 'This page is not for your role.', zh: '此页面不适用于您的角色。' },
  toStart: { en: 'Go to your start page', zh: '前往您的首页' },
  unreachable: { en: 'The server cannot be reached.', zh: '无法连接服务器。' },
  unknownPage: { en: 'There is no such page.', zh: '没有该页面。' },
});
