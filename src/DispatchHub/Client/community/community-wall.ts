import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseRow, GridView } from '../api/types';
import { leftOf } from '../clocks/slack';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import '../parts/connection-mark';
import { countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { keepAwake } from '../parts/keep-awake';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { say, type Word } from '../words/say';
import { wallCss } from './community-wall.css';
import type { Duties, Whistles } from './duties';
import { wallLines } from './wall-lines';
import { communityWords as w } from './words';

/** What fits on a big screen and can be read across a room. */
const MOST_LINES = 7;

/** A patrol that must begin within this time is due, in the clock's own time, ms. */
const DUE_WITHIN_MS = 60 * 60_000;

/** The community's cases for a big screen: little to press, and the screen stays awake. Sends `leave` and `seen`. */
@customElement('community-wall')
export class CommunityWall extends LitElement {
  static override styles = [shared, wallCss];

  @property({ attribute: false }) duties!: Duties;
  @property({ attribute: false }) figures!: { whistles: Whistles; clocks: { met: number; missed: number } | null };
  @property({ attribute: false }) grids: readonly GridView[] = [];
  @property({ attribute: false }) name = '';
  /** How many wait that nobody has seen. */
  @property({ type: Number }) fresh = 0;
  /** Whether the browser gave the whole screen, so that leaving that leaves the wall. */
  private full = false;

  constructor() {
    super();
    new Localized(this);
    keepAwake(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.screenChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.screenChanged);
  }

  protected override render(): TemplateResult {
    const { acknowledge, preControl, check, atStreet, onSite } = this.duties;
    const { lines, more } = wallLines(this.duties, MOST_LINES);
    const { whistles, clocks } = this.figures;
    return html`
      <div class="top">
        <h1>${this.name}</h1>
        ${this.fresh > 0 ? html`<button class="primary" @click=${() => this.tell('seen')}>${icon('eye')}${say(w.seen, { n: this.fresh })}</button>` : nothing}
        <connection-mark></connection-mark>
        <time class="clock">${ticking(() => instantText(cityClock.now()))}</time>
        <button class="plain" aria-label=${say(w.leaveWall)} title=${say(w.leaveWall)} @click=${() => this.tell('leave')}>${icon('close')}</button>
      </div>
      <dl class="counts">
        ${figure(w.waiting, acknowledge.length, acknowledge.length > 0 ? 'serious' : 'normal')} ${figure(w.worked, preControl.length)} ${figure(w.checks, check.length)}
        ${figure(w.whistled, atStreet.length + onSite.length)}
      </dl>
      ${lines.length === 0 ? html`<p class="empty">${say(w.nothingWaits)}</p>` : html`<ol>${lines.map((row) => this.line(row))}</ol>`}
      ${more > 0 ? html`<p class="muted">${say(w.moreWait, { n: more })}</p>` : nothing}
      <dl class="day">
        ${figure(w.whistlesSent, whistles.sent)} ${figure(w.whistlesAnswered, whistles.answered)}
        ${clocks ? html`${figure(w.clocksMet, clocks.met, 'normal')} ${figure(w.clocksMissed, clocks.missed, clocks.missed > 0 ? 'critical' : '')}` : nothing}
        ${figure(w.patrolsDue, this.patrolsDue())}
      </dl>
    `;
  }

  private line(row: CaseRow): TemplateResult {
    return html`<li class=${row.status === 'AwaitingCommunity' && this.fresh > 0 ? 'calls' : ''}>
      <span class="what"><strong>${city.placeName(row)}</strong> ${city.typeName(row.type, row.title)}</span>
      ${statusMark(row.status)} ${countdown(row.clocks)}
    </li>`;
  }

  private patrolsDue(): number {
    const now = cityClock.now();
    return this.grids.filter((grid) => grid.clocks.some((clock) => clock.name === 'patrol' && (leftOf(clock, now) ?? Infinity) < DUE_WITHIN_MS)).length;
  }

  private readonly screenChanged = (): void => {
    if (this.full && !document.fullscreenElement) {
      this.tell('leave');
    }
    this.full = document.fullscreenElement !== null;
  };

  private tell(what: 'leave' | 'seen'): void {
    this.dispatchEvent(new Event(what));
  }
}

function figure(word: Word, n: number, tone = ''): TemplateResult {
  return html`<div><dt>${say(word)}</dt><dd class=${tone}>${n}</dd></div>`;
}
