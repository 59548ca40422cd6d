import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import { scopeParts } from '../api/types';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { GROUPINGS, type Grouping } from './figures';
import { PERIODS, type Period, type Question } from './question';
import { groupingWords, periodWords, statsWords as w } from './words';

/** What is counted: area, period, grouping, instant. Sends `question-changed` with what changed. */
@customElement('question-form')
export class QuestionForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: end;
      }
      label {
        color: var(--text-2);
        font-size: 0.85rem;
      }
      select,
      input,
      button {
        height: 2.2rem;
      }
      select {
        max-width: 15rem;
      }
      @media (max-width: 640px) {
        form {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        select,
        input {
          width: 100%;
          max-width: none;
          height: 2.75rem;
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
      @media print {
        form {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) question!: Question;
  /** First and last day of the question's period, as a named period has them now. */
  @property({ attribute: false }) days = { from: '', to: '' };
  /** The largest area that this person may ask for. */
  @property() area = '';
  /** Local time of the street now; nothing later can be asked for. */
  @property() now = '';

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { period, by, asOf } = this.question;
    const { from, to } = this.days;
    return html`<form aria-label=${say(w.question)} @submit=${(event: Event) => event.preventDefault()}>
      <label class="wide">${say(w.scope)}${this.areas()}</label>
      <label>${say(w.by)}
        <select @change=${(event: Event) => this.say({ by: valueOf(event) as Grouping })}>
          ${this.groupings().map((one) => html`<option value=${one} ?selected=${one === by}>${say(groupingWords[one])}</option>`)}
        </select>
      </label>
      <label>${say(w.period)}
        <select @change=${(event: Event) => this.choosePeriod(valueOf(event))}>
          ${PERIODS.map((one) => html`<option value=${one} ?selected=${one === period}>${say(periodWords[one])}</option>`)}
          <option value="own" ?selected=${typeof period !== 'string'}>${say(w.ownPeriod)}</option>
        </select>
      </label>
      <label>${say(w.from)}<input type="date" .value=${from} @change=${(event: Event) => this.chooseDays({ from: valueOf(event), to })} /></label>
      <label>${say(w.to)}<input type="date" .value=${to} @change=${(event: Event) => this.chooseDays({ from, to: valueOf(event) })} /></label>
      <label class="wide">${say(w.asOf)}<input type="datetime-local" max=${this.now} .value=${asOf ?? ''} @change=${(event: Event) => this.say({ asOf: valueOf(event) || null })} /></label>
      ${asOf ? html`<button type="button" @click=${() => this.say({ asOf: null })}>${say(w.now)}</button>` : nothing}
    </form>`;
  }

  private areas(): TemplateResult {
    const { kind, id } = scopeParts(this.area);
    const communities = (city.territory?.communities ?? []).filter((community) => kind === 'street' || community.id === id);
    const option = (scope: string, name: string): TemplateResult => html`<option value=${scope} ?selected=${scope === this.question.scope}>${name}</option>`;
    return html`<select @change=${(event: Event) => this.say({ scope: valueOf(event) })}>
      ${kind === 'street' ? option(this.area, city.scopeName(this.area)) : nothing}
      <optgroup label=${say(w.communities)}>
        ${communities.map((community) => option(`community:${community.id}`, sayName(community.name, community.id)))}
      </optgroup>
      ${communities.map(
        (community) => html`<optgroup label=${say(w.grids, { community: sayName(community.name, community.id) })}>
          ${(city.territory?.grids ?? []).filter((grid) => grid.communityId === community.id).map((grid) => option(`grid:${grid.id}`, city.gridName(grid.id)))}
        </optgroup>`,
      )}
    </select>`;
  }

  /** Groupings with more than one row to show, and the one that is chosen anyway. */
  private groupings(): Grouping[] {
    const { kind } = scopeParts(this.question.scope);
    const single: Grouping[] = kind === 'grid' ? ['street', 'community', 'grid'] : kind === 'community' ? ['street', 'community'] : ['street'];
    return GROUPINGS.filter((one) => !single.includes(one) || one === this.question.by);
  }

  private choosePeriod(value: string): void {
    this.say({ period: value === 'own' ? this.days : (value as Period) });
  }

  private chooseDays(days: { from: string; to: string }): void {
    if (days.from && days.to) {
      this.say({ period: days });
    }
  }

  private say(changes: Partial<Question>): void {
    this.dispatchEvent(new CustomEvent('question-changed', { detail: changes, bubbles: true, composed: true }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
