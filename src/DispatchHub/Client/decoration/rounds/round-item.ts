import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { followLink } from '../../app/follow-link';
import { instantText } from '../../clocks/spoken';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say, sayName } from '../../words/say';
import { spotWords } from '../estates/words';
import '../secured-picture';
import type { EstateView, RoundItem, RoundMark, RoundView } from '../types';
import { roundCss } from './round-css';
import { roundKindWords, roundMarkWords, roundWords as w } from './words';

/** One item of a round with what may be marked at it. Sends `marked` {itemId, mark, photos}. */
@customElement('round-item')
export class RoundItemCard extends LitElement {
  static override styles = [shared, roundCss];

  @property({ attribute: false }) round!: RoundView;
  @property({ attribute: false }) item!: RoundItem;
  @property({ attribute: false }) estate: EstateView | null = null;
  @property({ type: Boolean }) busy = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { item, round } = this;
    const share = round.shares.find((one) => one.id === item.shareId);
    const marks = round.marks[item.id] ?? [];
    const proposal = round.proposals.find((one) => one.itemId === item.id);
    const place = item.unitId ?? this.spot(item);
    return html`<article class="item" aria-labelledby="place">
      <h2 id="place">${item.id}. ${place} <span class="chip off">${say(roundKindWords[item.kind])}</span>
        <span class="chip standby">${share ? share.group : say(w.manager)}</span></h2>
      <p>${sayName(item.what)}</p>
      ${item.note ? html`<p class="muted">${item.note}</p>` : nothing}
      ${item.evidenceIds?.map((id) => html`<secured-picture .src=${`/api/rounds/${round.id}/images/${id}`} alt=${say(w.photo)}></secured-picture>`)}
      ${item.good === false && !(item.stoppedAt && item.reportedAt) ? html`<p class="notice critical"><strong>${say(w.duty)}</strong> ${sayName(round.duty)}</p>` : nothing}
      ${proposal
        ? html`<p class="notice serious">${say(w.proposed, { facts: proposal.facts.map((fact) => say(fact.kind === 'stop' ? w.notStopped : w.notReported, { at: instantText(fact.dueAt) })).join(', ') })}<br /><small>${say(w.proposedNote)}</small></p>`
        : nothing}
      ${item.caseId ? html`<p><a href=${`/cases/${item.caseId}`} @click=${followLink}>${say(w.toCase)}</a></p>` : nothing}
      ${round.receipts.filter((one) => one.itemId === item.id).map((one) => html`<p class="muted">${icon('check')} ${say(w.receipt, { number: one.number, mark: say(roundMarkWords[one.mark]), at: instantText(one.at, 'full') })}</p>`)}
      ${marks.length > 0 ? html`<div class="marks">${marks.filter((mark) => mark !== 'manager-stopped').map((mark) => this.button(mark, place))}</div>` : nothing}
      ${marks.includes('manager-stopped') ? this.stopping() : nothing}
    </article>`;
  }

  private spot(item: RoundItem): string {
    const plan = this.estate?.plans.find((one) => one.id === item.planId);
    const spot = plan?.spots.find((one) => one.id === item.spotId);
    return [plan ? sayName(plan.name) : item.planId, spot ? say(spotWords[spot.kind]) : item.spotId].filter(Boolean).join(' · ') || say(w.whole);
  }

  private button(mark: RoundMark, place: string): TemplateResult {
    return html`<button class=${mark === 'found' ? '' : 'primary'} ?disabled=${this.busy} aria-label=${`${say(roundMarkWords[mark])}: ${place}`} @click=${() => this.mark(mark, [])}>
      ${icon(mark === 'found' ? 'flag' : mark === 'clear' ? 'check' : 'send')}${say(roundMarkWords[mark])}</button>`;
  }

  /** Works are stopped with a photo; one that was taken already will do. */
  private stopping(): TemplateResult {
    const needed = (this.item.evidenceIds?.length ?? 0) === 0;
    return html`<form @submit=${this.stop}>
      <label>${say(w.takePhoto)}<input type="file" name="photos" accept="image/*" capture="environment" ?required=${needed} /></label>
      <button class="primary" ?disabled=${this.busy}>${icon('stop-hand')}${say(needed ? w.stopWith : roundMarkWords['manager-stopped'])}</button>
    </form>`;
  }

  private readonly stop = (event: SubmitEvent): void => {
    event.preventDefault();
    const files = new FormData(event.target as HTMLFormElement).getAll('photos') as File[];
    this.mark('manager-stopped', files.filter((file) => file.size > 0));
  };

  private mark(mark: RoundMark, photos: readonly File[]): void {
    this.dispatchEvent(new CustomEvent('marked', { detail: { itemId: this.item.id, mark, photos } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'round-item': RoundItemCard;
  }
}
