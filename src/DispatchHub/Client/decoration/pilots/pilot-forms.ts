import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../../api/city';
import { newKey, post } from '../../api/http';
import { session } from '../../app/session';
import { say, sayName, type Word } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import type { EstateSummary } from '../types';
import type { PilotView } from './types';
import { pilotWords as w } from './words';

const LONGEST_TEXT = 500;
const LONGEST_LINE = 200;
const LONGEST_OFFICE = 100;

const line = (name: string, word: Word, most: number): TemplateResult =>
  html`<label>${say(word)} <input name=${name} required maxlength=${most} /></label>`;

const text = (name: string, word: Word): TemplateResult => html`<label>${say(word)} <textarea name=${name} required maxlength=${LONGEST_TEXT} rows="3"></textarea></label>`;

/** A part of a whole, counted from a day to another. */
const figureFields = (word: Word): TemplateResult => html`<fieldset>
  <legend>${say(word)}</legend>
  <label>${say(w.part)} <input type="number" name="part" required min="0" max="1000000" /></label>
  <label>${say(w.whole)} <input type="number" name="whole" required min="1" max="1000000" /></label>
  <label>${say(w.from)} <input type="date" name="from" required /></label>
  <label>${say(w.to)} <input type="date" name="to" required /></label>
</fieldset>`;

const figureOf = (filled: (name: string) => string): object => ({ part: Number(filled('part')), whole: Number(filled('whole')), from: filled('from'), to: filled('to') });

/** Begins a project; sends `opened` with it. */
@customElement('open-pilot-form')
export class OpenPilotForm extends EstateForm {
  @property({ attribute: false }) estates: readonly EstateSummary[] = [];

  protected line(): string {
    return say(w.begin);
  }

  protected fields(): TemplateResult {
    return html`${line('titleZh', w.titleZh, LONGEST_LINE)} ${line('titleEn', w.titleEn, LONGEST_LINE)}
      <label>${say(w.id)} <input name="id" required maxlength="32" pattern="[a-z0-9]+(-[a-z0-9]+)*" autocomplete="off" /></label>
      ${line('lead', w.lead, LONGEST_OFFICE)} ${line('bureau', w.bureau, LONGEST_OFFICE)} ${line('team', w.team, LONGEST_OFFICE)}
      <label>${say(w.estates)} <select name="estates" multiple required>${this.estates.map((one) => html`<option value=${one.id}>${sayName(one.name)}</option>`)}</select></label>
      ${text('practice', w.practice)} ${line('comparedZh', w.comparedZh, LONGEST_LINE)} ${line('comparedEn', w.comparedEn, LONGEST_LINE)} ${figureFields(w.before)}`;
  }

  protected async send(filled: (name: string) => string, form: FormData): Promise<void> {
    const estateIds = form.getAll('estates').map(String);
    const communityIds = [...new Set(this.estates.filter((one) => estateIds.includes(one.id)).map((one) => one.communityId))];
    const pilot = await post<PilotView>(`/api/pilots/${encodeURIComponent(filled('id'))}/commands/open-pilot`, {
      title: { zh: filled('titleZh'), en: filled('titleEn') },
      lead: filled('lead'),
      bureau: filled('bureau'),
      team: filled('team'),
      communityIds,
      estateIds,
      practice: filled('practice'),
      compared: { zh: filled('comparedZh'), en: filled('comparedEn') },
      before: figureOf(filled),
    }, newKey());
    this.dispatchEvent(new CustomEvent('opened', { detail: { id: pilot.id } }));
  }
}

/** The next step of a project: results, experience, or another community's act. */
@customElement('pilot-step-form')
export class PilotStepForm extends EstateForm {
  @property() command = '';
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say({ 'report-pilot-results': w.report, 'share-pilot': w.share, 'adopt-pilot': w.adopt }[this.command] ?? w.callOff);
  }

  protected fields(): TemplateResult {
    switch (this.command) {
      case 'report-pilot-results':
        return html`${text('said', w.results)} ${figureFields(w.after)}`;
      case 'share-pilot':
        return text('said', w.experience);
      case 'adopt-pilot':
        return html`<p>${city.scopeName(session.who?.area ?? '')}</p>${text('said', w.adoptPlan)}`;
      default:
        return text('said', w.reason);
    }
  }

  protected async send(filled: (name: string) => string): Promise<void> {
    const said = filled('said');
    await this.give(this.command, {
      'report-pilot-results': { said, after: figureOf(filled) },
      'share-pilot': { experience: said },
      'adopt-pilot': { communityId: session.who?.area?.split(':')[1], plan: said },
    }[this.command] ?? { reason: said });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'open-pilot-form': OpenPilotForm;
    'pilot-step-form': PilotStepForm;
  }
}
