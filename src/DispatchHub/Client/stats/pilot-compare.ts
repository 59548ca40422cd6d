import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { components } from '../api/schema';
import { instantText } from '../clocks/spoken';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { ratesOf, type Figures, type Rate } from './figures';
import { countText, percentText } from './numbers';
import { pilotWords as w } from './pilot-words';
import { partsOf } from './rows';
import { countWords, rateWords } from './words';

type Schemas = components['schemas'];
type Adoption = Schemas['PolicyAdoption'];
type Comparison = Schemas['FigureComparison'];

/** Cases under an adopted pack beside the others, where the street has adopted one; else nothing. */
@customElement('pilot-compare')
export class PilotCompare extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.5rem;
        min-width: 0;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 0.3rem 0.75rem;
        border-bottom: 1px solid var(--line);
        text-align: right;
        vertical-align: top;
      }
      th:first-child {
        text-align: left;
        font-weight: 400;
      }
      thead th {
        font-weight: 600;
        background: var(--surface-2);
      }
      td small {
        display: block;
        color: var(--text-2);
      }
      select {
        max-width: 100%;
      }
    `,
  ];

  /** The figures of the page: area, period and instant are theirs. */
  @property({ attribute: false }) figures: Figures | null = null;

  @state() private adoptions: Adoption[] = [];
  @state() private chosen: string | null = null;
  @state() private comparison: Comparison | null = null;
  @state() private problem: Problem | null = null;

  private asking: AbortController | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('figures') && this.figures) {
      void this.load(this.figures);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem) {
      return html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => this.figures && void this.load(this.figures)}>${say(w.again)}</button></div>`;
    }
    const { comparison } = this;
    if (!comparison) {
      return nothing;
    }
    const { adoption, pilot, rest } = comparison;
    return html`<section aria-labelledby="pilot">
      <h2 id="pilot">${say(w.title)}</h2>
      <label>${say(w.which)}<select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
        ${this.adoptions.map((one) => html`<option value=${one.id} ?selected=${one.id === adoption.id}>${nameOf(one)}</option>`)}
      </select></label>
      <p class="muted">${say(w.act, { at: instantText(adoption.at, 'full'), by: adoption.by, reason: adoption.reason })}</p>
      ${comparison.comparable ? nothing : html`<p class="notice">${say(w.tooFew)}</p>`}
      <div class="scroll" role="region" tabindex="0" aria-label=${say(w.table)}>
        <table>
          <thead><tr><th scope="col"><span class="visually-hidden">${say(w.rate)}</span></th><th scope="col">${say(w.pilot, { version: adoption.policy.version })}</th><th scope="col">${say(w.rest)}</th></tr></thead>
          <tbody>
            <tr><th scope="row">${say(countWords.opened)}</th><td>${countText(pilot.counts.opened)}</td><td>${countText(rest.counts.opened)}</td></tr>
            ${ratesOf(pilot, rest).map((rate) => html`<tr><th scope="row">${say(rateWords[rate] as Word)}</th>${share(pilot, rate)}${share(rest, rate)}</tr>`)}
          </tbody>
        </table>
      </div>
      <p class="muted">${say(w.since, { from: instantText(comparison.from, 'full') })}</p>
    </section>`;
  }

  private async load(figures: Figures): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const { items } = await get<{ items: Adoption[] }>(`/api/policies/adoptions?${new URLSearchParams({ area: figures.scope })}`, asking.signal);
      const begun = items.filter((one) => Date.parse(one.from) <= Date.parse(figures.asOf)).reverse();
      const chosen = begun.find((one) => one.id === this.chosen) ?? begun[0];
      const { scope, from, to, asOf } = figures;
      const comparison = chosen ? await get<Comparison>(`/api/figures/comparison?${new URLSearchParams({ scope, from, to, asOf, adoption: chosen.id })}`, asking.signal) : null;
      [this.adoptions, this.comparison, this.problem] = [begun, comparison, null];
    } catch (fault) {
      if (asking.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      [this.comparison, this.problem] = [null, fault];
    }
  }

  private choose(id: string): void {
    this.chosen = id;
    if (this.figures) {
      void this.load(this.figures);
    }
  }
}

function nameOf(one: Adoption): string {
  return say(w.option, { policy: `${one.policy.id} ${one.policy.version}`, areas: one.areas.map((area) => city.scopeName(area)).join(say(w.and)), from: instantText(one.from, 'full') });
}

/** A share with what it is made of. */
function share(total: Figures['total'], rate: Rate): TemplateResult {
  const { part, whole } = partsOf(total, rate);
  return html`<td>${percentText(total.rates[rate])}<small>${countText(part)} / ${countText(whole)}</small></td>`;
}
