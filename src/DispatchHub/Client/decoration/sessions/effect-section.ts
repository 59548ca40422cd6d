import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { followLink } from '../../app/follow-link';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, type Word } from '../../words/say';
import type { Effect, Violations } from './types';
import { sessionWords as w } from './words';

/** Violations before and after a session: the counts are what is big, since a rate of three cases would look like more than it is. */
@customElement('effect-section')
export class EffectSection extends LitElement {
  static override styles = [
    shared,
    css`
      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.9rem;
      }
      .count {
        font-size: 1.4rem;
        font-weight: 700;
      }
      h3 {
        font-size: 1rem;
        margin: 0;
      }
      .cases {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 0.6rem;
      }
      a {
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) effect!: Effect;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { effect } = this;
    const [soFar, days] = [Number(effect.soFar), Number(effect.days)];
    return html`${soFar === 0
        ? html`<p>${say(w.today)}</p>`
        : html`<div class="sides">${this.side(w.before, soFar, effect.before)}${this.side(w.after, soFar, effect.after)}</div>`}
      ${soFar > 0 && soFar < days ? html`<p class="muted">${say(w.soFar, { n: soFar, days })}</p>` : nothing}
      ${effect.tooFew && soFar > 0 ? html`<p class="muted">${say(w.tooFew)}</p>` : nothing}
      ${effect.partial ? html`<p class="muted">${say(w.partial)}</p>` : nothing}`;
  }

  private side(word: Word, days: number, side: Violations): TemplateResult {
    const rate = side.per100;
    return html`<div><h3>${say(word, { days })}</h3>
      <p class="count">${say(w.ofFlats, { n: Number(side.count), flats: Number(this.effect.flats) })}</p>
      ${rate === null || rate === undefined ? nothing : html`<p class="muted">${say(w.per100, { rate: Number(rate).toFixed(1) })}</p>`}
      <p class="cases">${side.caseIds.map((id, n) => html`<a href=${`/cases/${id}`} @click=${followLink}>#${n + 1}</a>`)}</p></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'effect-section': EffectSection;
  }
}
