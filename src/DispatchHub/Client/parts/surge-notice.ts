import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { surgeWords as w } from '../board/surge-words';
import { Surges } from '../board/surges';
import { typesText } from '../board/surge-types';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { priorityWords } from '../words/terms';
import { icon } from './icon';
import { shared } from './shared-css';

/** The surges that hold where somebody works: why their clocks stand still, and until when. Nothing while there is none. */
@customElement('surge-notice')
export class SurgeNotice extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
        padding: 0.4rem 0.75rem;
        background: var(--caution-soft);
        border: 1px solid var(--line);
        border-radius: 8px;
      }
    `,
  ];

  /** The street, community or grid. */
  @property() scope = '';
  private readonly surges = new Surges();

  constructor() {
    super();
    new Localized(this);
    this.surges.addEventListener('change', () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.surges.start(this.scope);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.surges.stop();
  }

  protected override render(): TemplateResult {
    return html`<div role="status">
      ${this.surges.inForce(cityClock.now()).map(
        (one) => html`<p>${icon('pause')} <strong>${say(w.notice, { area: city.scopeName(String(one.scope)), until: instantText(one.until) })}</strong
          >${one.freeze ? say(w.noticeFrozen) : ''}${one.raise ? say(w.barRaised, { priority: say(priorityWords[one.raise]) }) : ''}${one.types.length > 0 ? say(w.barTypes, { types: typesText(one.types) }) : ''}</p>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surge-notice': SurgeNotice;
  }
}
