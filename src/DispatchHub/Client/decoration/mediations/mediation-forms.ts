import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../../api/city';
import { newKey, post } from '../../api/http';
import type { CaseView } from '../../api/types';
import { session } from '../../app/session';
import { say } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import { mediationWords as w } from './words';

const LONGEST = 500;

/** Opens a mediation, by itself or from a case. Sends `opened` {id}. */
@customElement('open-mediation-form')
export class OpenMediationForm extends EstateForm {
  @property({ attribute: false }) case: CaseView | null = null;

  protected line(): string {
    return say(w.start);
  }

  protected fields(): TemplateResult {
    const area = session.who?.area ?? '';
    const own = area.startsWith('community:') ? area.slice('community:'.length) : (this.case?.communityId ?? '');
    const { place } = this.case ?? {};
    return html`${this.case ? html`<p>${say(w.fromCase)} ${this.case.number} ${[place ? city.placeName(place) : '', place?.unit].filter(Boolean).join(' ')}</p>` : nothing}
      <label>${say(w.community)}<select name="community">${(city.territory?.communities ?? []).filter((one) => !own || one.id === own).map((one) => html`<option value=${one.id}>${city.communityName(one.id)}</option>`)}</select></label>
      <label>${say(w.matter)}<textarea name="matter" required maxlength=${LONGEST} rows="2" .defaultValue=${this.case?.description?.slice(0, LONGEST) ?? ''}></textarea></label>
      <label>${say(w.parties)}<textarea name="parties" required maxlength="700" rows="3" .defaultValue=${place?.unit ?? ''}></textarea></label>`;
  }

  protected async send(filled: (name: string) => string): Promise<void> {
    const parties = filled('parties').split('\n').map((line) => line.trim()).filter(Boolean);
    const { case: from } = this;
    // Under the id of its case, so that a case has one.
    const id = from?.id ?? newKey();
    const unit = from?.place.estate && from.place.unit ? `${from.place.estate}/${from.place.unit}` : null;
    await post(`/api/mediations/${id}/commands/open`, { communityId: filled('community'), matter: filled('matter'), parties, ...(unit ? { unit } : {}), ...(from ? { caseId: from.id } : {}) }, newKey());
    this.dispatchEvent(new CustomEvent('opened', { detail: { id } }));
  }
}

/** Records a session, with or without agreement. */
@customElement('mediation-held-form')
export class MediationHeldForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.hold);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.mediator)}<input name="mediator" required maxlength="200" autocomplete="off" /></label>
      <label>${say(w.said)}<textarea name="said" required maxlength=${LONGEST} rows="2"></textarea></label>
      <label>${say(w.agreement)}<textarea name="agreement" maxlength=${LONGEST} rows="2"></textarea></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('hold', { mediator: filled('mediator'), said: filled('said'), ...(filled('agreement') ? { agreement: filled('agreement') } : {}) });
  }
}

/** Records the call after an agreement. */
@customElement('follow-up-form')
export class FollowUpForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.call);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.kept)}<select name="kept"><option value="true">${say(w.yes)}</option><option value="false">${say(w.no)}</option></select></label>
      <label>${say(w.said)}<textarea name="said" required maxlength=${LONGEST} rows="2"></textarea></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('follow-up', { kept: filled('kept') === 'true', said: filled('said') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'open-mediation-form': OpenMediationForm;
    'mediation-held-form': MediationHeldForm;
    'follow-up-form': FollowUpForm;
  }
}
