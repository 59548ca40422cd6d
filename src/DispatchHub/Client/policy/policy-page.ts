import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get } from '../api/http';
import type { Problem } from '../api/problem';
import type { components } from '../api/schema';
import type { CityTime } from '../api/types';
import { instantText } from '../clocks/spoken';
import { problemOf } from '../commands/give-command';
import { people } from '../commands/people';
import { cityClock } from '../feed/city-clock';
import { documentCss } from '../parts/document-css';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { findingText, packText, type CalendarFinding } from './pack-words';
import './pack-trial';
import { policyCss } from './policy-css';
import { policyWords as w } from './words';

type Schemas = components['schemas'];
type Overview = Schemas['PolicyOverview'];

/** By which rules cases are opened, since when and by whose word; below, other rules are tried and adopted. */
@customElement('dispatch-policy')
export class PolicyPage extends LitElement {
  static override styles = [shared, documentCss, policyCss];

  @state() private overview: Overview | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    city.addEventListener('change', this.renew);
    people.addEventListener('change', this.renew);
    people.want();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    city.removeEventListener('change', this.renew);
    people.removeEventListener('change', this.renew);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head"><h1>${say(w.title)}</h1></div>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      ${this.overview ? this.parts(this.overview) : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}
    </div>`;
  }

  private parts(overview: Overview): TemplateResult {
    return html`<p class="muted">${say(w.how)}</p>
      ${this.inForce(overview)} ${this.calendars(overview)}
      ${overview.mayAdopt ? html`<pack-trial .overview=${overview} @adopted=${() => void this.load()}></pack-trial>` : nothing}
      ${this.record(overview)}`;
  }

  private inForce(overview: Overview): TemplateResult {
    return html`<section>
      <div class="scroll" role="region" tabindex="0" aria-label=${say(w.title)}>
        <table>
          <thead><tr>${[w.where, w.pack, w.since, w.by, w.why, w.next].map((one) => html`<th scope="col">${say(one)}</th>`)}</tr></thead>
          <tbody>${overview.inForce.map(({ area, policy, adoption, next }) => html`<tr>
            <th scope="row">${city.scopeName(area)}</th><td>${this.nameOf(policy)}</td>
            <td>${adoption ? instantText(adoption.from, 'full') : say(w.settings)}</td><td>${adoption ? people.nameOf(adoption.by) : ''}</td>
            <td>${adoption?.reason ?? ''}</td><td>${next ? say(w.nextOne, { version: next.policy.version, from: instantText(next.from, 'full') }) : ''}</td>
          </tr>`)}</tbody>
        </table>
      </div>
    </section>`;
  }

  private calendars(overview: Overview): TemplateResult {
    const findings = overview.packs.filter((pack) => pack.inUse).flatMap((pack) => pack.findings);
    const once = new Map<string, CalendarFinding>(findings.map((one) => [`${one.code} ${one.calendar}`, one]));
    return html`<section aria-labelledby="calendars">
      <h2 id="calendars">${say(w.calendars)}</h2>
      ${once.size === 0 ? html`<p class="muted">${say(w.allWell)}</p>` : html`<ul>${[...once.values()].map((one) => html`<li>${findingText(one)}</li>`)}</ul>`}
    </section>`;
  }

  private record(overview: Overview): TemplateResult {
    const line = (one: Schemas['PolicyAdoption']) => say(w.act, {
      pack: this.nameOf(one.policy), areas: one.areas.map((area) => city.scopeName(area)).join(say(w.and)),
      from: instantText(one.from, 'full'), by: people.nameOf(one.by), reason: one.reason,
    });
    return html`<section aria-labelledby="record">
      <h2 id="record">${say(w.record)}</h2>
      ${overview.adoptions.length === 0 ? html`<p class="muted">${say(w.none)}</p>` : html`<ul>${overview.adoptions.map((one) => html`<li>${line(one)}</li>`)}</ul>`}
    </section>`;
  }

  private nameOf(policy: Schemas['PolicyName']): string {
    return packText(this.overview?.packs.find((one) => one.policy.id === policy.id && one.policy.version === policy.version)?.title, policy);
  }

  private async load(): Promise<void> {
    try {
      cityClock.set(await get<CityTime>('/api/clock'));
      this.overview = await get<Overview>('/api/policies');
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly renew = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-policy': PolicyPage;
  }
}
