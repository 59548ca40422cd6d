import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { newKey } from '../api/http';
import type { CaseRow, Priority, Surge } from '../api/types';
import { instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { problemOf } from '../commands/give-command';
import { instantOf, wallTime } from '../commands/zone-time';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { priorityWords } from '../words/terms';
import './surge-types';
import { typesText, type SurgeTypes } from './surge-types';
import { surgeWords as w } from './surge-words';
import { frozenBy, surges } from './surges';

const HOUR_MS = 3_600_000;

/** What a form over the page is for: a new surge, or the end of one. */
type Asked = { kind: 'declare' } | { kind: 'end'; surge: Surge };

/** The surges in force over the board, with how to end one; and the form by which a supervisor declares one. */
@customElement('surge-bar')
export class SurgeBar extends LitElement {
  static override styles = [
    shared,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 1rem;
        margin: 0;
        padding: 0.4rem 0.75rem;
        background: var(--caution-soft);
        border-bottom: 1px solid var(--line);
      }
      .bar button {
        margin-left: auto;
      }
      dialog {
        width: min(28rem, calc(100vw - 1rem));
        border: 1px solid var(--line);
        border-radius: 10px;
        padding: 1rem;
        background: var(--surface);
        color: var(--text);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      header,
      footer {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.5rem;
      }
      form {
        display: grid;
        gap: 0.7rem;
      }
      select,
      input,
      textarea {
        width: 100%;
        min-width: 0;
        min-height: 2.75rem;
      }
      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  /** The board's open cases, in which the clocks that stand still are counted. */
  @property({ attribute: false }) rows: ReadonlyMap<string, CaseRow> = new Map();
  /** Counts up when the rows have changed. */
  @property({ attribute: false }) version = 0;
  @property() street = '';
  /** The person may declare and end surges. */
  @property({ type: Boolean }) orders = false;
  @state() private asked: Asked | null = null;
  @state() private fault = '';
  @state() private busy = false;
  private key = newKey();
  /** When the form was opened, city ms. */
  private opened = 0;
  @query('surge-types') private types!: SurgeTypes;
  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    surges.addEventListener('change', this.renew);
    surges.start(`street:${this.street}`);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) {
      surges.heard(this.rows.values());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    surges.removeEventListener('change', this.renew);
    surges.stop();
  }

  /** Opens the form for a new surge. */
  begin(): void {
    this.ask({ kind: 'declare' });
  }

  protected override render(): TemplateResult {
    return html`${surges.inForce(cityClock.now()).map((one) => this.bar(one))}
      <dialog aria-labelledby="title" @close=${() => (this.asked = null)} @keydown=${(event: Event) => event.stopPropagation()}>${this.asked ? this.form(this.asked) : nothing}</dialog>`;
  }

  private bar(surge: Surge): TemplateResult {
    const said = say(w.bar, { area: city.scopeName(String(surge.scope)), until: instantText(surge.until), n: frozenBy(surge.id, this.rows.values()) });
    return html`<div class="bar">
      <strong role="status">${icon('pause')} ${said}${surge.raise ? say(w.barRaised, { priority: say(priorityWords[surge.raise]) }) : ''}${surge.types.length > 0 ? say(w.barTypes, { types: typesText(surge.types) }) : ''}</strong>
      <span>${say(w.barWhy, { person: people.nameOf(surge.by), reason: surge.reason })}</span>
      ${surge.carried ? nothing : html`<span class="muted">${say(w.carrying)}</span>`}
      ${this.orders ? html`<button @click=${() => this.ask({ kind: 'end', surge })}>${icon('play')}${say(w.end)}</button>` : nothing}
    </div>`;
  }

  private form(asked: Asked): TemplateResult {
    return html`<form @submit=${this.submit}>
      <header><h2 id="title">${say(asked.kind === 'declare' ? w.declare : w.end)}</h2>
        <button type="button" class="plain" aria-label=${say(w.cancel)} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
      <p class="muted">${say(asked.kind === 'declare' ? w.declareHint : w.endHint)}</p>
      ${asked.kind === 'declare' ? this.fields() : nothing}
      <label>${say(w.reason)}<textarea name="reason" rows="2" required maxlength="500"></textarea></label>
      ${this.fault ? html`<p class="critical" role="alert">${this.fault}</p>` : nothing}
      <footer><button type="button" @click=${() => this.dialog.close()}>${say(w.cancel)}</button>
        <button class="primary" ?disabled=${this.busy}>${say(asked.kind === 'declare' ? w.declare : w.end)}</button></footer>
    </form>`;
  }

  private fields(): TemplateResult {
    const until = Math.ceil((this.opened + HOUR_MS) / HOUR_MS) * HOUR_MS;
    return html`<label>${say(w.area)}<select name="scope">
        <option value=${`street:${this.street}`}>${city.scopeName(`street:${this.street}`)}</option>
        ${(city.territory?.communities ?? []).map((one) => html`<option value=${`community:${one.id}`}>${city.communityName(one.id)}</option>`)}
      </select></label>
      <surge-types></surge-types>
      <label>${say(w.until)}<input type="datetime-local" name="until" required value=${wallTime(until, cityClock.zone)} /></label>
      <label>${say(w.raise)}<select name="raise"><option value="">${say(w.raiseNot)}</option>
        ${(['High', 'Urgent'] as const).map((one) => html`<option value=${one}>${say(priorityWords[one])}</option>`)}
      </select></label>`;
  }

  private ask(asked: Asked): void {
    this.fault = '';
    this.key = newKey();
    this.opened = cityClock.now();
    this.asked = asked;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    const asked = this.asked;
    if (!asked || this.busy) {
      return;
    }
    this.busy = true;
    this.fault = '';
    try {
      if (asked.kind === 'end') {
        await surges.end(asked.surge.id, text('reason'));
      } else {
        const until = new Date(instantOf(text('until'), cityClock.zone) ?? this.opened).toISOString();
        const types = this.types.chosen;
        const raise = text('raise') ? { raise: text('raise') as Priority } : {};
        await surges.declare({ scope: text('scope'), until, reason: text('reason'), ...raise, ...(types.length > 0 ? { types } : {}) }, this.key);
      }
      this.dialog.close();
    } catch (fault) {
      const problem = problemOf(fault);
      this.fault = problemText(problem);
      this.key = problem.code === 'idempotency-key-reused' ? newKey() : this.key;
    } finally {
      this.busy = false;
    }
  };

  private readonly renew = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'surge-bar': SurgeBar;
  }
}
