import { html, LitElement, type TemplateResult } from 'lit';
import { css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CardView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { shared } from '../parts/shared-css';
import { toneMark, type Tone } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { cardStateWords } from '../words/terms';
import { cardText, cardWord } from './card-text';

const tones: Record<CardView['state'], Tone> = { proposed: 'serious', standing: 'critical', refused: 'standby', withdrawn: 'standby' };

/** The supervision cards of a case, those that no longer stand among them. */
@customElement('case-cards')
export class CaseCards extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 0.35rem 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) cards: readonly CardView[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    return html`<ul>
      ${this.cards.map((card) => html`<li>${toneMark(tones[card.state])} ${cardText(card)} · ${say(cardStateWords[card.state])}
        <div class="muted">${[instantText(card.at), cardWord(card)].filter(Boolean).join(' · ')}</div></li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-cards': CaseCards;
  }
}
