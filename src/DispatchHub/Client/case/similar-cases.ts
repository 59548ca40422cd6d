import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { instantText } from '../clocks/spoken';
import { Pace } from '../feed/pace';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { readSimilar, type PlaceAsked } from './case-data';

const w = words({
  title: { en: 'Perhaps already a case ({n})', zh: '可能已有案件（{n}）' },
  none: { en: 'No open case of this type is near.', zh: '附近没有同类未结案件。' },
  open: { en: 'Open', zh: '打开' },
  comment: { en: 'Add a comment there instead', zh: '改为在该案件备注' },
});

const ASK_EVERY_MS = 300;

/** Open cases that a report of this type at this place would double. Sends `open-case` {id} and `comment-there` {id}. */
@customElement('similar-cases')
export class SimilarCases extends LitElement {
  static override styles = [
    shared,
    css`
      h3 {
        margin-bottom: 0.3rem;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 0.35rem;
        max-height: 14rem;
        overflow: auto;
      }
      li {
        border: 1px solid var(--line);
        border-left: 4px solid var(--caution);
        border-radius: 6px;
        padding: 0.35rem 0.5rem;
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.5rem;
        align-items: center;
      }
      .what {
        flex: 1 1 12rem;
        min-width: 0;
      }
    `,
  ];

  @property() type = '';
  @property({ attribute: false }) place: PlaceAsked | null = null;
  @state() private found: CaseRow[] | null = null;
  @state() private problem: Problem | null = null;
  private asking: AbortController | null = null;
  private readonly pace = new Pace(() => void this.ask(), ASK_EVERY_MS);

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pace.stop();
    this.asking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('type') || changed.has('place')) {
      this.found = null;
      this.problem = null;
      this.pace.ask();
    }
  }

  protected override render(): TemplateResult {
    return html`<div role="status">
      ${this.problem ? html`<p class="muted">${problemText(this.problem)}</p>` : nothing}
      ${this.found?.length === 0 ? html`<p class="muted">${icon('check')} ${say(w.none)}</p>` : nothing}
      ${this.found && this.found.length > 0
        ? html`<h3 class="caution">${say(w.title, { n: this.found.length })}</h3><ul>${this.found.map((row) => this.one(row))}</ul>`
        : nothing}
    </div>`;
  }

  private one(row: CaseRow): TemplateResult {
    return html`<li>
      <span class="what"><strong>${row.number}</strong> ${city.placeName(row)}<br /><span class="muted">${city.typeName(row.type, row.title)} · ${instantText(row.openedAt)}</span></span>
      ${statusMark(row.status)}
      <button type="button" @click=${() => this.tell('open-case', row.id)}>${say(w.open)}</button>
      <button type="button" @click=${() => this.tell('comment-there', row.id)}>${icon('comment')}${say(w.comment)}</button>
    </li>`;
  }

  private tell(what: string, id: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail: { id }, bubbles: true, composed: true }));
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    if (!this.type || !this.place) {
      return;
    }
    const asking = (this.asking = new AbortController());
    try {
      this.found = await readSimilar(this.type, this.place, asking.signal);
    } catch (fault) {
      if (asking.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.problem = fault;
    }
  }
}
