import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { instantText } from '../clocks/spoken';
import { shortNumber } from '../parts/case-number';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say } from '../words/say';
import type { Ended } from './board-view';
import { boardWords as w } from './words';

/** The cases that ended last. Sends `opened` {id}. */
@customElement('ended-list')
export class EndedList extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        background: var(--surface);
        border-top: 1px solid var(--line);
      }
      summary {
        padding: 0.4rem 0.75rem;
        cursor: pointer;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0 0.5rem 0.4rem;
        max-height: 13rem;
        overflow-y: auto;
      }
      li button {
        width: 100%;
        display: grid;
        grid-template-columns: 4.5rem 7rem 5rem minmax(0, 1fr) minmax(0, 1fr);
        justify-items: start;
        border-color: transparent;
        text-align: left;
      }
      li span {
        max-width: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        padding: 0 0.75rem 0.5rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) ended: readonly Ended[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    return html`<details>
      <summary>${say(w.recent)} <span class="muted">${this.ended.length}</span></summary>
      ${this.ended.length === 0
        ? html`<p class="muted">${say(w.recentNone)}</p>`
        : html`<ul tabindex="0" aria-label=${say(w.recent)}>
            ${this.ended.map(
              ({ row, at }) => html`<li>
                <button @click=${() => this.dispatchEvent(new CustomEvent('opened', { detail: { id: row.id } }))}>
                  <span class="muted">${instantText(at)}</span><span>${statusMark(row.status)}</span><span>${shortNumber(row.number)}</span>
                  <span>${city.typeName(row.type, row.title)}</span><span class="muted">${city.placeName(row)}</span>
                </button>
              </li>`,
            )}
          </ul>`}
    </details>`;
  }
}
