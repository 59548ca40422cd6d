import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { keepAwake } from '../parts/keep-awake';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { say } from '../words/say';
import type { Duties } from './duties';
import { communityWords as w } from './words';

/** What fits on a big screen and can be read across a room. */
const MOST_LINES = 8;

/** The community's cases for a big screen: nothing to press but the way out, and the screen stays awake. Sends `leave`. */
@customElement('community-wall')
export class CommunityWall extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        gap: 2vmin;
        height: 100%;
        padding: 2vmin 3vmin;
        font-size: 3.4vmin;
      }
      .top {
        display: flex;
        align-items: baseline;
        gap: 3vmin;
      }
      h1 {
        font-size: 5vmin;
        margin-right: auto;
      }
      .clock {
        font-size: 6vmin;
        font-variant-numeric: tabular-nums;
      }
      .counts {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 2vmin;
        margin: 0;
      }
      .counts div {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 1vmin;
        padding: 1.5vmin 2vmin;
        display: flex;
        align-items: baseline;
        justify-content: space-between;
      }
      dd {
        margin: 0;
        font-size: 8vmin;
        font-weight: 650;
        line-height: 1.1;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        overflow: hidden;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2vmin;
        align-items: center;
        padding: 1.2vmin 0;
        border-bottom: 1px solid var(--line);
      }
      li > span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .countdown {
        font-size: 5vmin;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .countdown .mark {
        width: 3vmin;
        height: 3vmin;
      }
    `,
  ];

  @property({ attribute: false }) duties!: Duties;
  @property({ attribute: false }) name = '';

  constructor() {
    super();
    new Localized(this);
    keepAwake(this);
  }

  protected override render(): TemplateResult {
    const { acknowledge, preControl, atStreet, onSite } = this.duties;
    const lines = [...acknowledge, ...preControl].slice(0, MOST_LINES);
    return html`
      <div class="top">
        <h1>${this.name}</h1>
        <time class="clock">${ticking(() => instantText(cityClock.now()))}</time>
        <button class="plain" aria-label=${say(w.leaveWall)} title=${say(w.leaveWall)} @click=${() => this.dispatchEvent(new Event('leave'))}>${icon('close')}</button>
      </div>
      <dl class="counts">
        <div><dt>${say(w.waiting)}</dt><dd class=${acknowledge.length > 0 ? 'serious' : 'normal'}>${acknowledge.length}</dd></div>
        <div><dt>${say(w.worked)}</dt><dd>${preControl.length}</dd></div>
        <div><dt>${say(w.whistled)}</dt><dd>${atStreet.length + onSite.length}</dd></div>
      </dl>
      ${lines.length === 0
        ? html`<p>${say(w.nothingWaits)}</p>`
        : html`<ol>
            ${lines.map((row) => html`<li><span>${city.typeName(row.type, row.title)} · ${row.placeName || city.gridName(row.gridId)}</span>${countdown(row.clocks)}</li>`)}
          </ol>`}
    `;
  }
}
