import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { city } from '../api/city';
import { get } from '../api/http';
import type { Problem } from '../api/problem';
import { scopeParts, type CaseView } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { tabTitle } from '../app/tab-title';
import '../case/case-panel';
import { calendars } from '../clocks/working-time';
import { problemOf } from '../commands/give-command';
import { commandName } from '../commands/registry';
import { runCommand, type Running } from '../commands/run-command';
import type { Applied } from '../feed/board-state';
import { pageState } from '../feed/page-state';
import { ScopeWatch } from '../feed/scope-watch';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText, problemWords } from '../words/problems';
import { say, type Word } from '../words/say';
import type { CallAct } from './department-call';
import './department-call';
import { callsOf } from './calls';
import { departmentWords as w } from './words';

/** A department's own cases: those that it was called to and has not answered, with one tap for reporting in and for its answer. */
@customElement('dispatch-department')
export class DepartmentPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-width: 46rem;
        margin: 0 auto;
        padding: 0.75rem;
      }
      h1 {
        font-size: 1.25rem;
      }
      ul {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      dialog {
        width: min(46rem, 100vw);
        max-width: none;
        height: 100dvh;
        max-height: none;
        margin: 0 0 0 auto;
        padding: 0;
        border: 0;
        color: inherit;
        background: var(--surface);
      }
    `,
  ];

  /** The cases as they were read last, by id. */
  @state() private cases: ReadonlyMap<string, CaseView> = new Map();
  @state() private read = false;
  @state() private problem: Problem | null = null;
  @state() private done = '';
  private readonly scope = session.who!.area!;
  private readonly department = scopeParts(this.scope).id;
  private watch: ScopeWatch | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new ScopeWatch(this.scope, { applied: this.applied, stateChanged: this.freshness });
    this.freshness();
    calendars.addEventListener('change', this.again);
    city.addEventListener('change', this.again);
    navigation.addEventListener('change', this.again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.stop();
    this.watch = null;
    pageState.tell(null);
    tabTitle.setLate(0);
    calendars.removeEventListener('change', this.again);
    city.removeEventListener('change', this.again);
    navigation.removeEventListener('change', this.again);
  }

  protected override render(): TemplateResult {
    const name = city.scopeName(this.scope);
    const refusal = this.watch?.state === 'refused' ? this.watch.refusal : null;
    if (refusal !== null) {
      const word = (problemWords as Record<string, Word>)[refusal] ?? problemWords.unexpected;
      return html`<h1>${name}</h1><p role="alert">${say(word)}</p>`;
    }
    const calls = callsOf([...this.cases.values()], this.department);
    return html`<h1>${name}</h1>
      <p role="status">${this.done}</p>
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${!this.read ? html`<p aria-busy="true">${say(w.loading)}</p>` : calls.length === 0 ? html`<p class="muted">${say(w.none)}</p>` : nothing}
      <ul>
        ${repeat(calls, (call) => call.view.id, (call) => html`<li><department-call .call=${call} @open=${this.open} @act=${this.act}></department-call></li>`)}
      </ul>
      ${this.drawer()}`;
  }

  private drawer(): TemplateResult | typeof nothing {
    const id = navigation.query.get('case');
    return id === null
      ? nothing
      : html`<dialog aria-label=${say(w.details)} @close=${this.close}><case-panel .caseId=${id} @closed=${this.close}></case-panel></dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  /** A row tells that something happened; what the department's part became stands in the case itself. */
  private readonly applied = (applied: Applied): void => {
    const { rows } = this.watch!.board;
    void this.look(applied.all ? [...rows.keys()] : applied.changed, (id) => rows.has(id));
  };

  private async look(ids: readonly string[], holds: (id: string) => boolean): Promise<void> {
    try {
      const views = await Promise.all(ids.map((id) => get<CaseView>(`/api/cases/${encodeURIComponent(id)}`)));
      const next = new Map([...this.cases].filter(([id]) => holds(id)));
      for (const view of views.filter((one) => holds(one.id))) {
        next.set(view.id, view);
      }
      this.cases = next;
      this.read = true;
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly act = async (event: CustomEvent<{ view: CaseView; act: CallAct }>): Promise<void> => {
    const { view, act } = event.detail;
    const running: Running = act === 'solved' ? { body: { solved: true } } : act === 'unsolved' ? { initial: { choice: false } } : {};
    const name = act === 'report-in' ? 'department-report-in' : 'department-answer';
    const outcome = await runCommand(view, name, running);
    this.problem = outcome.kind === 'refused' ? outcome.problem : null;
    this.done = outcome.kind === 'given' ? say(w.given, { command: commandName(name), number: view.number }) : '';
    if (outcome.kind === 'given') {
      this.cases = new Map(this.cases).set(view.id, outcome.case);
    }
  };

  private readonly open = (event: CustomEvent<{ id: string }>): void => navigation.note({ case: event.detail.id });

  private readonly close = (): void => navigation.note({ case: null });

  private readonly again = (): void => this.requestUpdate();

  private readonly freshness = (): void => {
    pageState.tell(this.watch);
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-department': DepartmentPage;
  }
}
