import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import type { EstateList, EstateSummary } from '../types';
import { estateWords as w } from './words';

/** Real ms between looks: a hand-over is a matter of days. */
const LOOK_EVERY_MS = 60_000;

/** On the board: estates that were handed over though no joint review was finished. Nothing where there are none. */
@customElement('hand-over-strip')
export class HandOverStrip extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.8rem;
        align-items: center;
        padding: 0.3rem 0.75rem;
        background: var(--serious-soft);
      }
      a {
        color: inherit;
      }
    `,
  ];

  @property() street = '';
  @state() private late: readonly EstateSummary[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    void this.updateComplete.then(() => this.look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.late.length === 0
      ? nothing
      : html`<p role="status">${icon('warning')}<strong>${say(w.strip)}</strong>
          ${this.late.map((one) => html`<a href=${`/estates/${one.id}`} @click=${followLink}>${say(w.stripOne, { estate: sayName(one.name), day: one.handOver?.on ?? '' })}</a>`)}</p>`;
  }

  private async look(): Promise<void> {
    // Unanswered, it shows what it knew; the board itself says that the network is away.
    const list = await get<EstateList>(`/api/estates?scope=${encodeURIComponent(`street:${this.street}`)}`).catch(() => null);
    this.late = list?.items.filter((one) => one.handOver?.state === 'withoutReview') ?? this.late;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hand-over-strip': HandOverStrip;
  }
}
