import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseLevel, CaseStatus, Priority } from '../api/types';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName, type Word } from '../words/say';
import { levelName, priorityWords, statusName, statusWords } from '../words/terms';
import { filterSets, isEmpty, noFilter, toggled, type BoardFilter, type FilterSet } from './board-filter';
import { boardWords as w } from './words';

/** Statuses that an open case can have. */
const OPEN = (Object.keys(statusWords) as CaseStatus[]).filter((status) => status !== 'Closed' && status !== 'Rejected' && status !== 'Merged');

/** Search and filters of the list, with what is chosen as chips that take it away. Sends `filtered` {filter}. */
@customElement('filter-bar')
export class FilterBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem 0.5rem;
        padding: 0.35rem 0.75rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      input {
        flex: 0 1 20rem;
        min-width: 9rem;
      }
      select {
        max-width: 9rem;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }
      .chips button {
        min-height: 1.7rem;
        padding: 0 0.3rem 0 0.6rem;
        border-radius: 999px;
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      .shown {
        margin-left: auto;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      @media (max-width: 700px) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          padding: 0.3rem 0.4rem;
        }
        input {
          flex: 0 0 11rem;
        }
        select {
          flex: none;
          max-width: 6.5rem;
        }
        button {
          flex: none;
        }
        .chips {
          flex-wrap: nowrap;
        }
      }
      @media print {
        select,
        input,
        .switch {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) filter: BoardFilter = noFilter;
  /** How many cases pass, of how many. */
  @property({ attribute: false }) shown = 0;
  @property({ attribute: false }) all = 0;
  @query('input') private input!: HTMLInputElement;

  constructor() {
    super();
    new Localized(this);
  }

  /** Puts the focus into the search. */
  search(): void {
    this.input.focus();
    this.input.select();
  }

  protected override render(): TemplateResult {
    const { filter } = this;
    return html`
      <input type="search" aria-label=${say(w.search)} placeholder=${say(w.search)} maxlength="100" .value=${filter.text} @input=${this.typed} />
      ${this.choice('status', w.filterStatus, OPEN.map((status) => [status, statusName(status)]))}
      ${this.choice('type', w.filterType, (city.catalogue?.types ?? []).map((type) => [type.code, sayName(type.title, type.code)]))}
      ${this.choice('community', w.filterCommunity, (city.territory?.communities ?? []).map((one) => [one.id, sayName(one.name, one.id)]))}
      ${this.choice('priority', w.filterPriority, (Object.keys(priorityWords) as Priority[]).map((priority) => [priority, say(priorityWords[priority])]))}
      ${this.sources()}
      <button class="switch" aria-pressed=${filter.mine ? 'true' : 'false'} @click=${() => this.tell({ ...filter, mine: !filter.mine })}>${say(w.mine)}</button>
      <button class="switch" aria-pressed=${filter.unread ? 'true' : 'false'} @click=${() => this.tell({ ...filter, unread: !filter.unread })}>${say(w.unreadOnly)}</button>
      ${isEmpty(filter)
        ? nothing
        : html`<span class="chips">${this.chips()}<button @click=${() => this.tell(noFilter)}>${say(w.clearFilters)}</button></span>
            <span class="shown muted" role="status">${say(w.shownOf, { shown: this.shown, all: this.all })}</span>`}
    `;
  }

  private choice(key: FilterSet, word: Word, options: (readonly [string, string])[]): TemplateResult {
    const chosen = this.filter[filterSets[key]] as ReadonlySet<string>;
    return html`<select aria-label=${say(word)} @change=${(event: Event) => this.choose(key, event.target as HTMLSelectElement)}>
      <option value="" selected>${say(word)}</option>
      ${options.map(([value, name]) => html`<option value=${value}>${chosen.has(value) ? '✓ ' : ''}${name}</option>`)}
    </select>`;
  }

  /** Only where the pack knows other systems. */
  private sources(): TemplateResult | typeof nothing {
    const known = Object.entries(city.catalogue?.sources ?? {});
    return known.length === 0 ? nothing : this.choice('source', w.filterSource, known.map(([id, name]) => [id, sayName(name, id)]));
  }

  private chips(): TemplateResult[] {
    const { filter } = this;
    const made = (Object.keys(filterSets) as FilterSet[]).flatMap((key) =>
      [...filter[filterSets[key]]].map((value) => this.chip(valueName(key, value), toggled(filter, key, value))),
    );
    if (filter.text) {
      made.push(this.chip(`“${filter.text}”`, { ...filter, text: '' }));
    }
    if (filter.mine) {
      made.push(this.chip(say(w.mine), { ...filter, mine: false }));
    }
    if (filter.unread) {
      made.push(this.chip(say(w.unreadOnly), { ...filter, unread: false }));
    }
    if (filter.lateBy !== null) {
      made.push(this.chip(say(w.lateBy, { at: instantText(filter.lateBy) }), { ...filter, lateBy: null }));
    }
    return made;
  }

  private chip(name: string, without: BoardFilter): TemplateResult {
    return html`<button aria-label=${say(w.removeFilter, { name })} @click=${() => this.tell(without)}>${name}${icon('close')}</button>`;
  }

  private choose(key: FilterSet, select: HTMLSelectElement): void {
    if (select.value) {
      this.tell(toggled(this.filter, key, select.value));
      select.value = '';
    }
  }

  private readonly typed = (): void => this.tell({ ...this.filter, text: this.input.value });

  private tell(filter: BoardFilter): void {
    this.dispatchEvent(new CustomEvent('filtered', { detail: { filter } }));
  }
}

function valueName(key: FilterSet, value: string): string {
  switch (key) {
    case 'level':
      return levelName(value as CaseLevel);
    case 'status':
      return statusName(value as CaseStatus);
    case 'type':
      return city.typeName(value);
    case 'community':
      return city.communityName(value);
    case 'priority':
      return say(priorityWords[value as Priority]);
    case 'source':
      return city.scopeName(`source:${value}`);
    case 'due':
      return say(value === 'late' ? w.lateWord : w.nearWord);
  }
}
