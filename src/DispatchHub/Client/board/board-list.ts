import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { day } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { cardMarkCss } from '../parts/card-mark';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { language, Localized } from '../words/language';
import { say } from '../words/say';
import { levelName } from '../words/terms';
import { isGroup, lineId, windowOf, type Group, type Line, type Window } from './board-lines';
import { boardListCss } from './board-list-css';
import type { Alert, Entry } from './board-model';
import { caseCells } from './board-row';
import { boardWords as w } from './words';

/** Below this width a case takes two lines. */
const NARROW = 760;
const LINE = 36;
const TWO_LINES = 58;
/** The line of column names, which stays above the others; narrow lists have none. */
const HEAD = 28;
/** Paper has no window: as many lines are printed. */
const MOST_PRINTED = 1_000;

const columns = [
  ['mark-cell', w.columnMark], ['left', w.columnLeft], ['status', w.columnStatus], ['priority', w.columnPriority], ['level', w.columnLevel],
  ['what', w.columnCase], ['place', w.columnPlace], ['who', w.columnWho], ['opened', w.columnOpened],
] as const;

/**
 * The lines of a board. All are equally high, so the part that is on the page is two divisions, and no line has to be measured:
 * `@lit-labs/virtualizer` observes the size of each. A line is rendered again only when its own case changed.
 * Sends `opened` {id}, `marked` {id, to}, `folded` {level}, `pointed` {id}.
 */
@customElement('board-list')
export class BoardList extends LitElement {
  static override styles = [shared, cardMarkCss, boardListCss];

  @property({ attribute: false }) lines: readonly Line[] = [];
  /** Counts up with every change inside the lines. */
  @property({ attribute: false }) version = 0;
  /** Counts up when names have come that lines may show. */
  @property({ attribute: false }) names = 0;
  /** Nothing can be marked. */
  @property({ type: Boolean }) readonly = false;
  /** The line that the keys move, by its id. */
  @property({ attribute: false }) cursor: string | null = null;
  /** The case that is open beside the list. */
  @property({ attribute: false }) open: string | null = null;
  @property({ attribute: false }) marks: ReadonlySet<string> = new Set();
  /** Which alerts flash; the others are tinted. */
  @property({ attribute: false }) flash: Readonly<Record<Alert, boolean>> = { new: false, breach: false };
  /** The instant for which the board is shown. */
  @property({ attribute: false }) now: () => number = Date.now;
  @query('.scroller') private scroller!: HTMLElement;

