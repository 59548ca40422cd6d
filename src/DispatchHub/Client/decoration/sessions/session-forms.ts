import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { newKey, post } from '../../api/http';
import { instantOf, wallTime } from '../../commands/zone-time';
import { cityClock } from '../../feed/city-clock';
import { say, sayName } from '../../words/say';
import { EstateForm, type Give } from '../estates/estate-forms';
import { rulingWords, spotWords } from '../estates/words';
import type { EstateSummary, EstateView, RulingKind } from '../types';
import type { Audience, Group, Menu, Question } from './types';
import { audienceWords, groupWords, sessionWords as w } from './words';

const LONGEST_QUESTION = 300;
const LONGEST_REASON = 500;
const MOST_OF_GROUP = 10_000;
const SEPARATOR = '\n';

/** Orders topics of the menu for an estate. Sends `ordered` {id}. */
@customElement('order-form')
export class OrderForm extends EstateForm {
  @property({ attribute: false }) estates: readonly EstateSummary[] = [];
  @property({ attribute: false }) menu!: Menu;

  protected line(): string {
    return say(w.order);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.estate)}<select name="estate">${this.estates.map((one) => html`<option value=${one.id}>${sayName(one.name)}</option>`)}</select></label>
      <label>${say(w.audience)}<select name="audience">${(Object.keys(audienceWords) as Audience[]).map((one) => html`<option value=${one}>${say(audienceWords[one])}</option>`)}</select></label>
      <fieldset><legend>${say(w.topics)}</legend>${this.menu.topics.map((topic) => html`<label class="choice"><input type="checkbox" name="topic" value=${topic.id} />${sayName(topic.title)}</label>`)}</fieldset>
      <p class="muted">${sayName(this.menu.notice)}</p>`;
  }

  protected async send(filled: (name: string) => string, form: FormData): Promise<void> {
    const [estateId, audience] = [filled('estate'), filled('audience')];
    // One a minute: two who order at once order the same session.
    const id = `${estateId}.${audience}-${wallTime(cityClock.now(), cityClock.zone).replace(/\D/g, '').slice(0, 12)}`;
    await post(`/api/sessions/${id}/commands/order-topics`, { estateId, audience, topics: form.getAll('topic') }, newKey());
    this.dispatchEvent(new CustomEvent('ordered', { detail: { id } }));
  }
}

/** Adds a question that staff was asked. */
@customElement('question-ask-form')
export class QuestionAskForm extends EstateForm {
  @property() estateId = '';
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.ask);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.question)}<textarea name="question" required maxlength=${LONGEST_QUESTION} rows="2"></textarea></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('ask-question', { estateId: this.estateId, question: filled('question') });
  }
}

/** Says where and when. */
@customElement('session-plan-form')
export class SessionPlanForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.plan);
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.place)}<input name="place" required maxlength="200" autocomplete="off" /></label>
      <label>${say(w.at)}<input type="datetime-local" name="at" required /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give('plan-session', { place: filled('place'), at: new Date(instantOf(filled('at'), cityClock.zone) ?? Number.NaN).toISOString() });
  }
}

/** Records that it was held, and how many came. */
@customElement('session-held-form')
export class SessionHeldForm extends EstateForm {
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.hold);
  }

  protected fields(): TemplateResult {
    return html`<fieldset><legend>${say(w.came)}</legend>${(Object.keys(groupWords) as Group[]).map((group) =>
      html`<label>${say(groupWords[group])}<input type="number" name=${group} min="0" max=${MOST_OF_GROUP} inputmode="numeric" /></label>`)}</fieldset>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    const attendance = (Object.keys(groupWords) as Group[]).map((group) => ({ group, count: Number(filled(group)) })).filter((one) => one.count > 0);
    return this.give('hold-session', { attendance });
  }
}

/** Answers a question, with the ruling of a spot or without one. */
@customElement('answer-form')
export class AnswerForm extends EstateForm {
  @property({ attribute: false }) question!: Question;
  @property({ attribute: false }) estate: EstateView | null = null;
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return say(w.answer, { n: Number(this.question.number) });
  }

  protected fields(): TemplateResult {
    const plans = this.estate?.plans ?? [];
    return html`<label>${say(w.answerZh)}<textarea name="zh" required maxlength=${LONGEST_REASON} rows="2" .defaultValue=${this.question.answer?.zh ?? ''}></textarea></label>
      <label>${say(w.answerEn)}<textarea name="en" required maxlength=${LONGEST_REASON} rows="2" .defaultValue=${this.question.answer?.en ?? ''}></textarea></label>
      ${plans.length === 0 ? nothing : html`<label>${say(w.becomes)}<select name="spot"><option value="">${say(w.general)}</option>
        ${plans.flatMap((plan) => plan.spots.map((spot) => html`<option value=${[plan.id, spot.id].join(SEPARATOR)}>${sayName(plan.name)} · ${say(spotWords[spot.kind])}</option>`))}</select></label>
        <label>${say(w.ruling)}<select name="ruling">${(Object.keys(rulingWords) as RulingKind[]).map((one) => html`<option value=${one}>${say(rulingWords[one])}</option>`)}</select></label>`}`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    const [planId, spotId] = filled('spot').split(SEPARATOR);
    return this.give('answer-question', {
      number: Number(this.question.number),
      answer: { zh: filled('zh'), en: filled('en') },
      ...(planId && spotId ? { ruling: { planId, spotId, ruling: filled('ruling') } } : {}),
    });
  }
}

/** A command that needs a reason: to set a question aside, or to call the session off. */
@customElement('reason-form')
export class ReasonForm extends EstateForm {
  @property() heading = '';
  @property() command = '';
  @property({ attribute: false }) body: object = {};
  @property({ attribute: false }) give!: Give;

  protected line(): string {
    return this.heading;
  }

  protected fields(): TemplateResult {
    return html`<label>${say(w.reason)}<input name="reason" required maxlength=${LONGEST_REASON} autocomplete="off" /></label>`;
  }

  protected send(filled: (name: string) => string): Promise<void> {
    return this.give(this.command, { ...this.body, reason: filled('reason') });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-form': OrderForm;
    'question-ask-form': QuestionAskForm;
    'session-plan-form': SessionPlanForm;
    'session-held-form': SessionHeldForm;
    'answer-form': AnswerForm;
    'reason-form': ReasonForm;
  }
}
