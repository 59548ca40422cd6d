import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HistoryLine } from '../api/types';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { cityNames, stepsOf, type Step } from './event-data';
import { isAboutClock, sentenceOf, timesOf } from './history-words';

const w = words({
  clocks: { en: 'Show clocks', zh: '显示计时' },
  newestFirst: { en: 'Newest first', zh: '最新在前' },
  received: { en: 'received {at}', zh: '{at} 收到' },
  more: { en: 'Later entries …', zh: '加载后续记录…' },
  none: { en: 'Nothing yet.', zh: '暂无记录。' },
});

/** The whole history of a case in words, one step a commit. Sends `more` when the person asks for later entries. */
@customElement('case-history')
export class CaseHistory extends LitElement {
  static override styles = [
    shared,
    css`
      .choices {
        display: flex;
        gap: 1rem;
        flex-wrap: wrap;
        margin-bottom: 0.3rem;
      }
      .choices label {
        display: flex;
        align-items: center;
        gap: 0.35rem;
        cursor: pointer;
        min-height: 1.8rem;
      }
      .choices input {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li.step {
        display: grid;
        grid-template-columns: 5.6rem 1fr;
        gap: 0.1rem 0.6rem;
        padding: 0.3rem 0;
        border-top: 1px solid var(--line);
      }
      time {
        color: var(--text-2);
        font-variant-numeric: tabular-nums;
        font-size: 0.92em;
      }
      .lines {
        display: grid;
        gap: 0.1rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .clock {
        color: var(--text-2);
        font-size: 0.92em;
      }
      .missed {
        color: var(--critical);
      }
      @media print {
        .choices,
        button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) lines: readonly HistoryLine[] = [];
  @property({ type: Boolean }) more = false;
  @state() private clocks = false;
  @state() private newestFirst = true;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What day it is decides whether an instant is shown with its day.
    cityClock.addEventListener('change', this.renew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cityClock.removeEventListener('change', this.renew);
  }

  protected override render(): TemplateResult {
    const steps = stepsOf(this.lines).filter((step) => this.clocks || step.lines.some((line) => this.isShown(line)));
    return html`
      <div class="choices">
        <label><input type="checkbox" .checked=${this.newestFirst} @change=${() => (this.newestFirst = !this.newestFirst)} />${say(w.newestFirst)}</label>
        <label><input type="checkbox" .checked=${this.clocks} @change=${() => (this.clocks = !this.clocks)} />${say(w.clocks)}</label>
      </div>
      <ol>${repeat(this.newestFirst ? steps.reverse() : steps, (step) => step.lines[0]!.seq, (step) => this.step(step))}</ol>
      ${this.lines.length === 0 ? html`<p class="muted">${say(w.none)}</p>` : nothing}
      ${this.more ? html`<button @click=${() => this.dispatchEvent(new Event('more'))}>${say(w.more)}</button>` : nothing}
    `;
  }

  private readonly renew = (): void => this.requestUpdate();

  private step(step: Step): TemplateResult {
    const times = timesOf(step.lines[0]!);
    return html`<li class="step">
      <time datetime=${times.happened} title=${instantText(times.happened, 'full')}>${instantText(times.happened)}</time>
      <div class="lines">
        ${step.lines.filter((line) => this.clocks || this.isShown(line)).map(
          (line) => html`<span class=${line.event === 'DeadlineMissed' ? 'missed' : isAboutClock(line) ? 'clock' : ''}>${sentenceOf(line, cityNames)}</span>`,
        )}
        ${times.received ? html`<span class="clock">${say(w.received, { at: instantText(times.received) })}</span>` : nothing}
      </div>
    </li>`;
  }

  /** A clock that ran out is no detail. */
  private isShown(line: HistoryLine): boolean {
    return !isAboutClock(line) || line.event === 'DeadlineMissed';
  }
}
