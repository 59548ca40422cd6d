import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { CaseLevel, CaseRow, Role } from '../api/types';
import { icon, type IconName } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { toneMark, type Tone } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say, type Word } from '../words/say';
import { levelName } from '../words/terms';
import type { BoardFilter, Due } from './board-filter';
import type { Totals } from './board-model';
import './alert-menu';
import type { AlertMenu } from './alert-menu';
import './surge-bar';
import type { SurgeBar } from './surge-bar';
import { surgeWords } from './surge-words';
import { boardWords as w } from './words';

const LEVELS: readonly CaseLevel[] = ['Supervision', 'Street', 'Community', 'Grid'];

/** What the tools of the strip do; the page has the same under keys. */
export type Tool = 'command' | 'call' | 'pause' | 'group' | 'map' | 'rewind' | 'keys' | 'seenAll' | 'print' | 'drill';

/** The line above the list: how many cases there are of each level, how many are late, and the tools. Sends `tool` {name}, `toggled` {key, value} and `start-shift`. */
@customElement('board-strip')
export class BoardStrip extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem 0.75rem;
        padding: 0.4rem 0.75rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .counts,
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem;
      }
      .tools {
        margin-left: auto;
      }
      surge-bar {
        flex: 1 0 100%;
      }
      .count {
        gap: 0.4rem;
        border-color: transparent;
        padding: 0.2rem 0.55rem;
      }
      .count strong {
        font-size: 1.1rem;
        font-variant-numeric: tabular-nums;
      }
      .rule {
        width: 1px;
        height: 1.4rem;
        background: var(--line);
      }
      .tools button {
        position: relative;
      }
      @media (max-width: 1500px) {
        .counts {
          gap: 0;
        }
        .count {
          padding-inline: 0.4rem;
          gap: 0.3rem;
        }
        .tools {
          gap: 0.2rem;
        }
        .tools .minor {
          padding-inline: 0.55rem;
        }
      }
      /* Without room the names are still the buttons' names, for whoever does not see the icons. */
      @media (max-width: 1500px) {
        .tools .minor span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (max-width: 700px) {
        :host {
          padding: 0.3rem 0.4rem;
        }
        .counts {
          flex: 1;
          flex-wrap: nowrap;
          overflow-x: auto;
          gap: 0.1rem;
        }
        .count {
          padding: 0.2rem 0.35rem;
          flex: none;
        }
        /* What presses is seen without scrolling. */
        .rule {
          order: -1;
        }
        .due {
          order: -2;
        }
        .tools {
          margin: 0;
          width: 100%;
          flex-wrap: nowrap;
          gap: 0.15rem;
        }
        .tools button {
          flex: 1 1 2.5rem;
          min-width: 2.5rem;
          padding-inline: 0.1rem;
        }
        .tools button span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .tools .keys,
        .tools .print {
          display: none;
        }
      }
      @media print {
        .tools {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) totals!: Totals;
  @property({ attribute: false }) filter!: BoardFilter;
  @property({ attribute: false }) unread = 0;
  @property({ type: Boolean }) grouped = false;
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) past = false;
  @property({ type: Boolean }) map = false;
  /** Whose board it is: dispatchers and captains file reports, captains and supervisors start drills, supervisors declare surges. */
  @property({ attribute: false }) person: Role = 'dispatcher';
  @property({ attribute: false }) street = '';
  /** The open cases, and a number that counts up with their changes. */
  @property({ attribute: false }) rows: ReadonlyMap<string, CaseRow> = new Map();
  @property({ attribute: false }) version = 0;
  @query('surge-bar') private surgeBar!: SurgeBar;
  @query('alert-menu') readonly alerts!: AlertMenu;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="counts" role="group" aria-label=${say(w.summary)}>
        ${LEVELS.map((level) => this.count(levelName(level), this.totals.levels[level], this.filter.levels.has(level), 'level', level))}
        <span class="rule"></span>
        ${this.due('late', w.lateWord, this.totals.late, 'critical')} ${this.due('near', w.nearWord, this.totals.near, 'serious')}
      </div>
      <div class="tools" role="toolbar" aria-label=${say(w.tools)}>
        ${this.past
          ? nothing
          : html`${this.tool('command', 'search', w.command, '/')} ${this.person === 'dispatcher' || this.person === 'captain' ? this.tool('call', 'phone', w.call, 'N', 'primary') : nothing}
              ${this.person === 'supervisor' ? html`<button class="minor" title=${say(surgeWords.surge)} @click=${() => this.surgeBar.begin()}>${icon('warning')}<span>${say(surgeWords.surge)}</span></button>` : nothing}
              ${this.person === 'captain' || this.person === 'supervisor' ? this.tool('drill', 'walk', w.drill, '', 'minor') : nothing}
              ${this.unread > 0 ? this.tool('seenAll', 'eye', w.seenAll, 'V', 'minor', undefined, String(this.unread)) : nothing}
              ${this.tool('pause', this.paused ? 'play' : 'pause', this.paused ? w.resume : w.pause, 'P', 'minor', this.paused)}`}
        ${this.tool('group', 'menu', w.grouped, 'G', 'minor', this.grouped)} ${this.tool('map', 'map', w.map, 'M', 'minor', this.map)}
        ${this.tool('rewind', 'history', w.rewind, 'R', 'minor', this.past)} ${this.tool('print', 'print', w.print, '', 'minor print')}
        <alert-menu></alert-menu>
        ${this.tool('keys', 'keyboard', w.keys, '?', 'minor keys')}
      </div>
      ${this.past ? nothing : html`<surge-bar .rows=${this.rows} .version=${this.version} .street=${this.street} ?orders=${this.person === 'supervisor'}></surge-bar>`}
    `;
  }

  private count(name: string, n: number, on: boolean, key: string, value: string, tone: Tone | null = null): TemplateResult {
    return html`<button class="count ${key}" aria-pressed=${on ? 'true' : 'false'} @click=${() => this.tell('toggled', { key, value })}>
      ${tone ? toneMark(tone) : nothing}<span>${name}</span><strong class=${tone && n > 0 ? tone : ''}>${n}</strong>
    </button>`;
  }

  private due(value: Due, word: Word, n: number, tone: Tone): TemplateResult {
    return this.count(say(word), n, this.filter.due.has(value), 'due', value, tone);
  }

  private tool(name: Tool, symbol: IconName, word: Word, key: string, look = '', pressed?: boolean, more = ''): TemplateResult {
    const label = say(word);
    return html`<button
      class=${look} title=${key ? `${label} (${key})` : label} aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
      @click=${() => this.tell('tool', { name })}
    >
      ${icon(symbol)}<span>${label}</span> ${more}
    </button>`;
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
