import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../../api/http';
import { Problem } from '../../api/problem';
import { followLink } from '../../app/follow-link';
import { instantText } from '../../clocks/spoken';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { nextInspection } from './next-inspection';
import type { Filing, FilingList, UnitFilings } from './types';
import { filingWords as w, levelWords, stageWords, stateWords } from './words';

/** The flats of the person's own area that have filings, with what is to be inspected next and who has it. */
@customElement('dispatch-filings')
export class FilingsPage extends LitElement {
  static override styles = [
    shared,
    documentCss,
    css`
      table {
        border-collapse: collapse;
        width: 100%;
      }
      th,
      td {
        text-align: start;
        padding: 0.5rem;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
      }
      td.days {
        white-space: nowrap;
      }
      /* On a phone a row is a card, whose lines say by themselves what they are. */
      @media (max-width: 640px) {
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        tr {
          border: 1px solid var(--line);
          border-radius: 8px;
          background: var(--surface);
          padding: 0.5rem;
          margin-bottom: 0.75rem;
        }
        th,
        td {
          border: 0;
          padding: 0.15rem;
        }
      }
      .late {
        color: var(--critical);
      }
    `,
  ];

  @state() private items: readonly UnitFilings[] = [];
  @state() private next: string | null = null;
  @state() private all = false;
  @state() private loading = true;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load(null);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head">
        <h1>${say(w.title)}</h1>
        <div class="tools">
          ${[false, true].map((all) => html`<button aria-pressed=${this.all === all} @click=${() => this.show(all)}>${say(all ? w.all : w.open)}</button>`)}
        </div>
      </div>
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load(null)}>${say(w.again)}</button></p>` : nothing}
      <p role="status">${this.loading ? say(w.loading) : this.items.length === 0 && !this.problem ? say(w.none) : nothing}</p>
      ${this.items.length > 0 ? this.table() : nothing}
      ${this.next ? html`<button @click=${() => void this.load(this.next)}>${say(w.more)}</button>` : nothing}
    </div>`;
  }

  private table(): TemplateResult {
    return html`<table>
      <thead><tr>${[w.flat, w.state, w.period, w.next].map((one) => html`<th scope="col">${say(one)}</th>`)}</tr></thead>
      <tbody>${this.items.flatMap((flat) => flat.filings.filter((one) => this.all || one.state === 'standing' || one.state === 'awaitingApproval').map((one) => this.row(flat, one)))}</tbody>
    </table>`;
  }

  private row(flat: UnitFilings, filing: Filing): TemplateResult {
    const next = nextInspection(filing);
    return html`<tr>
      <th scope="row"><a href=${`/unit?at=${flat.id}`} @click=${followLink}>${sayName(flat.estate)} ${flat.unit.split('/')[1]}</a></th>
      <td>${say(stateWords[filing.state])}${filing.offices.length > 0 && filing.state === 'awaitingApproval' ? html`<br /><span class="muted">${filing.offices.map((one) => sayName(one.name)).join(', ')}</span>` : nothing}</td>
      <td class="days">${filing.from} – ${filing.to}</td>
      <td>${next
        ? html`<span class=${next.level === 'grid' ? '' : 'late'}>${say(stageWords[next.stage])}, ${say(w.due, { at: instantText(next.dueAt) })}${next.level === 'grid' ? nothing : html`, ${say(w.with, { level: say(levelWords[next.level!]) })}`}</span>`
        : say(w.noNext)}</td>
    </tr>`;
  }

  private show(all: boolean): void {
    this.all = all;
    void this.load(null);
  }

  private async load(after: string | null): Promise<void> {
    this.loading = true;
    this.problem = null;
    try {
      const query = new URLSearchParams({ ...(this.all ? {} : { open: 'true' }), ...(after ? { cursor: after } : {}) });
      const list = await get<FilingList>(`/api/filings?${query}`);
      this.items = after ? [...this.items, ...list.items] : list.items;
      this.next = list.next ?? null;
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    } finally {
      this.loading = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-filings': FilingsPage;
  }
}