  private lineHeight = LINE;
  /** Instants of another day are shown with it. */
  private today = '';
  private viewTop = 0;
  private viewHeight = 800;
  private shown: Window = { first: 0, end: 0 };
  private printing = false;
  /** The first line that is seen, and how far it is scrolled out: it stays where it is when others come above. */
  private anchor: { id: string; offset: number } | null = null;
  private readonly sized = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.print);
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  /** How many lines a page is. */
  get page(): number {
    return Math.max(1, Math.floor(this.viewHeight / this.lineHeight) - 1);
  }

  /** Shows the first lines: what was passed over belongs to another list. */
  toTop(): void {
    this.anchor = null;
    this.viewTop = 0;
    this.scroller.scrollTop = 0;
  }

  /** Scrolls as little as it takes to see a line. */
  reveal(index: number): void {
    const top = index * this.lineHeight;
    if (top < this.viewTop) {
      this.scroller.scrollTop = top;
    } else if (top + this.lineHeight > this.viewTop + this.viewHeight) {
      this.scroller.scrollTop = top + this.lineHeight - this.viewHeight;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.today = day(new Date(cityClock.now()));
    if (changed.has('lines') && this.anchor && this.viewTop > 0) {
      const index = this.lines.findIndex((line) => lineId(line) === this.anchor!.id);
      if (index >= 0) {
        this.viewTop = index * this.lineHeight + this.anchor.offset;
      }
    }
    this.shown = this.printing ? { first: 0, end: Math.min(this.lines.length, MOST_PRINTED) } : windowOf(this.viewTop, this.viewHeight, this.lineHeight, this.lines.length);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('lines') && this.anchor && Math.abs(this.scroller.scrollTop - this.viewTop) > 1) {
      this.scroller.scrollTop = this.viewTop;
    }
  }

  protected override render(): TemplateResult {
    const { first, end } = this.shown;
    const visible = this.lines.slice(first, end);
    const active = this.cursor !== null && visible.some((line) => lineId(line) === this.cursor) ? `line-${this.cursor}` : nothing;
    const size = `height: ${this.lines.length * this.lineHeight}px; padding-top: ${first * this.lineHeight}px; --line-height: ${this.lineHeight}px`;
    return html`
      <div
        class="scroller" role="grid" tabindex="0" aria-label=${say(w.list)} aria-rowcount=${this.lines.length + 1} aria-multiselectable="true"
        aria-activedescendant=${active} @scroll=${this.scrolled} @click=${this.clicked} @change=${this.checked}
      >
        ${this.head()}
        <div class="lines" role="rowgroup" .style=${size}>
          ${repeat(visible, lineId, (line, i) => (isGroup(line) ? this.group(line, first + i) : this.case(line, first + i)))}
        </div>
      </div>
    `;
  }

  private case(entry: Entry, index: number): TemplateResult {
    const { row, tone, late, unread, alert, urgency } = entry;
    const [open, marked] = [row.id === this.open, this.marks.has(row.id)];
    const classes = `line case ${late ? 'late' : `tone-${tone}`}${row.id === this.cursor ? ' cursor' : ''}${open ? ' open' : ''}${marked ? ' marked' : ''}${unread ? ' unread' : ''}${alert ? (this.flash[alert] ? ' alert flash' : ' alert') : ''}`;
    return html`<div id="line-${row.id}" class=${classes} role="row" data-id=${row.id} aria-rowindex=${index + 2} aria-selected=${open || marked ? 'true' : 'false'}>
      <span class="mark-cell" role="gridcell"><input type="checkbox" tabindex="-1" ?disabled=${this.readonly} .checked=${marked} aria-label=${say(w.markOne, { number: row.number })} /></span>
      ${guard([row, tone, unread, urgency.clock, this.now, this.names, this.today, language.current], () => caseCells(entry, this.now))}
    </div>`;
  }

  private group(group: Group, index: number): TemplateResult {
    const id = lineId(group);
    return html`<div id="line-${id}" class="line group ${this.cursor === id ? 'cursor' : ''}" role="row" data-level=${group.level} aria-rowindex=${index + 2}>
      <span role="gridcell" aria-colspan="9"
        ><button class="plain" tabindex="-1" aria-expanded=${group.open ? 'true' : 'false'}>
          ${icon(group.open ? 'chevron-down' : 'chevron-right')}${say(w.group, { name: levelName(group.level), n: group.count })}</button
        >${group.late > 0 ? html`<span class="chip critical">${toneMark('critical')}${say(w.late, { n: group.late })}</span>` : nothing}</span
      >
    </div>`;
  }

  private head(): TemplateResult {
    return html`<div role="rowgroup" class="head-group">
      <div class="head" role="row" aria-rowindex="1">
        ${columns.map(([name, word]) => html`<span class=${name} role="columnheader"><span class=${name === 'mark-cell' ? 'visually-hidden' : ''}>${say(word)}</span></span>`)}
      </div>
    </div>`;
  }

  private readonly scrolled = (): void => {
    this.viewTop = this.scroller.scrollTop;
    this.remember();
    const next = windowOf(this.viewTop, this.viewHeight, this.lineHeight, this.lines.length);
    if (next.first !== this.shown.first || next.end !== this.shown.end) {
      this.requestUpdate();
    }
  };

  private remember(): void {
    const index = Math.floor(this.viewTop / this.lineHeight);
    const line = this.lines[index];
    this.anchor = line && this.viewTop > 0 ? { id: lineId(line), offset: this.viewTop - index * this.lineHeight } : null;
  }

  private measure(): void {
    const lineHeight = this.clientWidth <= NARROW ? TWO_LINES : LINE;
    const height = this.scroller.clientHeight - (lineHeight === LINE ? HEAD : 0);
    if (lineHeight !== this.lineHeight || height !== this.viewHeight) {
      this.lineHeight = lineHeight;
      this.viewHeight = height;
      this.requestUpdate();
    }
  }

  private readonly print = (event: Event): void => {
    this.printing = event.type === 'beforeprint';
    this.requestUpdate();
    // The browser draws the paper when this returns.
    this.performUpdate();
  };

  private readonly clicked = (event: MouseEvent): void => {
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('.line');
    if (!line || target.closest('.mark-cell')) {
      return;
    }
    if (line.dataset['level']) {
      this.tell('folded', { level: line.dataset['level'] });
    } else if (event.shiftKey || event.ctrlKey || event.metaKey) {
      this.tell('marked', { id: line.dataset['id'] });
    } else {
      this.tell('opened', { id: line.dataset['id'] });
    }
  };

  private readonly checked = (event: Event): void => {
    this.tell('marked', { id: (event.target as HTMLElement).closest<HTMLElement>('.line')!.dataset['id'] });
  };

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
