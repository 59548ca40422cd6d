import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get, newKey, post } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { session } from '../../app/session';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { say, sayName } from '../../words/say';
import { DossierPage } from '../dossier-page';
import { reviewStateWords } from '../reviews/words';
import type { EstateList, EstateSummary, EstateView, ReviewList, ReviewView } from '../types';
import './estate-forms';
import { estateCss } from './estate-css';
import './plan-section';
import { estateWords as w, handOverWords, partyWords, spotWords } from './words';

const REVIEWS = 50;

/** The estates of one's area, and one of them with its plans, papers and reviews. */
@customElement('dispatch-estates')
export class EstatesPage extends DossierPage {
  static override styles = [shared, documentCss, estateCss];

  @state() private list: readonly EstateSummary[] | null = null;
  @state() private estate: EstateView | null = null;
  @state() private reviews: readonly ReviewView[] = [];

  protected override render(): TemplateResult {
    return html`<div class="page">
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.fault()}
      ${this.asked ? (this.estate ? this.one(this.estate) : this.opening()) : this.list ? this.all(this.list) : this.opening()}
    </div>`;
  }

  private opening(): TemplateResult {
    return html`<h1>${say(w.title)}</h1>${this.waiting()}`;
  }

  private all(list: readonly EstateSummary[]): TemplateResult {
    return html`<h1>${say(w.title)}</h1>
      ${list.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="cards">${list.map((one) => html`<li><a href=${`/estates/${one.id}`} @click=${followLink}>
        <strong>${sayName(one.name)}</strong><span class="muted">${city.communityName(one.communityId)} · ${say(w.flats, { n: Number(one.units) })}</span>
        <span>${say(w.plans, { n: Number(one.plans) })} · ${say(w.spots, { n: Number(one.spots) })} · ${say(w.watch, { n: Number(one.watch) })}</span>
        ${one.handOver ? html`<span class=${`chip ${one.handOver.state === 'reviewed' ? 'normal' : one.handOver.state === 'planned' ? 'caution' : 'critical'}`}>${say(handOverWords[one.handOver.state], { day: one.handOver.on })}</span>` : nothing}
        ${one.agreementLapses ? html`<span class="chip serious">${say(w.lapses)}</span>` : nothing}
      </a></li>`)}</ul>`;
  }

  private one(estate: EstateView): TemplateResult {
    const may = (command: string): boolean => estate.may.includes(command);
    return html`<div class="head"><h1>${sayName(estate.name)}</h1><a class="button" href="/estates" @click=${followLink}>${say(w.back)}</a></div>
      ${estate.plans.length === 0 ? html`<p>${say(w.noPlans)}</p>` : nothing}
      ${estate.plans.map((plan) => html`<plan-section .estate=${estate} .plan=${plan} .give=${this.give}></plan-section>`)}
      ${may('draw-floor-plan') ? html`<plan-form .estate=${estate} .give=${this.give}></plan-form>` : nothing}
      <div class="lists">
        <section aria-labelledby="hand-over"><h2 id="hand-over">${say(w.handOver)}</h2>
          <p>${estate.handOver ? say(handOverWords[estate.handOver.state], { day: estate.handOver.on }) : say(w.noHandOver)}</p>
          ${may('plan-hand-over') ? html`<hand-over-form .give=${this.give}></hand-over-form>` : nothing}
        </section>
        <section aria-labelledby="reviews"><h2 id="reviews">${say(w.reviews)}</h2>
          ${this.reviews.length === 0 ? html`<p class="muted">${say(w.noReviews)}</p>` : nothing}
          <ul>${this.reviews.map((one) => html`<li><a href=${`/reviews/${one.id}`} @click=${followLink}>${one.handOverOn} · ${say(reviewStateWords[one.state])}</a></li>`)}</ul>
          ${may('plan-hand-over') ? html`<open-review-form .estate=${estate} @opened=${(event: CustomEvent<{ id: string }>) => navigation.go(`/reviews/${event.detail.id}`)}></open-review-form>` : nothing}
        </section>
        <section aria-labelledby="watched"><h2 id="watched">${say(w.watched)}</h2>
          ${estate.watch.length === 0 ? html`<p class="muted">${say(w.noWatch)}</p>` : nothing}
          <ul>${estate.watch.map((point) => html`<li>${point.why} <span class="muted">${this.about(estate, point)}</span></li>`)}</ul>
        </section>
        <section aria-labelledby="parties"><h2 id="parties">${say(w.parties)}</h2>
          <ul>${estate.parties.map((party) => html`<li><strong>${say(partyWords[party.kind])}</strong> ${party.name}<br />${sayName(party.duties)} <span class="muted">${say(w.since, { day: party.since })}</span></li>`)}</ul>
          ${may('name-responsible') ? html`<party-form .give=${this.give}></party-form>` : nothing}
        </section>
        <section aria-labelledby="agreement"><h2 id="agreement">${say(w.agreement)}</h2>
          ${estate.agreement
            ? html`<p>${estate.agreement.parties.join(' / ')}<br />${estate.agreement.covers}<br /><span class="muted">${say(w.fromUntil, { from: estate.agreement.from, until: estate.agreement.until })}</span></p>`
            : html`<p class="muted">${say(w.noAgreement)}</p>`}
          ${may('record-agreement') ? html`<agreement-form .give=${this.give}></agreement-form>` : nothing}
        </section>
      </div>`;
  }

  /** Where a point is and what may go wrong there, in words. */
  private about(estate: EstateView, point: EstateView['watch'][number]): string {
    const plan = estate.plans.find((one) => one.id === point.planId);
    const spot = plan?.spots.find((one) => one.id === point.spotId);
    return [plan && sayName(plan.name), spot && say(spotWords[spot.kind]), point.unit, ...(point.types ?? []).map((type) => city.typeName(type))].filter(Boolean).join(' · ');
  }

  private get asked(): string | null {
    return /^\/estates\/([\w.-]+)$/.exec(navigation.path)?.[1] ?? null;
  }

  /** Gives a command and shows the estate after it. @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    const view = await post<EstateView>(`/api/estates/${this.asked}/commands/${command}`, body, newKey());
    // The answer does not say what one may do.
    this.estate = { ...view, may: this.estate?.may ?? [] };
    this.said = say(w.done);
  };

  /** @throws Problem when it is refused. */
  protected override async read(): Promise<void> {
    const id = this.asked;
    if (id) {
      const estate = await get<EstateView>(`/api/estates/${encodeURIComponent(id)}`);
      const reviews = await get<ReviewList>(`/api/reviews?scope=${encodeURIComponent(`grid:${estate.gridId}`)}&limit=${REVIEWS}`).catch(() => null);
      [this.estate, this.reviews] = [estate, (reviews?.items ?? []).filter((one) => one.estateId === id)];
    } else {
      const { area, streetId } = session.who!;
      const scope = area && /^(street|community|grid):/.test(area) ? area : `street:${streetId ?? city.territory?.street.id}`;
      this.list = (await get<EstateList>(`/api/estates?scope=${encodeURIComponent(scope)}`)).items;
    }
  }

  protected override leave(): void {
    if (this.estate?.id !== this.asked) {
      this.estate = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-estates': EstatesPage;
  }
}
