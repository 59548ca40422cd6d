import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { statusName } from '../words/terms';
import { fieldCss } from './field-css';
import type { Missed } from './missed';
import { fieldWords as w } from './words';

/** Lines shown before the rest is a number. */
const MOST_LINES = 8;

/** What happened while the person was away. Sends `open` {id} and `seen`. */
@customElement('field-missed')
export class FieldMissed extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      section {
        border: 1px solid var(--line);
        border-left: 6px solid var(--standby);
        border-radius: 12px;
        background: var(--surface);
        padding: 0.5rem 0.75rem;
        margin-bottom: 0.6rem;
      }
      h2 {
        margin: 0;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        text-align: start;
        border-color: transparent;
        padding-inline: 0;
      }
    `,
  ];

  @property({ attribute: false }) missed: readonly Missed[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const more = this.missed.length - MOST_LINES;
    return html`<section role="status" aria-label=${say(w.missed)}>
      <div class="row"><h2>${icon('history')} ${say(w.missed)}</h2><span class="space"></span><button @click=${() => this.dispatchEvent(new Event('seen'))}>${say(w.seen)}</button></div>
      <ul>
        ${this.missed.slice(0, MOST_LINES).map(
          (one) => html`<li><button @click=${() => this.open(one)}>
            <span><strong class=${one.kind === 'late' ? 'critical' : ''}>${textOf(one)}</strong> ${city.placeName(one.row)} <span class="muted">${city.typeName(one.row.type, one.row.title)}</span></span>
          </button></li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="muted">${say(w.more, { n: more })}</p>` : ''}
    </section>`;
  }

  private open(one: Missed): void {
    this.dispatchEvent(new CustomEvent('open', { detail: { id: one.row.id } }));
  }
}

function textOf(one: Missed): string {
  switch (one.kind) {
    case 'offered':
      return say(w.missedOffered);
    case 'mine':
      return say(w.missedMine);
    case 'check':
      return say(w.missedCheck);
    case 'late':
      return say(w.missedLate);
    case 'moved':
      return say(w.missedMoved, { status: statusName(one.row.status) });
    case 'gone':
      return say(w.missedGone);
  }
}
