import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { readCase, searchCases } from '../case/case-data';
import { isEnded } from '../feed/board-state';
import { Pace } from '../feed/pace';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { formWords as w } from './form-words';
import { problemOf } from './give-command';

/** Real ms between two searches while somebody types. */
const SEARCH_EVERY_MS = 250;

/** Finds another open case of the same street: those marked as possibly the same first, others by search. Sends `change`. */
@customElement('case-picker')
export class CasePicker extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.4rem;
      }
      input[type='search'] {
        width: 100%;
      }
      .found {
        display: grid;
        gap: 0.3rem;
        max-height: 14rem;
        overflow: auto;
        padding: 2px;
      }
      label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        border: 1px solid var(--line);
        border-radius: 6px;
        padding: 0.35rem 0.5rem;
        cursor: pointer;
      }
      label:has(input:checked) {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      label input {
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .what {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  /** The case that is going to be merged. */
  @property({ attribute: false }) of!: CaseView;
  @property() chosen = '';
  /** The name of the search field, for those who do not see it. */
  @property() label = '';
  @state() private possible: CaseView[] = [];
  @state() private found: CaseView[] | null = null;
  @state() private problem: Problem | null = null;
  private text = '';
  private asking: AbortController | null = null;
  private readonly pace = new Pace(() => void this.search(), SEARCH_EVERY_MS);

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadPossible();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pace.stop();
    this.asking?.abort();
  }

  protected override render(): TemplateResult {
    const shown = this.found ?? this.possible;
    return html`
      <input type="search" aria-label=${this.label} placeholder=${say(w.searchCase)} autocomplete="off" @input=${this.typed} />
      ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${!this.found && this.possible.length > 0 ? html`<p class="muted">${say(w.possible)}</p>` : nothing}
      <div class="found" role="radiogroup" aria-label=${this.label} aria-live="polite">
        ${shown.map((one) => this.one(one))}
        ${this.found?.length === 0 ? html`<p class="muted">${say(w.noCaseFound)}</p>` : nothing}
      </div>
    `;
  }

  private one(view: CaseView): TemplateResult {
    return html`<label>
      <input type="radio" name="case" .checked=${this.chosen === view.id} @change=${() => this.choose(view.id)} />
      <span class="what"><strong>${view.number}</strong> ${city.typeName(view.type, view.title)}<br /><span class="muted">${city.placeName(view.place)} ${view.place.unit ?? ''}</span></span>
      ${statusMark(view.status)}
    </label>`;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value.trim();
    this.pace.ask();
  };

  private choose(id: string): void {
    this.chosen = id;
    this.dispatchEvent(new Event('change'));
  }

  private async loadPossible(): Promise<void> {
    const views = await Promise.allSettled(this.of.possibleDuplicates.slice(0, 5).map((id) => readCase(id)));
    this.possible = views.flatMap((one) => (one.status === 'fulfilled' && this.fits(one.value) ? [one.value] : []));
  }

  private async search(): Promise<void> {
    this.asking?.abort();
    if (!this.text) {
      this.found = null;
      return;
    }
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const found = await searchCases(this.text, `street:${this.of.streetId}`, 20, signal);
      this.found = found.filter((one) => this.fits(one));
      this.problem = null;
    } catch (fault) {
      if (!signal.aborted) {
        this.problem = problemOf(fault);
      }
    }
  }

  private fits(view: CaseView): boolean {
    return view.id !== this.of.id && view.streetId === this.of.streetId && !isEnded(view);
  }
}
