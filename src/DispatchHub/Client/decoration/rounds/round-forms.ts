import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { say } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import type { RoundView } from '../types';
import { roundWords as w } from './words';

/** Reports work without filing in a flat of the estate. */
@customElement('unfiled-form')
export class UnfiledForm extends EstateForm {
  @property({ attribute: false }) units: readonly string[] = [];
  @property({ attribute: false }) report!: (unit: string, body: object) => Promise<void>;

  protected line(): string {
    return say(w.unfiled);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.unit)}<select name="unit" required><option value=""></option>${this.units.map((unit) => html`<option>${unit}</option>`)}</select></label>
      <label>${say(w.what)}<textarea name="what" required maxlength="500" rows="2"></textarea></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.report(filled('unit'), { description: filled('what'), inProgress: true });
  }
}

/** Gives items to a vanguard group. */
@customElement('share-form')
export class ShareForm extends EstateForm {
  @property({ attribute: false }) round!: RoundView;
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.share);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.groupName)}<input name="group" required maxlength="80" /></label>
      <label>${say(w.members)}<input name="members" type="number" required min="1" max="50" value="3" /></label>
      <label>${say(w.lead)}<input name="lead" required maxlength="64" autocapitalize="none" /></label>
      <label>${say(w.items)}<select name="items" multiple required size="6">${this.round.items.filter((item) => !item.seenAt && !item.shareId).map((item) => html`<option value=${item.id}>${item.id}. ${item.unitId ?? item.planId ?? ''}</option>`)}</select></label>`;
  }

  protected send(filled: (name: string) => string, form: FormData): Promise<void> {
    return this.give('share-round', {
      shareId: `group-${this.round.shares.length + 1}`,
      group: filled('group'),
      members: Number(filled('members')),
      lead: filled('lead'),
      itemIds: form.getAll('items').map(String),
    });
  }
}

/** Ends a round with a reason for what is left. */
@customElement('end-form')
export class EndForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.end);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.reason)}<input name="reason" required maxlength="500" /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('end-round', { reason: filled('reason') });
  }
}
