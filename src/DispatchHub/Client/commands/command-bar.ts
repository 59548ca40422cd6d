import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { searchCases } from '../case/case-data';
import { Pace } from '../feed/pace';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { barContext, type FoundRow } from './bar-context';
import { barCss } from './command-bar.css';
import { mayGive } from './may-give';
import { officersByLoad } from './officer-picker';
import { rowOf } from '../api/row-of';
import type { Person } from '../api/types';
import { people } from './people';
import { beginnings, searchTextOf, suggestionsFor, type Act, type SuggestContext, type Suggestion } from './suggestions';

const w = words({
  title: { en: 'Command bar', zh: '命令栏' },
  hint: { en: 'Case number, place, page or a command: assign 42 officer-1 officer-2', zh: '案件编号、地点、页面或命令，如：派单 42 章丹 倪红（或 pd 42 1 2）' },
  recent: { en: 'Recent', zh: '最近' },
  commands: { en: 'What can be typed', zh: '可输入的命令' },
  nothing: { en: 'Nothing found. Type a case number, a place, a page or a command.', zh: '未找到。可输入案件编号、地点、页面或命令。' },
  keys: { en: 'Up and down to choose, Enter to do it, Tab to complete, Esc to close', zh: '↑↓ 选择 · 回车执行 · Tab 补全 · Esc 关闭' },
  searching: { en: 'Searching …', zh: '查找中…' },
});

/** Real ms between two questions to the server while somebody types. */
const SEARCH_EVERY_MS = 200;

const MOST_RECENT = 8;

/** What was entered since the page was loaded, the latest first; never stored, since a reason may name people. */
const recent: string[] = [];

/**
 * Finds cases, pages and commands as one types; open over the page as soon as it is on it, and again after `open()`. Sends `go`
 * {address}, `open-case` {id}, `closed` and `do` {name, caseIds, body?, initial}: with `body` it is complete, without it its form is to
 * ask for the rest; `initial` is what the form begins with.
 */
@customElement('command-bar')
export class CommandBar extends LitElement {
  static override styles = [shared, barCss];

  /** The cases that the page holds. */
  @property({ attribute: false }) rows: ReadonlyMap<string, CaseRow> = new Map();
  /** The case that is open beside the list. */
  @property({ attribute: false }) caseId: string | null = null;
  /** Cases marked in the list. */
  @property({ attribute: false }) marked: readonly string[] = [];
  @state() private line = '';
  @state() private active = 0;
  @state() private found: CaseRow[] = [];
  @state() private searching = false;
  @state() private problem: Problem | null = null;
  @state() private officers: Person[] = [];
  /** Taken when the bar opens, so that what is offered does not jump while the board changes. */
  private held: CaseRow[] = [];
  private asking: AbortController | null = null;
  private readonly pace = new Pace(() => void this.search(), SEARCH_EVERY_MS);

  constructor() {
    super();
    new Localized(this);
  }

