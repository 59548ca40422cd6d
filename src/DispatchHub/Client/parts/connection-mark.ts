import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { pageState } from '../feed/page-state';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { shared } from './shared-css';
import { toneMark, type Tone } from './status-mark';
import { ticking } from './ticking';

const w = words({
  live: { en: 'Live', zh: '实时' },
  past: { en: 'Rewound', zh: '历史回看' },
  connecting: { en: 'Connecting …', zh: '连接中…' },
  stale: { en: 'Not live for {age}', zh: '数据停留在 {age}前' },
  refused: { en: 'Not allowed to watch', zh: '无权查看实时数据' },
  seconds: { en: '{n} s', zh: '{n} 秒' },
  minutes: { en: '{n} min', zh: '{n} 分钟' },
  hours: { en: '{n} h', zh: '{n} 小时' },
});

/** Whether what the page shows is live, and if not, since when. */
@customElement('connection-mark')
export class ConnectionMark extends LitElement {
  static override styles = [
    shared,
    css`
      span {
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    new Localized(this);
    pageState.addEventListener('change', () => this.requestUpdate());
  }

  protected override render(): TemplateResult | typeof nothing {
    if (pageState.past) {
      return shown('serious', () => say(w.past));
    }
    switch (pageState.state) {
      case 'none':
        return nothing;
      case 'live':
        return shown('normal', () => say(w.live));
      case 'connecting':
        return shown('standby', () => say(w.connecting));
      case 'refused':
        return shown('critical', () => say(w.refused));
      case 'stale':
        return shown('serious', () => say(w.stale, { age: age(Date.now() - pageState.since) }));
    }
  }
}

function shown(tone: Tone, text: () => string): TemplateResult {
  return html`<span class="chip ${tone}" role="status">${toneMark(tone)}<span>${ticking(text)}</span></span>`;
}

function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  return seconds < 100 ? say(w.seconds, { n: seconds }) : seconds < 6_000 ? say(w.minutes, { n: Math.round(seconds / 60) }) : say(w.hours, { n: Math.round(seconds / 3_600) });
}
