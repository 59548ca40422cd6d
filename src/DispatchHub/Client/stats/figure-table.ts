import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../parts/shared-css';
import { icon } from '../parts/icon';
import { Localized } from '../words/language';
import { say } from '../words/say';
import type { Column, Count, FigureRow } from './figures';
import { askList, numberButton } from './number-button';
import { percentText } from './numbers';
import type { Order } from './question';
import { isShare, valueOf } from './rows';
import { numberCss } from './stats-css';
import { columnWord, statsWords as w } from './words';

/**
 * Rows of figures: shares and the numbers that they are made of, with the sum under them. Sends `order-changed` with an order, and
 * `list-asked` for the cases behind a number.
 */
@customElement('figure-table')
export class FigureTable extends LitElement {
  static override styles = [
    shared,
    numberCss,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .scroll {
        overflow: auto;
        max-height: 23rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--surface);
      }
      table {
        width: 100%;
        border-collapse: separate;
        border-spacing: 0;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 0.1rem 0.5rem;
        border-bottom: 1px solid var(--line);
        height: 1.95rem;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child {
        position: sticky;
        left: 0;
        max-width: 16rem;
        overflow: hidden;
        text-overflow: ellipsis;
        text-align: left;
      }
      tbody th {
        font-weight: 400;
        background: var(--surface);
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        height: auto;
        background: var(--surface-2);
        padding: 0;
      }
      thead th:first-child {
        z-index: 2;
      }
      thead button {
        width: 100%;
        justify-content: flex-end;
        gap: 0.2rem;
        border: 0;
        border-radius: 0;
        padding: 0.35rem 0.4rem;
        background: transparent;
        font-weight: 600;
        white-space: nowrap;
      }
      thead th:first-child button {
        justify-content: flex-start;
      }
      thead .icon {
        width: 0.9em;
        height: 0.9em;
      }
      thead .icon.unused {
        visibility: hidden;
      }
      tfoot th,
      tfoot td {
        position: sticky;
        bottom: 0;
        background: var(--surface-2);
        border-bottom: 0;
        font-weight: 600;
      }
      tr.pointed td,
      tr.pointed th {
        background: var(--accent-soft);
      }
      @media (max-width: 640px) {
        tbody th:first-child {
          max-width: 8.5rem;
          white-space: normal;
        }
      }
      @media print {
        .scroll {
          max-height: none;
          overflow: visible;
        }
        th:first-child,
        thead th,
        tfoot th,
        tfoot td {
          position: static;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  /** What the table is called. */
  @property() what = '';
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) rows: readonly FigureRow[] = [];
  @property({ attribute: false }) total: Pick<FigureRow, 'counts' | 'rates'> | null = null;
  @property({ attribute: false }) order: Order = { column: 'name', down: false };
  @property({ attribute: false }) nameOf: (row: FigureRow) => string = (row) => row.key;
  /** The row that is pointed at in the chart. */
  @property() pointed: string | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${say(w.tableOf, { what: this.what })}>
      <table>
        <thead>
          <tr>
            ${this.heading('name', say(w.name))} ${this.columns.map((column) => this.heading(column, say(columnWord(column))))}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => this.line(row, row.key, this.nameOf(row)))}
        </tbody>
        <tfoot>
          ${this.total ? this.line(this.total, null, say(w.total)) : ''}
        </tfoot>
      </table>
    </div>`;
  }

  private heading(column: Order['column'], text: string): TemplateResult {
    const used = this.order.column === column;
    return html`<th scope="col" aria-sort=${used ? (this.order.down ? 'descending' : 'ascending') : 'none'}>
      <button title=${say(w.sortBy, { column: text })} @click=${() => this.sort(column)}>
        ${text}<span class="icon ${used ? '' : 'unused'}">${icon(this.order.down && used ? 'chevron-down' : 'chevron-up')}</span>
      </button>
    </th>`;
  }

  private line(row: Pick<FigureRow, 'counts' | 'rates'>, key: string | null, name: string): TemplateResult {
    return html`<tr class=${key !== null && key === this.pointed ? 'pointed' : ''}>
      <th scope="row" title=${name}>${name}</th>
      ${this.columns.map((column) => html`<td>${isShare(column) ? percentText(valueOf(row, column)) : this.number(row, column, key, name)}</td>`)}
    </tr>`;
  }

  private number(row: Pick<FigureRow, 'counts'>, measure: Count, key: string | null, name: string): TemplateResult {
    return numberButton(row.counts[measure], measure, name, () => askList(this, { measure, key }));
  }

  /** A second press turns the order; a column of numbers begins with the most. */
  private sort(column: Order['column']): void {
    const { order } = this;
    const down = order.column === column ? !order.down : column !== 'name';
    this.dispatchEvent(new CustomEvent('order-changed', { detail: { column, down } satisfies Order, bubbles: true, composed: true }));
  }
}