  /** Shows the bar, with a line begun where one is given. */
  open(line = ''): void {
    this.held = [...this.rows.values()];
    this.type(line);
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog) {
      void this.updateComplete.then(() => this.open(line));
      return;
    }
    if (!dialog.open) {
      dialog.showModal();
    }
    const input = this.renderRoot.querySelector('input')!;
    input.value = line;
    input.focus();
    people.want();
    this.learn();
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.open());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    people.addEventListener('change', this.learn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    people.removeEventListener('change', this.learn);
    this.pace.stop();
    this.asking?.abort();
  }

  protected override render(): TemplateResult {
    const suggestions = this.suggestions();
    const active = suggestions[this.active];
    return html`<dialog aria-label=${say(w.title)} @click=${this.outside} @close=${this.closed}>
      <div class="bar">
        <div class="line">
          ${icon('search')}
          <input role="combobox" aria-label=${say(w.title)} aria-autocomplete="list" aria-expanded=${suggestions.length > 0} aria-controls="list"
            aria-activedescendant=${active ? `option-${this.active}` : nothing} placeholder=${say(w.hint)} autocomplete="off" autocapitalize="off" spellcheck="false"
            .value=${this.line} @input=${(event: Event) => this.type((event.target as HTMLInputElement).value)} @keydown=${this.keys} />
        </div>
        ${this.problem ? html`<p class="nothing critical" role="alert">${problemText(this.problem)}</p>` : nothing}
        ${this.line.trim() === '' && suggestions.length > 0 ? html`<h2>${say(recent.length > 0 ? w.recent : w.commands)}</h2>` : nothing}
        <ul id="list" role="listbox" aria-label=${say(w.title)}>${suggestions.map((one, i) => this.option(one, i))}</ul>
        ${suggestions.length === 0 && this.line.trim() !== '' && !this.searching ? html`<p class="nothing">${say(w.nothing)}</p>` : nothing}
        <footer><span>${say(w.keys)}</span><span role="status">${this.searching ? say(w.searching) : nothing}</span></footer>
      </div>
    </dialog>`;
  }

  private option(one: Suggestion, i: number): TemplateResult {
    return html`<li id=${`option-${i}`} role="option" aria-selected=${i === this.active} @click=${() => this.choose(one)} @pointermove=${() => (this.active = i)}>
      ${icon(one.icon)}
      <span class="title">${one.title}${one.tone === 'wrong' ? toneMark('critical') : one.tone === 'ready' && one.act.kind === 'do' ? toneMark('normal') : nothing}</span>
      ${one.detail ? html`<span class="detail">${one.detail}</span>` : nothing}
    </li>`;
  }

  private suggestions(): Suggestion[] {
    if (this.line.trim() === '') {
      return recent.length === 0 ? beginnings(mayGive) : recent.map((line) => ({ key: `recent ${line}`, icon: 'history', title: line, detail: '', tone: 'asks', act: { kind: 'complete', text: line } }));
    }
    return suggestionsFor(this.line, this.context());
  }

  private type(line: string): void {
    this.line = line;
    this.active = 0;
    this.problem = null;
    this.pace.ask();
  }

  private readonly keys = (event: KeyboardEvent): void => {
    // While a Chinese word is being composed its keys belong to the input method.
    if (event.isComposing) {
      return;
    }
    event.stopPropagation();
    const suggestions = this.suggestions();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && suggestions.length > 0) {
      event.preventDefault();
      this.active = (this.active + step + suggestions.length) % suggestions.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = suggestions[this.active];
      if (chosen) {
        this.choose(chosen);
      }
    } else if (event.key === 'Tab' && this.line.trim() !== '') {
      event.preventDefault();
      const completing = suggestions.slice(this.active).find((one) => one.act.kind === 'complete');
      if (completing) {
        this.choose(completing);
      }
    }
  };

  private choose(one: Suggestion): void {
    const { act } = one;
    if (act.kind === 'none') {
      return;
    }
    if (act.kind === 'complete') {
      this.type(act.text);
      this.renderRoot.querySelector('input')!.focus();
      return;
    }
    remember(this.line);
    this.renderRoot.querySelector('dialog')!.close();
    this.tell(act);
  }

  private tell(act: Exclude<Act, { kind: 'none' | 'complete' }>): void {
    const [name, detail] =
      act.kind === 'go' ? ['go', { address: act.address }]
      : act.kind === 'open' ? ['open-case', { id: act.id }]
      : ['do', { name: act.name, caseIds: act.caseIds, initial: act.initial, ...(act.body ? { body: act.body } : {}) }];
    this.dispatchEvent(new CustomEvent(name as string, { detail, bubbles: true, composed: true }));
  }

  private readonly learn = (): void => {
    this.officers = officersByLoad(people.known);
  };

  private readonly closed = (): void => {
    this.pace.stop();
    this.dispatchEvent(new CustomEvent('closed'));
  };

  private readonly outside = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) {
      (event.currentTarget as HTMLDialogElement).close();
    }
  };

  /** Asks the server for what the page does not hold: closed cases, and units. */
  private async search(): Promise<void> {
    this.asking?.abort();
    const text = searchTextOf(this.line, this.context());
    if (!text) {
      this.searching = false;
      return;
    }
    const asking = (this.asking = new AbortController());
    this.searching = true;
    try {
      const views = await searchCases(text, null, 8, asking.signal);
      this.found = views.map((view): FoundRow => ({ ...rowOf(view), unit: view.place.unit ?? null }));
    } catch (fault) {
      if (!asking.signal.aborted && fault instanceof Problem) {
        this.problem = fault;
      }
    } finally {
      if (asking === this.asking) {
        this.searching = false;
      }
    }
  }

  /** What the page holds and what the server found; the latter knows the unit, by which it may have been found. */
  private allRows(): readonly CaseRow[] {
    const found = new Set(this.found.map((row) => row.id));
    return found.size > 0 ? [...this.found, ...this.held.filter((row) => !found.has(row.id))] : this.held;
  }

  private context(): SuggestContext {
    return barContext({
      rows: this.allRows(),
      meant: (this.marked.length > 0 ? this.marked : [this.caseId]).flatMap((id) => this.rows.get(id ?? '') ?? []),
      people: this.officers,
    });
  }
}

function remember(line: string): void {
  const text = line.trim();
  const at = recent.indexOf(text);
  if (at >= 0) {
    recent.splice(at, 1);
  }
  recent.unshift(text);
  recent.length = Math.min(recent.length, MOST_RECENT);
}

declare global {
  interface HTMLElementTagNameMap {
    'command-bar': CommandBar;
  }
}
