import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get, newKey, post } from '../../api/http';
import type { Problem } from '../../api/problem';
import type { CaseView } from '../../api/types';
import { followLink } from '../../app/follow-link';
import { instantText } from '../../clocks/spoken';
import { problemOf } from '../../commands/give-command';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say } from '../../words/say';
import { clockChips, mediationWaits } from '../dossier-clock';
import { estateCss } from '../estates/estate-css';
import '../sessions/session-forms';
import { typed } from '../typed';
import './mediation-forms';
import type { Mediation, MediationList } from './types';
import { mediationStateWords, mediationWords as w } from './words';

/** One mediation; where its case has none yet, the form that opens it. */
@customElement('mediation-view')
export class MediationView extends LitElement {
  static override styles = [shared, estateCss];

  @property() override id = '';
  /** The case that it was asked for from; empty for none. */
  @property() caseId = '';
  @state() private mediation: Mediation | null = null;
  @state() private case: CaseView | null = null;
  @state() private problem: Problem | null = null;
  @state() private said = '';

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('id')) {
      [this.mediation, this.case] = [null, null];
      void this.load();
    }
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.said}</p>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      ${this.mediation ? this.shown(this.mediation)
        : this.case ? html`<section><open-mediation-form .case=${this.case} @opened=${() => void this.load()}></open-mediation-form></section>`
        : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}`;
  }

  private shown(one: Mediation): TemplateResult {
    const may = (command: string): boolean => (one.may ?? []).includes(command);
    return html`<h2>${typed(one.matter)}</h2>
      <p><span class=${`chip ${one.state === 'kept' ? 'normal' : 'off'}`}>${say(mediationStateWords[one.state])}</span> ${clockChips(one.clocks, mediationWaits(one))}
        <span class="muted">${city.communityName(one.communityId)} · ${say(w.opened, { at: instantText(one.openedAt) })}</span>
        ${one.caseId ? html`<a href=${`/cases/${one.caseId}`} @click=${followLink}>${say(w.fromCase)}</a>` : nothing}</p>
      <div class="lists">
        <section aria-labelledby="parties"><h3 id="parties">${say(w.partiesOf)}</h3><ul>${one.parties.map((party) => html`<li>${typed(party)}</li>`)}</ul></section>
        <section aria-labelledby="sessions"><h3 id="sessions">${say(w.sessions)} (${one.sessions.length})</h3>
          ${one.sessions.length === 0 ? html`<p class="muted">${say(w.noSessions)}</p>` : nothing}
          <ul>${one.sessions.map((each) => html`<li><strong>${instantText(each.at)}</strong> ${typed(each.mediator)}: ${typed(each.said)}${each.agreement ? html`<br />${say(w.agreed)} ${typed(each.agreement)}` : nothing}</li>`)}</ul>
          ${one.outcome ? html`<p>${say(w.outcome)}: ${typed(one.outcome)}</p>` : nothing}
          ${may('hold') ? html`<mediation-held-form .give=${this.give}></mediation-held-form>` : nothing}
          ${may('follow-up') ? html`<follow-up-form .give=${this.give}></follow-up-form>` : nothing}
          ${may('give-up') ? html`<reason-form .heading=${say(w.giveUp)} command="give-up" .give=${this.give}></reason-form>` : nothing}
        </section>
      </div>`;
  }

  /** @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post(`/api/mediations/${this.id}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  private async load(): Promise<void> {
    try {
      this.mediation = this.caseId
        ? ((await get<MediationList>(`/api/mediations/of-case/${this.caseId}`)).items[0] ?? null)
        : await get<Mediation>(`/api/mediations/${this.id}`);
      this.case = this.mediation ? null : await get<CaseView>(`/api/cases/${this.caseId}`);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mediation-view': MediationView;
  }
}
