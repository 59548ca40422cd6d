import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, newKey, post } from '../../api/http';
import type { Problem } from '../../api/problem';
import { followLink } from '../../app/follow-link';
import { instantText } from '../../clocks/spoken';
import { problemOf } from '../../commands/give-command';
import { people } from '../../commands/people';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { clockChips, sessionWaits } from '../dossier-clock';
import { estateCss } from '../estates/estate-css';
import { rulingWords, spotWords } from '../estates/words';
import type { EstateView } from '../types';
import { typed } from '../typed';
import './effect-section';
import './session-forms';
import type { Effect, Question, Session } from './types';
import { audienceWords, groupWords, sessionStateWords, sessionWords as w } from './words';

/** One session: its plan, its agenda, what was answered, who signed, and what it led to. */
@customElement('session-view')
export class SessionView extends LitElement {
  static override styles = [shared, estateCss];

  @property() override id = '';
  @state() private session: Session | null = null;
  @state() private estate: EstateView | null = null;
  @state() private effect: Effect | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private said = '';

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('id')) {
      this.session = null;
      people.want();
      void this.load();
    }
  }

  protected override render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.said}</p>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      ${this.session ? this.shown(this.session) : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}`;
  }

  private shown(one: Session): TemplateResult {
    const may = (command: string): boolean => one.may.includes(command);
    return html`<h2>${sayName(one.estate)} · ${say(audienceWords[one.audience])}</h2>
      <p><span class=${`chip ${one.state === 'done' ? 'normal' : 'off'}`}>${say(sessionStateWords[one.state])}</span> ${clockChips(one.clocks, sessionWaits(one))}
        ${one.calledOff ? html`<span>${say(w.calledOff)} ${typed(one.calledOff)}</span>` : nothing}</p>
      <div class="lists">
        ${this.plan(one, may)}
        <section aria-labelledby="topics"><h3 id="topics">${say(w.topics)}</h3>
          ${one.topics.length === 0 ? html`<p class="muted">${say(w.noQuestions)}</p>` : nothing}
          <ul>${one.topics.map((topic) => html`<li>${sayName(topic.title)} <span class="muted">${say(w.orders, { n: Number(topic.orders) })}</span></li>`)}</ul>
          ${one.audience === 'owners' && one.link && one.state === 'collecting'
            ? html`<p><a class="button" href=${one.link}>${say(w.link)}</a></p><img class="qr" src=${`${one.link}/qr`} alt=${say(w.qr)} width="128" height="128" />`
            : nothing}
        </section>
        <section aria-labelledby="questions"><h3 id="questions">${say(w.questions)} (${one.questions.length})</h3>
          ${one.questions.length === 0 ? html`<p class="muted">${say(w.noQuestions)}</p>` : nothing}
          <ul>${one.questions.map((question) => this.question(question, may))}</ul>
          ${may('ask-question') ? html`<question-ask-form .estateId=${one.estateId} .give=${this.give}></question-ask-form>` : nothing}
          ${one.publishedAt ? html`<p class="muted">${say(w.published, { at: instantText(one.publishedAt) })}</p>` : nothing}
          ${may('publish-answers') ? html`<div class="acts"><button class="primary" ?disabled=${this.busy} @click=${() => void this.do('publish-answers')}>${icon('send')}${say(w.publish)}</button></div>` : nothing}
        </section>
        ${one.spots ? this.briefing(one, may) : nothing}
        ${this.effect ? html`<section aria-labelledby="effect"><h3 id="effect">${say(w.effect)}</h3><effect-section .effect=${this.effect}></effect-section></section>` : nothing}
      </div>`;
  }

  private plan(one: Session, may: (command: string) => boolean): TemplateResult {
    return html`<section aria-labelledby="plan"><h3 id="plan">${say(w.plan)}</h3>
      <p>${one.at ? html`${instantText(one.at)} ${typed(one.place)}` : html`<span class="muted">${say(w.notPlanned)}</span>`}</p>
      ${one.heldAt ? html`<p>${say(w.held, { at: instantText(one.heldAt) })}: ${one.attendance.map((group) => say(w.attendance, { group: say(groupWords[group.group]), n: Number(group.count) })).join(', ')}</p>` : nothing}
      ${may('plan-session') ? html`<session-plan-form .give=${this.give}></session-plan-form>` : nothing}
      ${may('hold-session') ? html`<session-held-form .give=${this.give}></session-held-form>` : nothing}
      ${may('call-off-session') ? html`<reason-form .heading=${say(w.callOff)} command="call-off-session" .give=${this.give}></reason-form>` : nothing}
    </section>`;
  }

  private question(one: Question, may: (command: string) => boolean): TemplateResult {
    const spot = one.ruling && this.estate?.plans.find((plan) => plan.id === one.ruling!.planId)?.spots.find((each) => each.id === one.ruling!.spotId);
    return html`<li><strong>${one.number}. ${typed(one.question)}</strong>${one.byLink ? html` <span class="muted">${say(w.byLink)}</span>` : nothing}
      ${one.answer ? html`<br />${one.ruling ? html`<span class="chip off">${spot ? say(spotWords[spot.kind]) : one.ruling.spotId} · ${say(rulingWords[one.ruling.ruling])}</span> ` : nothing}${sayName(one.answer)}` : nothing}
      ${one.aside ? html`<br /><span class="muted">${say(w.asideFor)} ${typed(one.aside)}</span>` : nothing}
      ${may('answer-question') ? html`<answer-form .question=${one} .estate=${this.estate} .give=${this.give}></answer-form>` : nothing}
      ${may('set-question-aside') && !one.aside
        ? html`<reason-form .heading=${say(w.aside, { n: Number(one.number) })} command="set-question-aside" .body=${{ number: Number(one.number) }} .give=${this.give}></reason-form>`
        : nothing}</li>`;
  }

  private briefing(one: Session, may: (command: string) => boolean): TemplateResult {
    const { spots, watch } = one.spots!;
    return html`<section aria-labelledby="briefing"><h3 id="briefing">${say(w.briefing)}</h3>
      ${spots.length + watch.length === 0 ? html`<p class="muted">${say(w.noSpots)}</p>` : nothing}
      <ul>${spots.map(({ plan, spot }) => html`<li><strong>${sayName(plan)} · ${say(spotWords[spot.kind])} · ${say(rulingWords[spot.ruling])}</strong><br />${sayName(spot.sentence)}</li>`)}
        ${watch.map((point) => html`<li>${say(w.watched)} ${typed(point.why)}</li>`)}</ul>
      <p>${one.signature ? say(w.signed, { by: people.nameOf(one.signature.by), at: instantText(one.signature.at) }) : say(w.unsigned)}</p>
      ${may('sign-spot-list') ? html`<div class="acts"><button class="primary" ?disabled=${this.busy} @click=${() => void this.do('sign-spot-list')}>${icon('edit')}${say(w.sign)}</button></div>` : nothing}
      <a href=${`/estates/${one.estateId}`} @click=${followLink}>${sayName(one.estate)}</a>
    </section>`;
  }

  /** @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post(`/api/sessions/${this.id}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  private async do(command: string): Promise<void> {
    this.busy = true;
    try {
      await this.give(command, {});
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    const { id } = this;
    try {
      const one = await get<Session>(`/api/sessions/${id}`);
      const [estate, effect] = await Promise.all([get<EstateView>(`/api/estates/${one.estateId}`), one.heldAt ? get<Effect>(`/api/sessions/${id}/effect`) : null]);
      if (id === this.id) {
        [this.session, this.estate, this.effect, this.problem] = [one, estate, effect, null];
      }
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-view': SessionView;
  }
}
