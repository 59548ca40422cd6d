import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import { navigation } from '../app/navigation';
import { routesOf } from '../app/routes';
import { session } from '../app/session';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { loadCases, type FigureCase, type Figures, type NumberAsked } from './figures';
import { countWords, statsWords as w } from './words';

/** The cases behind one number, in a drawer beside the figures. Sends `list-closed`. */
@customElement('figure-case-list')
export class FigureCaseList extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        position: fixed;
        inset: 0 0 0 auto;
        width: min(30rem, 100vw);
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        border-left: 1px solid var(--line);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 30%);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
        padding: 0.5rem 0.75rem;
        border-bottom: 1px solid var(--line);
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: 0.25rem 0.5rem 1rem;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li a {
        display: grid;
        gap: 0.1rem;
        padding: 0.45rem 0.5rem;
        border-bottom: 1px solid var(--line);
        color: inherit;
        text-decoration: none;
      }
      li a:hover {
        background: var(--surface-2);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
      }
      .scroll > p,
      .scroll > .notice {
        margin: 0.75rem 0.5rem;
      }
      .more {
        margin: 0.75rem 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) figures: Figures | null = null;
  @property({ attribute: false }) asked: NumberAsked | null = null;
  /** Whose number it is. */
  @property() row = '';

  @state() private items: FigureCase[] = [];
  @state() private next: string | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  private turn = 0;

  constructor() {
    super();
    new Localized(this);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('asked') || changed.has('figures')) {
      if (this.asked && this.figures) {
        this.items = [];
        this.next = null;
        void this.load(++this.turn);
        if (!this.dialog.open) {
          this.dialog.showModal();
        }
      } else if (this.dialog.open) {
        this.dialog.close();
      }
    }
  }

  protected override render(): TemplateResult {
    const title = this.asked ? say(w.listTitle, { measure: say(countWords[this.asked.measure]), row: this.row }) : '';
    return html`<dialog aria-label=${title} @close=${this.closed} @click=${this.beside}>
      <header>
        <h2>${title}</h2>
        <button class="plain" aria-label=${say(w.close)} @click=${() => this.dialog.close()}>${icon('close')}</button>
      </header>
      <div class="scroll" role="region" tabindex="0" aria-label=${title} aria-busy=${this.busy}>
        <ul>
          ${this.items.map((one) => this.line(one))}
        </ul>
        ${this.problem
          ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${this.more}>${say(w.again)}</button></div>`
          : nothing}
        ${this.busy ? html`<p role="status">${say(w.loading)}</p>` : nothing}
        ${!this.busy && !this.problem && this.items.length === 0 ? html`<p>${say(w.listEmpty)}</p>` : nothing}
        ${this.next && !this.busy && !this.problem ? html`<button class="more" @click=${this.more}>${say(w.listMore)}</button>` : nothing}
      </div>
    </dialog>`;
  }

  private line(one: FigureCase): TemplateResult {
    return html`<li>
      <a href=${caseAddress(one.id)} @click=${goTo}>
        <span class="line"><strong>${city.typeName(one.type, one.title)}</strong>${statusMark(one.status)}</span>
        <span class="line muted"
          ><span>${one.number} · ${city.gridName(one.gridId)}</span
          ><span>${say(w.opened, { at: instantText(one.openedAt) })}${one.times > 1 ? ` · ${say(w.listTimes, { n: one.times })}` : nothing}</span></span
        >
      </a>
    </li>`;
  }

  private async load(turn: number): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      const page = await loadCases(this.figures!, this.asked!, this.next);
      if (turn === this.turn) {
        this.items = [...this.items, ...page.items];
        this.next = page.next;
      }
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.problem = turn === this.turn ? fault : this.problem;
    } finally {
      this.busy = turn === this.turn ? false : this.busy;
    }
  }

  private readonly more = (): void => void this.load(++this.turn);

  private readonly closed = (): void => {
    this.turn++;
    this.dispatchEvent(new CustomEvent('list-closed', { bubbles: true, composed: true }));
  };

  /** A click on what lies behind the drawer closes it. */
  private readonly beside = (event: MouseEvent): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };
}

/** A case on the page where this person works with cases. */
function caseAddress(id: string): string {
  const [start] = session.who ? routesOf(session.who.role) : [];
  return `${start?.path ?? '/board'}?case=${encodeURIComponent(id)}`;
}

function goTo(event: MouseEvent): void {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const { pathname, search } = new URL((event.currentTarget as HTMLAnchorElement).href);
    navigation.go(pathname + search);
  }
}
