import { words, type Word } from '../words/say';

const w = words({
  moving: { en: 'In the list', zh: '列表' },
  acting: { en: 'Cases', zh: '案件' },
  looking: { en: 'What is shown', zh: '显示' },
  down: { en: 'Next line', zh: '下一行' },
  up: { en: 'Line before', zh: '上一行' },
  pageDown: { en: 'One page down', zh: '下翻一页' },
  pageUp: { en: 'One page up', zh: '上翻一页' },
  first: { en: 'First line', zh: '首行' },
  last: { en: 'Last line', zh: '末行' },
  open: { en: 'Open the case; fold or unfold a heading', zh: '打开案件；展开或收起分组' },
  mark: { en: 'Mark the case for a command to several', zh: '勾选案件，以便批量操作' },
  back: { en: 'Back: close the case, take the marks away', zh: '返回：关闭案件、取消勾选' },
  command: { en: 'Command bar: find a case, go somewhere, give a command', zh: '命令栏：查找案件、跳转、执行命令' },
  call: { en: 'New call: file what somebody reports by phone', zh: '来电登记' },
  search: { en: 'Search in the list', zh: '在列表中搜索' },
  seenAll: { en: 'Mark all as seen', zh: '全部标为已看' },
  pause: { en: 'Pause or resume the live changes', zh: '暂停或继续实时更新' },
  group: { en: 'Group by level, or one list', zh: '按层级分组或合并显示' },
  late: { en: 'Late and nearly late only, or all', zh: '仅看超时和临期，或全部' },
  mine: { en: 'Mine only, or all', zh: '仅看由我负责的，或全部' },
  unread: { en: 'Unread only, or all', zh: '仅看未看的，或全部' },
  elsewhere: { en: 'From other systems only, or all', zh: '仅看外部来源的，或全部' },
  map: { en: 'Map on or off', zh: '显示或隐藏地图' },
  rewind: { en: 'Rewind to an earlier instant, or back to now', zh: '回看历史时刻，或返回实时' },
  sound: { en: 'Sounds and flashing', zh: '声音与闪烁提示' },
  keys: { en: 'This list of keys', zh: '快捷键列表' },
});

export type KeyGroup = 'moving' | 'acting' | 'looking';

export const keyGroups: Readonly<Record<KeyGroup, Word>> = { moving: w.moving, acting: w.acting, looking: w.looking };

/** One thing that keys do on the board. */
export interface KeySpec {
  /** Any of these, as `KeyboardEvent.key` names them. */
  keys: readonly string[];
  word: Word;
  group: KeyGroup;
}

/** Every key of the board. The sheet that `?` opens and docs/keys.md are made from this list. */
export const keySpecs = {
  down: { keys: ['j', 'ArrowDown'], word: w.down, group: 'moving' },
  up: { keys: ['k', 'ArrowUp'], word: w.up, group: 'moving' },
  pageDown: { keys: ['PageDown'], word: w.pageDown, group: 'moving' },
  pageUp: { keys: ['PageUp'], word: w.pageUp, group: 'moving' },
  first: { keys: ['Home'], word: w.first, group: 'moving' },
  last: { keys: ['End'], word: w.last, group: 'moving' },
  open: { keys: ['Enter'], word: w.open, group: 'acting' },
  mark: { keys: ['x'], word: w.mark, group: 'acting' },
  back: { keys: ['Escape'], word: w.back, group: 'acting' },
  command: { keys: ['/'], word: w.command, group: 'acting' },
  call: { keys: ['n'], word: w.call, group: 'acting' },
  seenAll: { keys: ['v'], word: w.seenAll, group: 'acting' },
  search: { keys: ['f'], word: w.search, group: 'looking' },
  late: { keys: ['l'], word: w.late, group: 'looking' },
  mine: { keys: ['i'], word: w.mine, group: 'looking' },
  unread: { keys: ['u'], word: w.unread, group: 'looking' },
  elsewhere: { keys: ['e'], word: w.elsewhere, group: 'looking' },
  group: { keys: ['g'], word: w.group, group: 'looking' },
  pause: { keys: ['p'], word: w.pause, group: 'looking' },
  map: { keys: ['m'], word: w.map, group: 'looking' },
  rewind: { keys: ['r'], word: w.rewind, group: 'looking' },
  sound: { keys: ['s'], word: w.sound, group: 'looking' },
  keys: { keys: ['?'], word: w.keys, group: 'looking' },
} as const satisfies Record<string, KeySpec>;

export type KeyAction = keyof typeof keySpecs;

/** What each key does; the compiler asks for all of them. */
export type KeyHandlers = Readonly<Record<KeyAction, () => void>>;

/** A pressed key, as far as it matters here. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Finds the action of a pressed key among the keys of a page; null when it is for somebody else: with Ctrl, Alt or Meta, or an unknown one. */
export function actionsOf<A extends string>(specs: Readonly<Record<A, KeySpec>>): (event: Pressed) => A | null {
  const actions = new Map((Object.entries(specs) as [A, KeySpec][]).flatMap(([action, spec]) => spec.keys.map((key) => [key, action] as const)));
  return (event) =>
    event.ctrlKey || event.altKey || event.metaKey ? null : (actions.get(event.key.length === 1 ? event.key.toLowerCase() : event.key) ?? null);
}

/** The action of a key pressed on the board. */
export const actionOf = actionsOf<KeyAction>(keySpecs);

/** Keys as they stand on a keyboard. */
export function keyLabel(key: string): string {
  return labels[key] ?? key.toUpperCase();
}

const labels: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', PageDown: 'PgDn', PageUp: 'PgUp', Escape: 'Esc', Enter: 'Enter', Home: 'Home', End: 'End' };
