import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { scopeParts, type CaseRow } from '../api/types';
import { boundsOf } from '../map/geometry';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { hereNow } from './device-place';
import { fieldCss } from './field-css';
import { cardList, type Cards } from './field-lists';
import { metres, walkOrder, type Stop } from './walk-order';
import { fieldWords as w } from './words';

/** The cases that the person is asked to check, in the order of one walk. */
@customElement('field-checks')
export class FieldChecks extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      p {
        margin-bottom: 0.6rem;
      }
      p button {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly CaseRow[] = [];
  @property({ attribute: false }) cards!: Cards;
  @state() private here: Stop | null = null;
  @state() private failed = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    if (this.rows.length === 0) {
      return html`<p class="empty">${say(w.noChecks)}</p>`;
    }
    const start = this.here ?? this.middle();
    const placed = this.rows.filter((row): row is CaseRow & Stop => row.lat != null && row.lon != null);
    const walk: CaseRow[] = start ? walkOrder(placed, start) : placed;
    const lost = this.rows.filter((row) => row.lat == null || row.lon == null);
    return html`
      <p class="muted" role="status">${say(this.failed ? w.noPlace : this.here ? w.walkFromMe : w.walkFromGrid)}</p>
      ${this.here ? nothing : html`<p><button @click=${this.locate}>${icon('pin')}${say(w.useMyPlace)}</button></p>`}
      ${cardList([...walk, ...lost], this.cards, { away: (row) => this.away(row) })}
    `;
  }

  private away(row: CaseRow): string {
    return this.here && row.lat != null && row.lon != null ? say(w.away, { m: Math.round(metres(this.here, { lat: row.lat, lon: row.lon }) / 10) * 10 }) : '';
  }

  /** The middle of the own grid; of the first case where the grid has no shape. */
  private middle(): Stop | null {
    const area = this.cards.me.area;
    const polygon = area ? city.grid(scopeParts(area).id)?.polygon : null;
    const bounds = polygon ? boundsOf([polygon]) : null;
    if (bounds) {
      return { lat: (bounds[1] + bounds[3]) / 2, lon: (bounds[0] + bounds[2]) / 2 };
    }
    const first = this.rows.find((row) => row.lat != null && row.lon != null);
    return first ? { lat: first.lat!, lon: first.lon! } : null;
  }

  private readonly locate = async (): Promise<void> => {
    this.here = await hereNow();
    this.failed = this.here === null;
  };
}
