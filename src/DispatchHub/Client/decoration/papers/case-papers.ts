import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get, newKey, post } from '../../api/http';
import type { Problem } from '../../api/problem';
import type { CaseView } from '../../api/types';
import { session } from '../../app/session';
import { pressing } from '../../clocks/slack';
import { countdownText, instantText } from '../../clocks/spoken';
import { calendars } from '../../clocks/working-time';
import { problemOf, untilKnown } from '../../commands/give-command';
import { people } from '../../commands/people';
import { cityClock } from '../../feed/city-clock';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { slackTone, toneMark } from '../../parts/status-mark';
import { ticking } from '../../parts/ticking';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { actText, bodyOf, isUsual } from './act-body';
import './papers-act-form';
import { papersCss } from './papers-css';
import type { Paper, PapersAct, PapersStep, PapersView } from './types';
import { paperStateWords, papersStateWords, papersWords as w } from './words';

/** Real ms between two looks at papers that are not over. */
const RENEW_EVERY_MS = 5_000;

/** How a case is disposed of: the steps of its scene with their clocks, its documents, and what to do next. Nothing where its scene has no path. */
@customElement('case-papers')
export class CasePapers extends LitElement {
  static override styles = [shared, papersCss];

  @property({ attribute: false }) case!: CaseView;
  @state() private view: PapersView | null = null;
  @state() private problem: Problem | null = null;
  @state() private chosen: PapersAct | null = null;
  @state() private busy = false;
  @state() private said = '';
  private pulse: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Papers are no part of the feed: what others did is asked for.
    this.pulse = setInterval(() => void this.renew(), RENEW_EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.pulse);
  }

  /** Whether a case's scene may have a path at all; the others are not asked for. */
  static mayHave(view: CaseView): boolean {
    return session.who?.role !== 'citizen' && (city.catalogue?.types.find((type) => type.code === view.type)?.scene ?? 'other') !== 'other';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('case');
    if (changed.has('case') && (!before || before.version !== this.case.version || before.id !== this.case.id)) {
      if (before && before.id !== this.case.id) {
        [this.view, this.chosen] = [null, null];
      }
      void this.load();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.problem && !this.view) {
      return html`<section><h3>${say(w.title)}</h3><p class="serious" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></p></section>`;
    }
    return !this.view || this.view.steps.length === 0 ? nothing : html`<section aria-label=${say(w.title)}>
      <h3>${say(w.title)} <span class="chip ${this.view.state === 'open' ? 'serious' : 'off'}">${say(papersStateWords[this.view.state])}</span></h3>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.isClosed && this.view.state === 'open' ? html`<p class="serious">${icon('warning')}${say(w.stillOpen)}</p>` : nothing}
      ${this.view.endedBecause ? html`<p>${say(w.endedBecause, { reason: this.view.endedBecause })}</p>` : nothing}
      <ol>${this.view.steps.map((step) => this.step(step))}</ol>
      ${this.next(this.view)}
      ${this.view.papers.length > 0 ? html`<h4>${say(w.papers)}</h4><ul>${this.view.papers.map((paper) => this.paper(paper))}</ul>` : nothing}
    </section>`;
  }

  private step(step: PapersStep): TemplateResult {
    return html`<li class=${step.state}>
      <strong>${sayName(step.title)}</strong> ${this.stands(step)}
      ${step.by === 'lead' ? nothing : html`<span class="muted">${city.scopeName(`department:${step.by}`)}</span>`}
      ${step.needs.length > 0 && step.state !== 'done' ? html`<span class="muted">${say(w.needs, { papers: step.needs.map((one) => sayName(one)).join(', ') })}</span>` : nothing}
      ${step.said ? html`<span class="said">${step.said}</span>` : nothing}
    </li>`;
  }

  private stands(step: PapersStep): TemplateResult {
    switch (step.state) {
      case 'planned':
        return html`<span class="muted">${say(w.within, { time: step.within })}</span>`;
      case 'done':
        return html`<span class="muted">${toneMark('normal')} ${say(w.done, { at: instantText(step.doneAt), by: people.nameOf(step.doneBy ?? '') })}${step.office ? ` · ${say(w.handedOver, { office: sayName(step.office) })}` : ''}</span>`;
      case 'handedOver':
        return html`<span>${say(w.handedOver, { office: sayName(step.office) })} ${this.left(step.clock)}</span>`;
      case 'running':
        return html`${this.left(step.clock)}`;
    }
  }

  /** What is left of a step's time; counts by itself. */
  private left(name: string): TemplateResult | typeof nothing {
    const clocks = this.view!.clocks.filter((clock) => clock.name === name);
    const least = pressing(clocks, cityClock.now());
    if (!least) {
      return nothing;
    }
    const tone = slackTone(least.leftMs, least.clock.budgetMs);
    const text = () => {
      const now = cityClock.now();
      const left = pressing(clocks, now)?.leftMs ?? 0;
      const dayMs = least.clock.calendar ? calendars.of(least.clock.calendar, now)?.dayMs : undefined;
      return say(left < 0 ? w.late : w.left, { left: countdownText(Math.abs(left), dayMs) });
    };
    return html`<span class=${tone}>${toneMark(tone)} <time>${ticking(text)}</time></span>`;
  }

  private next(view: PapersView): TemplateResult | typeof nothing {
    if (this.chosen) {
      return html`<papers-act-form .view=${view} .act=${this.chosen} ?busy=${this.busy} @given=${this.given} @closed=${() => (this.chosen = null)}></papers-act-form>${this.refused()}`;
    }
    const [usual, seldom] = [view.acts.filter(isUsual), view.acts.filter((act) => !isUsual(act) && act.command !== 'open-papers')];
    return html`<div class="no-print">
      ${view.acts.some((act) => act.command === 'open-papers') ? this.opening(view) : nothing}
      <div class="acts">${usual.map((act, n) => html`<button class=${n === 0 ? 'primary' : ''} ?disabled=${this.busy} @click=${() => void this.choose(act)}>${actText(act)}</button>`)}</div>
      ${seldom.length > 0 ? html`<details><summary>${say(w.more)}</summary><div class="acts">${seldom.map((act) => html`<button ?disabled=${this.busy} @click=${() => void this.choose(act)}>${actText(act)}</button>`)}</div></details>` : nothing}
      ${this.refused()}
    </div>`;
  }

  private opening(view: PapersView): TemplateResult {
    return html`<form @submit=${this.open}>
      ${view.optional.length > 0 ? html`<fieldset><legend>${say(w.with)}</legend>${view.optional.map((step) => html`<label><input type="checkbox" name="with" value=${step.id} />${sayName(step.title)}</label>`)}</fieldset>` : nothing}
      <button class="primary" ?disabled=${this.busy}>${icon('play')}${say(w.open)}</button>
    </form>`;
  }

  private paper(paper: Paper): TemplateResult {
    const title = sayName(paper.title);
    return html`<li>
      <strong>${title}</strong> <span class="chip ${paper.state === 'proposed' ? 'serious' : 'off'}">${say(paperStateWords[paper.state])}</span>
      ${paper.number ? html`<span lang="zh">${paper.number}</span>` : nothing}
      ${paper.print ? html`<a href=${paper.print} target="_blank" rel="noopener">${icon('print')}${say(paper.state === 'issued' ? w.print : w.look, { paper: title })}</a>` : nothing}
      ${paper.fine !== null && paper.fine !== undefined ? html`<span>${say(w.fine, { amount: Number(paper.fine).toLocaleString('en-US'), range: sayName(paper.range) })}</span>` : nothing}
      <span class="muted">${this.made(paper)} · ${say(w.template, { pack: `${paper.template.id} ${paper.template.version}` })}</span>
    </li>`;
  }

  private made(paper: Paper): string {
    const by = people.nameOf(paper.endedBy ?? paper.madeBy);
    switch (paper.state) {
      case 'proposed':
        return say(w.drafted, { by, at: instantText(paper.madeAt) });
      case 'issued':
        return say(w.signed, { by, at: instantText(paper.endedAt) });
      case 'returned':
        return say(w.returned, { by, reason: paper.reason ?? '' });
    }
  }

  private refused(): TemplateResult | typeof nothing {
    return this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing;
  }

  private get isClosed(): boolean {
    return ['Closed', 'Rejected', 'Merged'].includes(this.case.status);
  }

  private async choose(act: PapersAct): Promise<void> {
    this.problem = null;
    if (act.asks.length > 0) {
      this.chosen = act;
    } else {
      await this.give(act.command, bodyOf(act, () => ''));
    }
  }

  private readonly open = (event: SubmitEvent): void => {
    event.preventDefault();
    const more = new FormData(event.target as HTMLFormElement).getAll('with').map(String);
    void this.give('open-papers', more.length > 0 ? { with: more } : {});
  };

  private readonly given = (event: CustomEvent<{ filled: (name: string) => string }>): void => {
    void this.give(this.chosen!.command, bodyOf(this.chosen!, event.detail.filled));
  };

  private async give(command: string, body: object): Promise<void> {
    this.busy = true;
    const key = newKey();
    try {
      await untilKnown(() => post<PapersView>(`/api/papers/${this.case.id}/commands/${command}`, body, key));
      this.chosen = null;
      await this.load();
      this.said = say(w.saved);
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  }

  private async renew(): Promise<void> {
    if ((this.view?.state === 'open' || this.view?.state === 'notOpened') && !this.busy && !this.problem && document.visibilityState === 'visible') {
      await this.load();
    }
  }

  private async load(): Promise<void> {
    try {
      this.view = await get<PapersView>(`/api/papers/${encodeURIComponent(this.case.id)}`);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-papers': CasePapers;
  }
}
