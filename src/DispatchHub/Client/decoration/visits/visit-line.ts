import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { say } from '../../words/say';
import { roundCss } from '../rounds/round-css';
import '../secured-picture';
import type { VisitLine } from '../types';
import { visitWords as w } from './words';

/** One flat on a checklist: good with one tap, or a fault with what is wrong. Sends `ticked` {item, unitId, good, note, photos}. */
@customElement('visit-line')
export class VisitLineCard extends LitElement {
  static override styles = [shared, roundCss];

  @property({ attribute: false }) line!: VisitLine;
  @property() visitId = '';
  @property({ type: Boolean }) may = false;
  @property({ type: Boolean }) busy = false;
  @state() private fault = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { line } = this;
    const answer = line.good === true ? say(w.good) : line.good === false ? say(w.bad) : '';
    return html`<div class="item" role="group" aria-label=${`${line.item} ${line.unitId}`}>
      <h3>${line.unitId} ${answer ? html`<span class=${`chip ${line.good ? 'normal' : 'critical'}`}>${answer}</span>` : nothing}</h3>
      ${line.note ? html`<p>${line.note}</p>` : nothing}
      ${line.evidenceIds?.map((id) => html`<secured-picture .src=${`/api/visits/${this.visitId}/images/${id}`} alt=${say(w.photo)}></secured-picture>`)}
      ${this.may
        ? html`<div class="marks">
              <button aria-pressed=${line.good === true} ?disabled=${this.busy} aria-label=${`${say(w.good)}: ${line.item} ${line.unitId}`} @click=${() => this.tick(true, null, [])}>${say(w.good)}</button>
              <button aria-pressed=${line.good === false} aria-expanded=${this.fault} ?disabled=${this.busy} aria-label=${`${say(w.bad)}: ${line.item} ${line.unitId}`} @click=${() => (this.fault = !this.fault)}>${say(w.bad)}</button>
            </div>
            ${this.fault ? this.form() : nothing}`
        : nothing}
    </div>`;
  }

  private form(): TemplateResult {
    return html`<form @submit=${this.send}>
      <label>${say(w.note)}<input name="note" required maxlength="500" .value=${this.line.note ?? ''} /></label>
      <label>${say(w.photo)}<input type="file" name="photos" accept="image/*" multiple /></label>
      <button class="primary" ?disabled=${this.busy}>${say(w.save)}</button>
    </form>`;
  }

  private readonly send = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    this.fault = false;
    this.tick(false, String(data.get('note')), (data.getAll('photos') as File[]).filter((file) => file.size > 0));
  };

  private tick(good: boolean, note: string | null, photos: readonly File[]): void {
    this.dispatchEvent(new CustomEvent('ticked', { detail: { item: this.line.item, unitId: this.line.unitId, good, ...(note ? { note } : {}), photos } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-line': VisitLineCard;
  }
}
