import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { session } from '../../app/session';
import { cityClock } from '../../feed/city-clock';
import { people } from '../../commands/people';
import { say } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import type { ProposedVisit } from '../types';
import { localInput, planTime } from './plan-time';
import { visitWords as w } from './words';

/** Plans a proposed visit at a time within that of its checks. */
@customElement('plan-visit-form')
export class PlanVisitForm extends EstateForm {
  @property({ attribute: false }) visit!: ProposedVisit;
  @property({ attribute: false }) plan!: (visit: ProposedVisit, at: string) => Promise<void>;

  protected line(): string {
    return say(w.plan);
  }

  protected fields(): TemplateResult {
    const at = planTime(Date.parse(this.visit.from), Date.parse(this.visit.until), cityClock.now());
    return html`<label>${say(w.at)}<input name="at" type="datetime-local" required .value=${localInput(at)} /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.plan(this.visit, new Date(filled('at')).toISOString());
  }
}

/** The team is there: who came. */
@customElement('begin-visit-form')
export class BeginVisitForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  override connectedCallback(): void {
    super.connectedCallback();
    void people.list().then(() => this.requestUpdate(), () => undefined);
  }

  protected line(): string {
    return say(w.begin);
  }

  protected fields(): TemplateResult {
    const officers = people.known.filter((one) => one.role === 'officer' || one.role === 'captain');
    return html`<fieldset><legend>${say(w.twoOfficers)}</legend>${officers.map(
      (one) => html`<label><input type="checkbox" name="officers" value=${one.userName} ?checked=${one.userName === session.who?.userName} />${people.nameOf(one.userName)}</label>`,
    )}</fieldset>`;
  }

  protected send(_: (name: string) => string, form: FormData): Promise<void> {
    return this.give('begin-visit', { officers: form.getAll('officers').map(String) });
  }
}

/** The visit does not take place. */
@customElement('call-off-visit-form')
export class CallOffVisitForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.callOff);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.reason)}<input name="reason" required maxlength="500" /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('call-off-visit', { reason: filled('reason') });
  }
}
