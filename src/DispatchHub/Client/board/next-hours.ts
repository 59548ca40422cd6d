import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseLevel } from '../api/types';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { levelName } from '../words/terms';
import type { HourAhead } from './hours-ahead';
import { boardWords as w } from './words';

const LEVELS: readonly CaseLevel[] = ['Grid', 'Community', 'Street', 'Supervision'];
const STORED = 'dispatch.board.hours';

/** What will be late in the next hours if nobody acts, hour by hour. Sends `hour` {key} with an hour that is pressed, null with the one that was. */
@customElement('next-hours')
export class NextHours extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.35rem 0.5rem;
        padding: 0.25rem 0.75rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .fold {
        flex: none;
        border-color: transparent;
        padding-inline: 0.35rem;
      }
      .hours {
        display: flex;
        flex: 1;
        gap: 0.3rem;
        min-width: 0;
        overflow-x: auto;
        list-style: none;
        margin: 0;
        padding: 2px;
      }
      .hours button {
        padding: 0.1rem 0.5rem;
        gap: 0.45rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .hours strong {
        min-width: 1.2em;
        text-align: right;
      }
      button[aria-pressed='true'] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .levels {
        display: grid;
        grid-auto-flow: column;
        gap: 1px;
        align-items: end;
        height: 1.1rem;
      }
      .levels span {
        width: 4px;
        min-height: 1px;
        background: var(--line);
      }
      .levels .some {
        background: var(--serious);
      }
      .levels .Supervision.some {
        background: var(--critical);
      }
      @media (max-width: 700px) {
        :host {
          display: none;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) hours: readonly HourAhead[] = [];
  /** The end of the hour whose cases the list shows; null for all. */
  @property({ attribute: false }) chosen: string | null = null;
  @property({ type: Boolean }) failed = false;
  @state() private folded = localStorage.getItem(STORED) === '0';

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const most = Math.max(1, ...this.hours.flatMap((hour) => LEVELS.map((level) => hour.levels[level])));
    const total = this.hours.reduce((sum, hour) => sum + hour.breaches, 0);
    return html`
      <button class="fold" aria-expanded=${this.folded ? 'false' : 'true'} title=${say(w.hoursHint)} @click=${this.fold}>
        ${icon('history')}<span>${say(w.hoursAhead)}</span>${this.folded && this.hours.length > 0 ? html`<strong>${total}</strong>` : nothing}
      </button>
      ${this.failed ? html`<span class="muted" role="status">${say(w.hoursFailed)}</span>` : nothing}
      ${this.folded || this.hours.length === 0
        ? nothing
        : html`<ul class="hours" aria-label=${say(w.hoursHint)}>
            ${this.hours.map((hour) => html`<li>${this.hour(hour, most)}</li>`)}
          </ul>`}
    `;
  }

  private hour(hour: HourAhead, most: number): TemplateResult {
    const on = hour.key === this.chosen;
    const of = { from: instantText(hour.from), to: instantText(hour.to), n: hour.breaches };
    const levels = LEVELS.filter((level) => hour.levels[level] > 0).map((level) => `${levelName(level)} ${hour.levels[level]}`);
    const label = say(levels.length > 0 ? w.hourOf : w.hourFree, { ...of, levels: levels.join(say(w.between)) });
    return html`<button
      title=${hour.whole ? label : `${label} ${say(w.hourTooMany)}`} aria-pressed=${on ? 'true' : 'false'}
      ?disabled=${!on && (hour.breaches === 0 || !hour.whole)} @click=${() => this.tell(on ? null : hour.key)}
    >
      <span class="muted">${say(w.hourEnd, { at: of.to })}</span>
      <span class="levels" aria-hidden="true">
        ${LEVELS.map((level) => html`<span class="${level} ${hour.levels[level] > 0 ? 'some' : ''}" .style=${`height: ${Math.round((hour.levels[level] / most) * 100)}%`}></span>`)}
      </span>
      <strong>${hour.breaches}</strong><span class="visually-hidden">${label}</span>
    </button>`;
  }

  private readonly fold = (): void => {
    this.folded = !this.folded;
    localStorage.setItem(STORED, this.folded ? '0' : '1');
  };

  private tell(key: string | null): void {
    this.dispatchEvent(new CustomEvent('hour', { detail: { key } }));
  }
}
