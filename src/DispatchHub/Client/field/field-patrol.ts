import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { GridView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { keep, kept } from '../outbox/device-store';
import type { Entry, Intent } from '../outbox/entry';
import { countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { fieldCss } from './field-css';
import { fieldWords as w } from './words';

/** Real ms between two looks at the grid. */
const LOOK_EVERY_MS = 60_000;

/** When the own grid is to be walked next, and the button that says it was. Sends `decide` (an intent). */
@customElement('field-patrol')
export class FieldPatrol extends LitElement {
  static override styles = [shared, fieldCss];

  @property() gridId = '';
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @state() private grid: GridView | null = null;
  @state() private problem: Problem | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    void kept<GridView>(this.name).then((grid) => (this.grid ??= grid));
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** Asks again now. */
  async look(): Promise<void> {
    if (document.hidden || !navigator.onLine) {
      return;
    }
    try {
      this.grid = await get<GridView>(`/api/grids/${encodeURIComponent(this.gridId)}`);
      this.problem = null;
      await keep(this.name, this.grid);
    } catch (fault) {
      const problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
      // Without a network the page says so already, and what was kept stands.
      this.problem = problem.passes ? null : problem;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem) {
      return html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>`;
    }
    if (!this.grid) {
      return nothing;
    }
    const waits = this.entries.some((entry) => entry.name === 'patrol' && entry.state === 'waiting');
    const clocks = this.grid.clocks.filter((clock) => clock.name === 'patrol');
    return html`<section class="card" aria-label=${say(w.patrol)}>
      <div class="row">
        <strong>${icon('walk')} ${say(w.patrol)}</strong>
        <span class="muted">${this.grid.lastPatrolAt ? say(w.lastPatrol, { time: instantText(this.grid.lastPatrolAt) }) : say(w.neverPatrolled)}</span>
        <span class="space"></span>${countdown(clocks)}
      </div>
      <button ?disabled=${waits} @click=${this.walked}>${icon('check')}${waits ? say(w.queued, { what: say(w.patrolDone) }) : say(w.patrolDone)}</button>
    </section>`;
  }

  private readonly walked = (): void => {
    const detail: Intent = { target: { kind: 'grid', gridId: this.gridId }, name: 'patrol' };
    this.dispatchEvent(new CustomEvent('decide', { detail }));
  };

  private get name(): string {
    return `grid ${this.gridId}`;
  }
}
