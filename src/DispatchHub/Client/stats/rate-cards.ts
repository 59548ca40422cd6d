import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { ratesOf, rateParts, type Count, type Figures, type Rate } from './figures';
import { askList, numberButton } from './number-button';
import { countText, percentText } from './numbers';
import { partsOf } from './rows';
import { numberCss } from './stats-css';
import { countWords, formulaWords, rateWords, statsWords as w } from './words';

/** The first numbers that one looks at. */
const FIRST: readonly Count[] = ['opened', 'closed', 'overdueOpen'];

/** Every rate of all cases together with what it is made of; the chosen one is shown below by rows. Sends `rate-chosen`, `list-asked`. */
@customElement('rate-cards')
export class RateCards extends LitElement {
  static override styles = [
    shared,
    numberCss,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }
      .first {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
        align-items: baseline;
      }
      .first span {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
      }
      .first button.number,
      .first .nought {
        font-size: 1.25rem;
        font-weight: 600;
      }
      ul {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: 0.5rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 0.1rem;
        padding: 0.25rem 0.25rem 0.5rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
      }
      li.chosen {
        border-color: var(--accent);
        box-shadow: inset 0 3px 0 var(--accent);
      }
      li > button {
        justify-content: flex-start;
        font-weight: 600;
        border-color: transparent;
        background: transparent;
      }
      li p {
        padding: 0 0.7rem;
      }
      .share {
        font-size: 1.5rem;
        line-height: 1.2;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .small {
        font-size: 0.85rem;
      }
      li > button[aria-pressed='true'] {
        border-color: transparent;
        background: transparent;
      }
      .of > :first-child {
        margin-left: -0.35rem;
      }
      @media (max-width: 1300px) {
        ul {
          grid-auto-flow: row;
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
      }
      @media (max-width: 640px) {
        ul {
          grid-template-columns: 1fr 1fr;
        }
      }
      @media print {
        ul {
          grid-auto-flow: row;
          grid-template-columns: repeat(4, 1fr);
        }
        li {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property({ attribute: false }) total: Figures['total'] | null = null;
  @property() rate: Rate = 'response';

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { total } = this;
    if (!total) {
      return nothing;
    }
    return html`
      <div class="first">
        ${FIRST.map(
          (measure) => html`<span
            >${measure === 'overdueOpen' && total.counts.overdueOpen > 0 ? toneMark('critical') : nothing}${say(countWords[measure])}
            ${numberButton(total.counts[measure], measure, say(w.total), () => askList(this, { measure, key: null }))}</span
          >`,
        )}
      </div>
      <ul aria-label=${say(w.rates)}>
        ${ratesOf(total).map((rate) => this.card(total, rate))}
      </ul>
    `;
  }

  private card(total: Figures['total'], rate: Rate): TemplateResult {
    const { part, wholeCount, better } = rateParts[rate];
    const { whole } = partsOf(total, rate);
    const number = (measure: Count): TemplateResult => numberButton(total.counts[measure], measure, say(w.total), () => askList(this, { measure, key: null }));
    return html`<li class=${rate === this.rate ? 'chosen' : ''}>
      <button aria-pressed=${rate === this.rate} @click=${() => this.choose(rate)}>${say(rateWords[rate])}</button>
      <p class="share">${total.rates[rate] === null ? html`<span class="muted">${say(w.nothingYet)}</span>` : percentText(total.rates[rate])}</p>
      <p class="of">${number(part)} / ${wholeCount ? number(wholeCount) : countText(whole)}</p>
      <p class="muted small">${say(formulaWords[rate])}</p>
      <p class="muted small">${say(w[better])}${rate === 'whistle' ? bandText() : nothing}</p>
    </li>`;
  }

  private choose(rate: Rate): void {
    this.dispatchEvent(new CustomEvent('rate-chosen', { detail: rate, bubbles: true, composed: true }));
  }
}

/** Between which shares whistling is usual, as the pack says; neither good nor bad. */
function bandText(): string | typeof nothing {
  const band = city.catalogue?.whistleRate;
  return band ? ` · ${say(w.band, { low: percentText(band.low), high: percentText(band.high) })}` : nothing;
}
