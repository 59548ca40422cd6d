import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { GridView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { countdown } from '../parts/countdown';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, sayName } from '../words/say';
import type { Whistles } from './duties';
import { communityWords as w } from './words';

/** Beside the cases: the day's whistles and clocks, and the community's own grids with their patrols. */
@customElement('community-side')
export class CommunitySide extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        align-content: start;
        padding-bottom: 1rem;
      }
      section {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
        padding: 0.75rem;
      }
      h2 small {
        font-weight: 400;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(2, 1fr);
        gap: 0.5rem;
        margin: 0.5rem 0 0;
      }
      dt {
        color: var(--text-2);
      }
      dd {
        margin: 0;
        font-size: 1.3rem;
        font-variant-numeric: tabular-nums;
      }
      .scroll {
        overflow-x: auto;
        margin-top: 0.5rem;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9rem;
      }
      th,
      td {
        padding: 0.3rem 0.25rem;
        text-align: left;
        border-bottom: 1px solid var(--line);
        white-space: nowrap;
      }
      thead th {
        font-weight: 500;
        color: var(--text-2);
        white-space: normal;
        vertical-align: bottom;
      }
      tbody th {
        font-weight: 500;
      }
      .countdown small {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) grids: readonly GridView[] | null = null;
  @property({ attribute: false }) figures: { whistles: Whistles; clocks: { met: number; missed: number } | null } = { whistles: { sent: 0, answered: 0 }, clocks: null };
  @property({ attribute: false }) problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { whistles, clocks } = this.figures;
    return html`
      <section aria-label=${say(w.today)}>
        <h2>${say(w.today)} <small class="muted">${say(clocks ? w.todayHint : w.openHint)}</small></h2>
        <dl>
          <div><dt>${say(w.whistlesSent)}</dt><dd>${whistles.sent}</dd></div>
          <div><dt>${say(w.whistlesAnswered)}</dt><dd>${whistles.answered}</dd></div>
          ${clocks
            ? html`<div><dt>${say(w.clocksMet)}</dt><dd class="normal">${clocks.met}</dd></div>
                <div><dt>${say(w.clocksMissed)}</dt><dd class=${clocks.missed > 0 ? 'critical' : ''}>${clocks.missed}</dd></div>`
            : nothing}
        </dl>
      </section>
      <section aria-label=${say(w.ownGrids)}>
        <h2>${say(w.ownGrids)}</h2>
        ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
        ${this.grids ? this.table(this.grids) : nothing}
      </section>
    `;
  }

  private table(grids: readonly GridView[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${say(w.ownGrids)}>
      <table>
        <thead>
          <tr><th scope="col">${say(w.grid)}</th><th scope="col">${say(w.open)}</th><th scope="col">${say(w.lastPatrol)}</th><th scope="col">${say(w.patrolDue)}</th></tr>
        </thead>
        <tbody>
          ${grids.map((grid) => {
            const staffed = say(grid.staffed ? w.staffed : w.unstaffed);
            return html`<tr>
              <th scope="row" title=${staffed}>${toneMark(grid.staffed ? 'normal' : 'off')} ${sayName(city.grid(grid.id)?.name, grid.id)}<span class="visually-hidden"> ${staffed}</span></th>
              <td>${grid.openCases}</td>
              <td>${grid.lastPatrolAt ? instantText(grid.lastPatrolAt) : say(w.never)}</td>
              <td>${countdown(grid.clocks)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}
