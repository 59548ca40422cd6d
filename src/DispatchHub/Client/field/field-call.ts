import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { chime } from '../parts/chime';
import { icon } from '../parts/icon';
import { keepAwake } from '../parts/keep-awake';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { statusName } from '../words/terms';
import { fieldCss } from './field-css';
import { fieldWords as w } from './words';

/** Real ms between two rings while nobody has looked. */
const RING_EVERY_MS = 6_000;
const BUZZ = [300, 150, 300];

/** Calls the person: rings, vibrates and keeps the screen on as long as it is on the page. Sends `seen`. */
@customElement('field-call')
export class FieldCall extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      div {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 0.75rem;
        border: 2px solid var(--serious);
        border-radius: 12px;
        background: var(--serious-soft);
        margin-bottom: 0.6rem;
      }
      p {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly CaseRow[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
    keepAwake(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ring();
    this.timer = setInterval(this.ring, RING_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    const first = this.rows[0];
    return html`<div role="alert">
      <p><strong>${icon('bell')} ${say(w.calls, { n: this.rows.length })}</strong><br />${first ? `${city.placeName(first)} · ${city.typeName(first.type, first.title)} · ${statusName(first.status)}` : ''}</p>
      <button class="primary" @click=${() => this.dispatchEvent(new Event('seen'))}>${icon('eye')}${say(w.seen)}</button>
    </div>`;
  }

  private readonly ring = (): void => {
    chime.announce();
    // Without a touch on the page browsers refuse to vibrate; asking anyway would be a warning in the console.
    if (navigator.userActivation?.hasBeenActive && 'vibrate' in navigator) {
      navigator.vibrate(BUZZ);
    }
  };
}
