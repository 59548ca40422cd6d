import { svg, type SVGTemplateResult } from 'lit';

/** An icon of `public/icons.svg`, drawn in the colour of the text around it. It is decoration: the words stand beside it. */
export function icon(name: IconName): SVGTemplateResult {
  return svg`<svg class="icon" aria-hidden="true" focusable="false"><use href="/icons.svg#${name}"></use></svg>`;
}

export const iconNames = [
  'board', 'community', 'field', 'stats', 'roster', 'map', 'search', 'menu', 'close', 'check', 'plus', 'bell', 'bell-off', 'pause', 'play', 'clock',
  'history', 'user', 'users', 'phone', 'camera', 'pin', 'whistle', 'arrow-up', 'arrow-right', 'arrow-left', 'chevron-down', 'chevron-right',
  'chevron-left', 'chevron-up', 'sun', 'moon', 'globe', 'sign-out', 'keyboard', 'print', 'download', 'warning', 'offline', 'refresh',
  'flag', 'edit', 'eye', 'send', 'undo', 'walk', 'home', 'stop-hand', 'wall', 'comment', 'link', 'screen', 'minus',
] as const;

export type IconName = (typeof iconNames)[number];
