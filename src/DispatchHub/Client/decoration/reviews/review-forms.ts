import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../../api/city';
import { prepared, upload } from '../../commands/photos';
import { say, sayName } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import { estateWords, spotWords } from '../estates/words';
import type { EstateView, ReviewParty } from '../types';
import { reviewPartyWords, reviewWords as w } from './words';

/** Between plan and spot in the value of an option; no id holds one. */
const SEPARATOR = '/';

function spotOptions(estate: EstateView | null): readonly TemplateResult[] {
  return (estate?.plans ?? []).flatMap((plan) =>
    plan.spots.map((spot, index) => html`<option value=${plan.id + SEPARATOR + spot.id}>${sayName(plan.name)} · ${index + 1} ${say(spotWords[spot.kind])}</option>`));
}

/** Records a finding, with photos. */
@customElement('finding-form')
export class FindingForm extends EstateForm {
  @property({ attribute: false }) estate: EstateView | null = null;
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.addFinding);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.where)}<select name="spot"><option value="">${say(w.whole)}</option>${spotOptions(this.estate)}</select></label>
      <label>${say(w.unit)}<select name="unit"><option value=""></option>${this.estate?.units.map((unit) => html`<option>${unit}</option>`)}</select></label>
      <label>${say(w.what)}<textarea name="what" required maxlength="500" rows="2"></textarea></label>
      <label>${say(w.photo)}<input type="file" name="photos" accept="image/*" multiple /></label>`;
  }

  protected async send(filled: (name: string) => string, form: FormData): Promise<void> {
    const files = (form.getAll('photos') as File[]).filter((file) => file.size > 0);
    const evidenceIds = await Promise.all(files.map(async (file) => (await upload(await prepared(file))).id));
    const [planId, spotId] = filled('spot').split(SEPARATOR);
    await this.give('record-finding', {
      finding: { ...(planId ? { planId, spotId } : {}), ...(filled('unit') ? { unit: filled('unit') } : {}), what: filled('what'), evidenceIds },
    });
  }
}

/** Foresees a violation at a spot. */
@customElement('forecast-form')
export class ForecastForm extends EstateForm {
  @property({ attribute: false }) estate: EstateView | null = null;
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.addForecast);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.where)}<select name="spot" required>${spotOptions(this.estate)}</select></label>
      <label>${say(w.type)}<select name="type">${(city.catalogue?.types ?? []).map((type) => html`<option value=${type.code}>${sayName(type.title)}</option>`)}</select></label>
      <label>${say(w.why)}<textarea name="why" required maxlength="500" rows="2"></textarea></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    const [planId, spotId] = filled('spot').split(SEPARATOR);
    return this.give('foresee-harm', { harm: { planId, spotId, type: filled('type'), why: filled('why') } });
  }
}

/** Leaves something to do. */
@customElement('item-form')
export class ItemForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.addItem);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(estateWords.id)}<input name="id" required maxlength="32" pattern="[a-z0-9]+(-[a-z0-9]+)*" autocomplete="off" /></label>
      <label>${say(w.what)}<textarea name="what" required maxlength="500" rows="2"></textarea></label>
      <label>${say(w.owner)}<select name="owner">${(Object.keys(reviewPartyWords) as ReviewParty[]).map((party) => html`<option value=${party}>${say(reviewPartyWords[party])}</option>`)}</select></label>
      <label>${say(w.due)}<input type="date" name="due" required /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('leave-item', { item: { id: filled('id'), what: filled('what'), owner: filled('owner'), dueOn: filled('due') } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'finding-form': FindingForm;
    'forecast-form': ForecastForm;
    'item-form': ItemForm;
  }
}
