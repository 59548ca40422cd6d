import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { roleName } from '../words/terms';
import { formWords as w } from './form-words';
import { problemOf } from './give-command';
import type { OfferRanking, Person } from '../api/types';
import { leftOutText, reasonsOf } from '../case/offer-words';
import { byRanking, mayRank, readCandidates } from './candidates';
import { people } from './people';

/** Who goes on visits, those with the least to do first. */
export function officersByLoad(all: readonly Person[]): Person[] {
  return all
    .filter((one) => one.role === 'officer' || one.role === 'captain')
    .sort((a, b) => (a.openCases ?? 0) - (b.openCases ?? 0) || a.userName.localeCompare(b.userName, 'en', { numeric: true }));
}

/** Chooses officers, in the order of the case's ranking or by how much they have to do. Sends `change`; `chosen` is in the order of choosing. */
@customElement('officer-picker')
export class OfficerPicker extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 0.35rem;
        max-height: 15rem;
        overflow: auto;
        padding: 2px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        border: 1px solid var(--line);
        border-radius: 6px;
        padding: 0.35rem 0.5rem;
        min-height: 2.6rem;
        cursor: pointer;
      }
      label:has(input:checked) {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
      label:has(input:focus-visible) {
        outline: 2px solid var(--focus);
      }
      input {
        min-height: 0;
        width: 1.1rem;
        height: 1.1rem;
        margin: 0;
        accent-color: var(--accent);
      }
      .name {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .name small {
        display: block;
      }
      p {
        margin-top: 0.3rem;
      }
    `,
  ];

  @property({ attribute: false }) chosen: readonly string[] = [];
  /** The case that they are chosen for: its ranking gives the order, and a reason for each place. */
  @property() caseId = '';
  @property({ type: Number }) least = 1;
  /** The name of the group, for those who do not see it. */
  @property() label = '';
  @state() private officers: Person[] | null = null;
  @state() private ranking: OfferRanking | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    if (this.problem) {
      return html`<p class="critical" role="alert">${problemText(this.problem)}</p>
        <button type="button" @click=${() => void this.load()}>${say(w.retry)}</button>`;
    }
    if (!this.officers) {
      return html`<p class="muted" role="status">${say(w.loading)}</p>`;
    }
    return html`<div class="people" role="group" aria-label=${this.label}>
        ${this.officers.map((one) => this.one(one))}
        ${this.officers.length === 0 ? html`<p class="muted">${say(w.noPeople)}</p>` : nothing}
      </div>
      <p class="muted" aria-live="polite">${say(w.officersHint, { chosen: this.chosen.length, n: this.least })}</p>`;
  }

  private one(person: Person): TemplateResult {
    return html`<label>
      <input type="checkbox" .checked=${this.chosen.includes(person.userName)} @change=${() => this.toggle(person.userName)} />
      <span class="name">${person.displayName || person.userName}<small class="muted">${this.reasons(person)}</small></span>
      <span class="muted">${person.openCases ? say(w.openCases, { n: person.openCases }) : say(w.free)}</span>
    </label>`;
  }

  private reasons(person: Person): string {
    const ranked = this.ranking?.best.find((one) => one.userName === person.userName);
    const leftOut = this.ranking?.leftOut.find((one) => one.userName === person.userName);
    return ranked ? reasonsOf(ranked.reasons) : leftOut ? leftOutText(leftOut) : roleName(person.role);
  }

  private toggle(userName: string): void {
    this.chosen = this.chosen.includes(userName) ? this.chosen.filter((one) => one !== userName) : [...this.chosen, userName];
    this.dispatchEvent(new Event('change'));
  }

  private async load(): Promise<void> {
    this.problem = null;
    try {
      const [all, ranking] = await Promise.all([people.list(), this.caseId && mayRank() ? readCandidates(this.caseId) : null]);
      this.ranking = ranking;
      this.officers = ranking ? byRanking(officersByLoad(all), ranking) : officersByLoad(all);
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}
