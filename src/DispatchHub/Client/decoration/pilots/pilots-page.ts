import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, newKey, post } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { session } from '../../app/session';
import { city } from '../../api/city';
import { instantText } from '../../clocks/spoken';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { percentText } from '../../stats/numbers';
import { say, sayName, type Word } from '../../words/say';
import { DossierPage } from '../dossier-page';
import { estateCss } from '../estates/estate-css';
import type { EstateList, EstateSummary } from '../types';
import { isSmall, shareOf } from './figure';
import './pilot-forms';
import type { PilotFigure, PilotList, PilotView } from './types';
import { pilotWords as w, stageWords } from './words';

/** The pilot projects of the street, and one of them, which other communities can adopt. */
@customElement('dispatch-pilots')
export class PilotsPage extends DossierPage {
  static override styles = [
    shared,
    documentCss,
    estateCss,
    css`
      open-pilot-form {
        max-width: 40rem;
      }
    `,
  ];

  @state() private list: PilotList | null = null;
  @state() private pilot: PilotView | null = null;
  @state() private estates: readonly EstateSummary[] = [];

  protected override render(): TemplateResult {
    return html`<div class="page">
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.fault()}
      ${this.asked ? (this.pilot ? this.one(this.pilot) : this.opening()) : this.list ? this.all(this.list) : this.opening()}
    </div>`;
  }

  private opening(): TemplateResult {
    return html`<h1>${say(w.title)}</h1>${this.waiting()}`;
  }

  private all(list: PilotList): TemplateResult {
    return html`<h1>${say(w.title)}</h1>
      ${list.items.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="cards">${list.items.map((one) => html`<li><a href=${`/pilots/${one.id}`} @click=${followLink}>
        <strong>${sayName(one.title)}</strong><span class="muted">${one.estates.map((estate) => sayName(estate.name)).join(', ')}</span>
        <span class="chip normal">${say(stageWords[one.stage])}</span>
        ${one.adoptions.length > 0 ? html`<span>${say(w.adoptions)} ${one.adoptions.map((adoption) => sayName(adoption.community.name)).join(', ')}</span>` : nothing}
      </a></li>`)}</ul>
      ${this.further(list.next)}
      ${list.may.includes('open-pilot')
        ? html`<section><open-pilot-form .estates=${this.estates} @opened=${(event: CustomEvent<{ id: string }>) => navigation.go(`/pilots/${event.detail.id}`)}></open-pilot-form></section>`
        : nothing}`;
  }

  private one(pilot: PilotView): TemplateResult {
    // Its stages follow one another, so the last clock is that of the stage that goes on.
    const clock = pilot.calledOff || pilot.adoptions.length > 0 ? undefined : pilot.clocks.at(-1);
    const names = (places: PilotView['estates']): string => places.map((place) => sayName(place.name)).join(', ');
    return html`<div class="head"><h1>${sayName(pilot.title)}</h1><a class="button" href="/pilots" @click=${followLink}>${say(w.back)}</a></div>
      <p><span class="chip normal">${say(stageWords[pilot.stage])}</span>
        ${clock?.dueAt ? html`<span class=${clock.state === 'Missed' ? 'critical' : 'muted'}>${say(clock.state === 'Missed' ? w.late : w.due, { at: instantText(clock.dueAt, 'full') })}</span>` : nothing}
        ${pilot.calledOff ? say(w.calledOff, { reason: pilot.calledOff }) : nothing}</p>
      <div class="lists">
        <section aria-labelledby="partners"><h2 id="partners">${say(w.partners)}</h2>
          <ul>${([[w.lead, pilot.lead], [w.bureau, pilot.bureau], [w.team, pilot.team], [w.communities, names(pilot.communities)], [w.estates, names(pilot.estates)]] as const)
            .map(([word, said]) => html`<li><strong>${say(word)}</strong> ${said}</li>`)}</ul>
        </section>
        <section aria-labelledby="figure"><h2 id="figure">${sayName(pilot.compared)}</h2>
          ${this.figure(w.before, pilot.before)} ${pilot.after ? this.figure(w.after, pilot.after) : nothing}
          ${isSmall(pilot.before, pilot.after) ? html`<p class="muted">${say(w.few)}</p>` : nothing}
        </section>
        ${this.stage('practice', w.practice, pilot.practice, pilot.since[0])}
        ${this.stage('results', w.results, pilot.results, pilot.since[1])}
        ${this.stage('experience', w.experience, pilot.experience, pilot.since[2])}
        <section aria-labelledby="adoptions"><h2 id="adoptions">${say(w.adoptions)}</h2>
          ${pilot.adoptions.length === 0 ? html`<p class="muted">${say(w.nobody)}</p>` : nothing}
          <ul>${pilot.adoptions.map((one) => html`<li><strong>${sayName(one.community.name)}</strong> ${one.plan}<br /><span class="muted">${say(w.adoptedBy, { at: instantText(one.at, 'full'), by: one.by })}</span></li>`)}</ul>
        </section>
        ${pilot.may.length > 0 ? html`<section>${pilot.may.map((command) => html`<pilot-step-form .command=${command} .give=${this.give}></pilot-step-form>`)}</section>` : nothing}
      </div>`;
  }

  private figure(word: Word, figure: PilotFigure): TemplateResult {
    return html`<p><strong>${say(word)}: ${percentText(shareOf(figure))}</strong> <span class="muted">${say(w.figure, { part: Number(figure.part), whole: Number(figure.whole), from: figure.from, to: figure.to })}</span></p>`;
  }

  private stage(id: string, word: Word, said: string | null | undefined, since: unknown): TemplateResult {
    return html`<section aria-labelledby=${id}><h2 id=${id}>${say(word)}</h2>
      ${said ? html`<p>${said}${typeof since === 'string' ? html` <span class="muted">${say(w.since, { at: instantText(since, 'full') })}</span>` : nothing}</p>` : html`<p class="muted">${say(w.notYet)}</p>`}
    </section>`;
  }

  private get asked(): string | null {
    return /^\/pilots\/([\w.-]+)$/.exec(navigation.path)?.[1] ?? null;
  }

  /** Gives a command and shows the project after it. @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post<PilotView>(`/api/pilots/${this.asked}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  /** @throws Problem when it is refused. */
  protected override async read(after?: string): Promise<void> {
    const id = this.asked;
    if (id) {
      this.pilot = await get<PilotView>(`/api/pilots/${encodeURIComponent(id)}`);
    } else {
      const scope = `street:${session.who?.streetId ?? city.territory?.street.id}`;
      const list = await get<PilotList>(`/api/pilots?${new URLSearchParams({ scope, ...(after ? { cursor: after } : {}) })}`);
      this.list = after && this.list ? { ...list, items: [...this.list.items, ...list.items] } : list;
      if (list.may.length > 0 && this.estates.length === 0) {
        this.estates = (await get<EstateList>(`/api/estates?scope=${encodeURIComponent(scope)}`)).items;
      }
    }
  }

  protected override leave(): void {
    if (this.pilot?.id !== this.asked) {
      this.pilot = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-pilots': PilotsPage;
  }
}
