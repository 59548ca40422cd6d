import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get, newKey, post } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { instantText } from '../../clocks/spoken';
import { problemOf } from '../../commands/give-command';
import { people } from '../../commands/people';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { say, sayName } from '../../words/say';
import { DossierPage } from '../dossier-page';
import { estateCss } from '../estates/estate-css';
import { spotWords } from '../estates/words';
import '../secured-picture';
import type { EstateView, ForecastOutcomes, ReviewParty, ReviewView } from '../types';
import './review-forms';
import { reviewPartyWords, reviewStateWords, reviewWords as w } from './words';

/** A joint review, for a tablet that goes from hand to hand: agenda, findings, forecast, what is left, and five signatures. */
@customElement('dispatch-review')
export class ReviewPage extends DossierPage {
  static override styles = [shared, documentCss, estateCss];

  @state() private review: ReviewView | null = null;
  @state() private estate: EstateView | null = null;
  @state() private outcomes: ForecastOutcomes | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    people.want();
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <p class="visually-hidden" role="status">${this.said}</p>
      <h1>${say(w.title)}</h1>
      ${this.fault()}
      ${this.review ? this.shown(this.review) : this.problem ? nothing : html`<p role="status">${say(this.asked ? w.loading : w.missing)}</p>`}
    </div>`;
  }

  private shown(review: ReviewView): TemplateResult {
    const may = (command: string): boolean => review.may.includes(command);
    return html`<p><strong>${sayName(review.estate)}</strong> · ${say(w.handOver, { day: review.handOverOn })} · ${say(reviewStateWords[review.state])}
        <a class="button" href=${`/estates/${review.estateId}`} @click=${followLink}>${say(w.estate)}</a></p>
      ${review.state === 'finished' ? html`<p class="notice">${say(w.finished)}</p>` : nothing}
      <div class="lists">
        <section aria-labelledby="agenda"><h2 id="agenda">${say(w.agenda)}</h2><ul>${review.agenda.map((line) => html`<li>${line}</li>`)}</ul></section>
        <section aria-labelledby="findings"><h2 id="findings">${say(w.findings)} (${review.findings.length})</h2>
          <ul>${review.findings.map((one) => html`<li><strong>${this.place(one.planId, one.spotId, one.unit)}</strong> ${one.what}
            ${one.evidenceIds.map((id) => html`<secured-picture .src=${`/api/reviews/${review.id}/images/${id}`} alt=${one.what}></secured-picture>`)}</li>`)}</ul>
          ${may('record-finding') ? html`<finding-form .estate=${this.estate} .give=${this.give}></finding-form>` : nothing}
        </section>
        <section aria-labelledby="forecast"><h2 id="forecast">${say(w.forecast)} (${review.forecast.length})</h2>
          <ul>${review.forecast.map((one, n) => html`<li><strong>${city.typeName(one.type)}</strong> ${this.place(one.planId, one.spotId)}<br />${one.why} ${this.outcome(n)}</li>`)}</ul>
          ${this.outcomes && Number(this.outcomes.unforeseen) > 0 ? html`<p class="muted">${say(w.unforeseen, { n: Number(this.outcomes.unforeseen) })}</p>` : nothing}
          ${may('foresee-harm') && this.estate ? html`<forecast-form .estate=${this.estate} .give=${this.give}></forecast-form>` : nothing}
        </section>
        <section aria-labelledby="items"><h2 id="items">${say(w.items)} (${review.items.filter((item) => !item.doneAt).length})</h2>
          <ul>${review.items.map((item) => html`<li>${item.what} <span class="muted">${say(w.dueBy, { party: say(reviewPartyWords[item.owner]), day: item.dueOn })}${item.doneAt ? ` · ${say(w.doneAt, { at: instantText(item.doneAt) })}` : ''}</span>
            ${!item.doneAt && may('close-item') ? html`<button aria-label=${say(w.closeItem, { what: item.what })} ?disabled=${this.busy} @click=${() => void this.do('close-item', { itemId: item.id })}>${icon('check')}${say(w.close)}</button>` : nothing}</li>`)}</ul>
          ${may('leave-item') ? html`<item-form .give=${this.give}></item-form>` : nothing}
        </section>
        <section aria-labelledby="signatures"><h2 id="signatures">${say(w.signatures)} (${review.signatures.length}/5)</h2>
          <ul>${(Object.keys(reviewPartyWords) as ReviewParty[]).map((party) => this.signature(review, party))}</ul>
          ${review.signatures.length > 0 && review.state === 'open' ? html`<p class="muted">${say(w.voids)}</p>` : nothing}
          ${may('finish-review') ? html`<div class="acts"><button class="primary" ?disabled=${this.busy} @click=${() => void this.do('finish-review', {})}>${icon('flag')}${say(w.finish)}</button></div>` : nothing}
        </section>
      </div>`;
  }

  private signature(review: ReviewView, party: ReviewParty): TemplateResult {
    const signed = review.signatures.find((one) => one.party === party);
    const name = say(reviewPartyWords[party]);
    return html`<li><strong>${name}</strong> <span class="muted">${signed ? say(w.signed, { by: people.nameOf(signed.by), at: instantText(signed.at) }) : say(w.unsigned)}</span>
      ${!signed && review.signsAs === party && review.may.includes('sign-review')
        ? html`<div class="acts"><button class="primary" ?disabled=${this.busy} @click=${() => void this.do('sign-review', { party })}>${icon('edit')}${say(w.signFor, { party: name })}</button></div>`
        : nothing}</li>`;
  }

  private outcome(n: number): TemplateResult | typeof nothing {
    const cases = this.outcomes?.items[n]?.caseIds;
    return cases ? html`<span class=${`chip ${cases.length > 0 ? 'serious' : 'off'}`}>${cases.length > 0 ? say(w.cameTrue, { n: cases.length }) : say(w.notYet)}</span>
      ${cases.map((id, one) => html` <a href=${`/cases/${id}`} @click=${followLink}>#${one + 1}</a>`)}` : nothing;
  }

  private place(planId?: string | null, spotId?: string | null, unit?: string | null): string {
    const plan = this.estate?.plans.find((one) => one.id === planId);
    const spot = plan?.spots.find((one) => one.id === spotId);
    return [plan ? sayName(plan.name) : planId, spot ? say(spotWords[spot.kind]) : spotId, unit].filter(Boolean).join(' · ') || say(w.whole);
  }

  private get asked(): string | null {
    return /^\/reviews\/([\w.-]+)$/.exec(navigation.path)?.[1] ?? null;
  }

  /** @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post(`/api/reviews/${this.asked}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  private async do(command: string, body: object): Promise<void> {
    this.busy = true;
    try {
      await this.give(command, body);
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  }

  /** @throws Problem when it is refused. */
  protected override async read(): Promise<void> {
    const id = this.asked;
    if (!id) {
      return;
    }
    const review = await get<ReviewView>(`/api/reviews/${id}`);
    const [estate, outcomes] = await Promise.all([
      get<EstateView>(`/api/estates/${review.estateId}`),
      review.state === 'finished' ? get<ForecastOutcomes>(`/api/reviews/${id}/outcomes`) : null,
    ]);
    [this.review, this.estate, this.outcomes, this.problem] = [review, estate, outcomes, null];
  }

  protected override leave(): void {
    this.review = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-review': ReviewPage;
  }
}
