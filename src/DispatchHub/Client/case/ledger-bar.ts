import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countdownText, instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { calendars } from '../clocks/working-time';
import { shared } from '../parts/shared-css';
import { toneMark, type Tone } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { clockName, clockStateWords } from '../words/terms';
import type { LedgerClock } from '../api/types';
import { reasonText } from './history-words';
import { barOf, UNITS } from './ledger-geometry';

const w = words({
  table: { en: 'As a table', zh: '以表格查看' },
  clock: { en: 'Clock', zh: '时限' },
  state: { en: 'State', zh: '状态' },
  given: { en: 'Given', zh: '时限' },
  used: { en: 'Used', zh: '已用' },
  began: { en: 'Began', zh: '开始' },
  ended: { en: 'Ended', zh: '结束' },
  due: { en: 'Due', zh: '到期' },
  pauses: { en: 'Pauses', zh: '暂停' },
  more: { en: 'Extensions', zh: '延期' },
  marks: { en: 'Marks passed', zh: '提醒点' },
  again: { en: 'run {n}', zh: '第 {n} 次' },
  provisional: { en: 'provisional', zh: '暂定' },
  noClocks: { en: 'No clock has run yet.', zh: '尚无时限。' },
});

const tones: Record<LedgerClock['state'], Tone> = { Running: 'normal', Paused: 'off', Met: 'standby', Missed: 'critical', Cancelled: 'off' };

/** The clocks of a case as small bars of time, with pauses, marks and deadline; the same as a table for those who do not see bars. */
@customElement('ledger-bar')
export class LedgerBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .clock {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.1rem 0.5rem;
        padding: 0.25rem 0;
      }
      .clock > span:nth-child(2) {
        font-size: 0.9em;
        white-space: nowrap;
      }
      svg.bar {
        grid-column: 1 / -1;
        width: 100%;
        height: 14px;
        display: block;
        overflow: visible;
      }
      .ground {
        fill: var(--surface-2);
      }
      .running {
        fill: var(--standby);
      }
      .paused {
        fill: var(--off);
        opacity: 0.35;
      }
      .over {
        fill: var(--critical);
      }
      .tick {
        stroke: var(--text-2);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .tick.fired {
        stroke: var(--serious);
        stroke-width: 2.5;
      }
      .due {
        stroke: var(--text);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .now {
        stroke: var(--accent);
        stroke-width: 2;
        stroke-dasharray: 2 2;
        vector-effect: non-scaling-stroke;
      }
      .scroll {
        overflow-x: auto;
        max-width: 100%;
      }
      table {
        border-collapse: collapse;
        font-size: 0.9em;
        width: 100%;
      }
      th,
      td {
        text-align: left;
        padding: 0.2rem 0.5rem 0.2rem 0;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
        white-space: nowrap;
      }
      summary {
        cursor: pointer;
        color: var(--text-2);
        padding: 0.3rem 0;
      }
      @media print {
        summary {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) clocks: readonly LedgerClock[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    if (this.clocks.length === 0) {
      return html`<p class="muted">${say(w.noClocks)}</p>`;
    }
    const now = cityClock.now();
    return html`
      ${this.clocks.map((clock) => html`<div class="clock">
        <span>${nameOf(clock)}</span>
        <span class="muted">${spent(clock, now)} / ${clock.budget} <span class="chip ${tones[clock.state]}">${toneMark(tones[clock.state])}${say(clockStateWords[clock.state])}</span></span>
        ${bar(clock, now)}
      </div>`)}
      <details>
        <summary>${say(w.table)}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${say(w.table)}>${table(this.clocks, now)}</div>
      </details>
    `;
  }
}

function nameOf(clock: LedgerClock): TemplateResult {
  return html`${clockName(clock.name)} ${clock.generation > 1 ? html`<span class="muted">${say(w.again, { n: clock.generation })}</span>` : nothing}`;
}

function bar(clock: LedgerClock, now: number): TemplateResult {
  const drawn = barOf(clock, now);
  const line = (at: number, kind: string, from: number, to: number) => svg`<line class=${kind} x1=${at} x2=${at} y1=${from} y2=${to}></line>`;
  return html`<svg class="bar" viewBox="0 0 ${UNITS} 14" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" x="0" y="3" width=${UNITS} height="8"></rect>
    ${drawn.stretches.map((one) => svg`<rect class=${one.kind} x=${one.from} y="3" width=${one.to - one.from} height="8"></rect>`)}
    ${drawn.marks.map((mark) => line(mark.at, mark.fired ? 'tick fired' : 'tick', 1, 13))}
    ${drawn.due === null ? nothing : line(drawn.due, 'due', 0, 14)}
    ${drawn.now === null ? nothing : line(drawn.now, 'now', 0, 14)}
  </svg>`;
}

function table(clocks: readonly LedgerClock[], now: number): TemplateResult {
  return html`<table>
    <thead><tr>${[w.clock, w.state, w.given, w.used, w.began, w.due, w.ended, w.pauses, w.more, w.marks].map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead>
    <tbody>
      ${clocks.map((clock) => html`<tr>
        <th scope="row">${nameOf(clock)}</th>
        <td>${say(clockStateWords[clock.state])}</td>
        <td>${clock.budget}</td>
        <td>${spent(clock, now)}</td>
        <td>${instantText(clock.startedAt)}</td>
        <td>${instantText(clock.dueAt)} ${clock.provisional ? say(w.provisional) : ''}</td>
        <td>${instantText(clock.endedAt)}</td>
        <td>${clock.spans.filter((span) => span.kind === 'paused').map((span) => html`<div>${instantText(span.from)}–${instantText(span.to)} ${span.reason ? reasonText(span.reason) : ''}</div>`)}</td>
        <td>${clock.extensions.map((one) => html`<div>${instantText(one.at)} +${one.length} ${one.reason ?? ''}</div>`)}</td>
        <td>${clock.marks.filter((mark) => mark.firedAt).map((mark) => html`<div>${mark.mark} % ${instantText(mark.firedAt)}</div>`)}</td>
      </tr>`)}
    </tbody>
  </table>`;
}

/** What a clock has used of its own time, in its own kind of day. */
function spent(clock: LedgerClock, now: number): string {
  const dayMs = clock.calendar ? calendars.of(clock.calendar, now)?.dayMs : undefined;
  return countdownText(clock.spentMs, dayMs);
}
