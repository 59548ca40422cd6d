import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../api/problem';
import { instantText } from '../../clocks/spoken';
import { problemOf } from '../../commands/give-command';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import type { EstateView, FloorPlan, RulingKind, Spot, SpotKind } from '../types';
import { estateCss } from './estate-css';
import type { Give } from './estate-forms';
import { freeId } from './free-id';
import './plan-picture';
import type { Point } from './plan-picture';
import { estateWords as w, rulingWords, spotWords } from './words';

/** One floor-plan type: its picture with the spots, the rulings beside it, and the guidance made of them. */
@customElement('plan-section')
export class PlanSection extends LitElement {
  static override styles = [shared, estateCss];

  @property({ attribute: false }) estate!: EstateView;
  @property({ attribute: false }) plan!: FloorPlan;
  @property({ attribute: false }) give!: Give;
  @state() private chosen = '';
  @state() private marking: Point | null = null;
  @state() private editing: Spot | null = null;
  @state() private problem: Problem | null = null;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { plan, estate } = this;
    const name = sayName(plan.name);
    const may = (command: string): boolean => estate.may.includes(command);
    return html`<section aria-label=${name}>
      <h2>${name}</h2>
      <div class="beside">
        <plan-picture
          .src=${`/api/estates/${estate.id}/images/${plan.image.id}`} .name=${say(w.planOf, { name })} .size=${{ x: Number(plan.image.width), y: Number(plan.image.height) }}
          .spots=${plan.spots} .chosen=${this.chosen} .marking=${this.marking}
          @spot-chosen=${(event: CustomEvent<{ id: string }>) => (this.chosen = event.detail.id)} @placed=${(event: CustomEvent<Point>) => (this.marking = event.detail)}
        ></plan-picture>
        <div>
          <ol class="spots">${plan.spots.map((spot, index) => this.spot(spot, index + 1, may('mark-spot')))}</ol>
          ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
          ${this.marking ? this.form(this.marking) : may('mark-spot') ? html`<div class="acts"><button @click=${() => this.edit(null)}>${icon('pin')}${say(w.mark)}</button></div>` : nothing}
          <p class="muted">${say(w.unitsOf, { units: plan.units.join(', ') })}</p>
          ${this.guidance(may('publish-guidance'))}
        </div>
      </div>
    </section>`;
  }

  private spot(spot: Spot, n: number, may: boolean): TemplateResult {
    return html`<li class=${spot.id === this.chosen ? 'chosen' : ''}>
      <strong>${n}. ${say(spotWords[spot.kind])} · ${say(rulingWords[spot.ruling])}</strong><span>${sayName(spot.sentence)}</span>
      ${may ? html`<span class="acts"><button aria-label=${say(w.change, { n })} @click=${() => this.edit(spot)}>${icon('edit')}</button>
        <button aria-label=${say(w.remove, { n })} @click=${() => void this.do('remove-spot', { planId: this.plan.id, spotId: spot.id })}>${icon('close')}</button></span>` : nothing}
    </li>`;
  }

  private guidance(may: boolean): TemplateResult {
    const { published, link, changed, spots } = this.plan;
    return html`<h3>${say(w.guidance)}</h3>
      <p>${published ? say(w.published, { n: Number(published.version), at: instantText(published.at) }) : say(w.unpublished)}
        ${published && changed ? html`<strong>${say(w.changed)}</strong>` : nothing}</p>
      ${link ? html`<p><a href=${link} target="_blank" rel="noopener">${say(w.openLink)}</a></p><img class="qr" src=${`/api/guidance/${link.slice('/g/'.length)}/qr`} alt=${say(w.qr)} loading="lazy" />` : nothing}
      ${may && changed && spots.length > 0 ? html`<div class="acts"><button class="primary" @click=${() => void this.do('publish-guidance', { planId: this.plan.id })}>${icon('send')}${say(w.publish)}</button></div>` : nothing}`;
  }

  private form(at: Point): TemplateResult {
    const was = this.editing;
    return html`<form @submit=${this.save}>
      <p class="muted">${say(w.markHint)} ${say(w.place)}: ${Math.round(at.x * 100)} %, ${Math.round(at.y * 100)} %</p>
      <label>${say(w.kind)}<select name="kind">${(Object.keys(spotWords) as SpotKind[]).map((kind) => html`<option value=${kind} ?selected=${kind === was?.kind}>${say(spotWords[kind])}</option>`)}</select></label>
      <label>${say(w.ruling)}<select name="ruling">${(Object.keys(rulingWords) as RulingKind[]).map((ruling) => html`<option value=${ruling} ?selected=${ruling === was?.ruling}>${say(rulingWords[ruling])}</option>`)}</select></label>
      <label>${say(w.sentenceZh)}<textarea name="zh" required maxlength="500" rows="2" .defaultValue=${was?.sentence.zh ?? ''}></textarea></label>
      <label>${say(w.sentenceEn)}<textarea name="en" required maxlength="500" rows="2" .defaultValue=${was?.sentence.en ?? ''}></textarea></label>
      <div class="acts"><button class="primary">${icon('check')}${say(w.save)}</button><button type="button" @click=${() => (this.marking = null)}>${say(w.cancel)}</button></div>
    </form>`;
  }

  private edit(spot: Spot | null): void {
    [this.editing, this.marking] = [spot, spot ? { x: Number(spot.x), y: Number(spot.y) } : { x: 0.5, y: 0.5 }];
    void this.updateComplete.then(() => this.renderRoot.querySelector('plan-picture')?.shadowRoot?.querySelector<SVGElement>('svg')?.focus());
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const filled = new FormData(event.target as HTMLFormElement);
    const of = (name: string): string => String(filled.get(name));
    await this.do('mark-spot', {
      planId: this.plan.id,
      spot: {
        id: this.editing?.id ?? freeId(this.plan), ...this.marking, kind: of('kind'), ruling: of('ruling'), sentence: { zh: of('zh'), en: of('en') },
        ...(this.editing?.evidenceId ? { evidenceId: this.editing.evidenceId } : {}),
      },
    });
    if (!this.problem) {
      this.marking = null;
    }
  };

  private async do(command: string, body: object): Promise<void> {
    try {
      await this.give(command, body);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-section': PlanSection;
  }
}
