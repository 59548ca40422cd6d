import { actionsOf, type KeySpec } from '../keys/keys';
import { words } from '../words/say';

const w = words({
  next: { en: 'Next case', zh: '下一件' },
  previous: { en: 'Case before', zh: '上一件' },
  open: { en: 'Details of the case', zh: '打开案件详情' },
  acknowledge: { en: 'Acknowledge it', zh: '响应' },
  stopped: { en: 'Stopped on site', zh: '现场已制止' },
  whistle: { en: 'Whistle for the street', zh: '吹哨' },
  seen: { en: 'Seen: no more ringing for what waits now', zh: '已看到：停止当前提示音' },
  back: { en: 'Back: close the details, leave the wall', zh: '返回：关闭详情、退出大屏' },
  wall: { en: 'Wall mode', zh: '大屏模式' },
  sound: { en: 'Sound on or off', zh: '开启或关闭提示音' },
  keys: { en: 'This list of keys', zh: '快捷键列表' },
});

/** Every key of the community's page. The sheet that `?` opens and docs/keys.md are made from this list. */
export const communityKeys = {
  next: { keys: ['j', 'ArrowDown'], word: w.next, group: 'moving' },
  previous: { keys: ['k', 'ArrowUp'], word: w.previous, group: 'moving' },
  open: { keys: ['Enter'], word: w.open, group: 'acting' },
  acknowledge: { keys: ['a'], word: w.acknowledge, group: 'acting' },
  stopped: { keys: ['s'], word: w.stopped, group: 'acting' },
  whistle: { keys: ['w'], word: w.whistle, group: 'acting' },
  seen: { keys: ['v'], word: w.seen, group: 'acting' },
  back: { keys: ['Escape'], word: w.back, group: 'acting' },
  wall: { keys: ['b'], word: w.wall, group: 'looking' },
  sound: { keys: ['m'], word: w.sound, group: 'looking' },
  keys: { keys: ['?'], word: w.keys, group: 'looking' },
} as const satisfies Record<string, KeySpec>;

export type CommunityAction = keyof typeof communityKeys;

/** The action of a key pressed on the community's page. */
export const communityAction = actionsOf<CommunityAction>(communityKeys);
