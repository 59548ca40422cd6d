import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { ofMatter, pressing } from '../clocks/slack';
import { countdownText, instantText } from '../clocks/spoken';
import { calendars } from '../clocks/working-time';
import { people } from '../commands/people';
import { askCommand } from '../commands/run-command';
import { mediationLink } from '../decoration/mediations/mediation-link';
import { cityClock } from '../feed/city-clock';
import { drillMark } from '../parts/drill-mark';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { priorityTone, slackTone, statusMark, toneMark } from '../parts/status-mark';
import { ticking } from '../parts/ticking';
import { mayLookAtNotices } from '../notices/case-notices';
import '../notices/case-notices';
import '../decoration/papers/case-papers';
import { CasePapers } from '../decoration/papers/case-papers';
import { notices } from '../notices/notices';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { clockName, levelName, priorityWords } from '../words/terms';
import { askedFor } from './asked';
import './case-assists';
import './case-cards';
import './case-commands';
import '../decoration/promises/case-promise';
import type { CaseCommands } from './case-commands';
import './case-duplicates';
import './case-external';
import './case-history';
import './case-links';
import './case-offers';
import { panelCss } from './case-panel.css';
import './case-photos';
import './case-safety';
import { panelWords as w } from './panel-words';
import { CaseWatch } from './case-watch';
import { cityNames } from './event-data';
import { listed, partyName } from './history-words';
import './ledger-bar';
import './lookers';
import { whoWasTold } from './told';
import { whyHere } from './why';

/** Real ms after which the panel looks at its clocks again. */
const RENEW_EVERY_MS = 5_000;

/**
 * One case with everything about it: where it stands and why, what the person may do, its clocks and its history; kept fresh.
 * Sends `given` {name, case}, `refused` {name, problem}, `open-case` {id} and `closed`.
 */
@customElement('case-panel')
export class CasePanel extends LitElement {
  static override styles = [shared, panelCss];

  @property() caseId = '';
  /** Whether the link went to the clipboard; `shown` where the browser gives none, as without HTTPS. */
  @state() private copied: 'no' | 'copied' | 'shown' = 'no';
  private watch: CaseWatch | null = null;
  private pulse: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  /** Begins a command on this case, as its button would. */
  begin(name: string, onBehalf = false): void {
    void this.renderRoot.querySelector<CaseCommands>('case-commands')?.begin(name, onBehalf);
  }

  /** Resolves when all parts have been read once, or cannot be. */
  async whenRead(): Promise<void> {
    await this.updateComplete;
    await this.watch?.look();
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    city.addEventListener('change', this.renew);
    people.addEventListener('change', this.renew);
    calendars.addEventListener('change', this.renew);
    people.want();
    // Colours change with time alone.
    this.pulse = setInterval(this.renew, RENEW_EVERY_MS);
    if (this.hasUpdated) {
      this.follow();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    city.removeEventListener('change', this.renew);
    people.removeEventListener('change', this.renew);
    calendars.removeEventListener('change', this.renew);
    clearInterval(this.pulse);
    this.watch?.close();
    this.watch = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseId')) {
      this.copied = 'no';
      this.follow();
    }
  }

  protected override render(): TemplateResult {
    const { watch } = this;
    if (!watch?.view) {
      return html`<div class="panel">
        ${watch?.problem
          ? html`<div class="top"><p class="notice critical" role="alert">${problemText(watch.problem)}</p>${this.closeButton()}</div>
              <p><button @click=${this.again}>${say(w.again)}</button></p>`
          : html`<div class="top"><p class="muted" role="status">${say(w.loading)}</p>${this.closeButton()}</div>`}
      </div>`;
    }
    const { view } = watch;
    return html`<article class="panel" aria-label=${say(w.panel, { number: view.number })}>
      ${this.head(view)}
      ${view.safety ? html`<case-safety class="wide" .safety=${view.safety} .officerIds=${view.officerIds}></case-safety>` : nothing}
      <section class="wide">${this.next(view)} ${this.why()} ${this.asked(view)}</section>
      <section class="wide no-print"><h3>${say(w.actions)}</h3>${this.commands(view)}</section>
      <section><h3>${say(w.facts)}</h3>${this.facts(view)}</section>
      ${view.drill ? html`<section class="wide"><h3>${say(w.links)}</h3><case-links .case=${view}></case-links></section>` : nothing}
      ${CasePapers.mayHave(view) ? html`<case-papers .case=${view}></case-papers>` : nothing}
      ${this.external(view)} ${this.offers(view)} ${this.assists(view)} ${this.cards(view)} ${mediationLink(view)} ${this.photos(view)} ${this.promise(view)} ${this.duplicates(view)}
      <section><h3>${say(w.clocks)}</h3>
        ${this.partProblem(watch.partProblems.ledger, watch.ledger !== null)}
        ${watch.ledger ? html`<ledger-bar .clocks=${watch.ledger}></ledger-bar>` : nothing}
      </section>
      ${this.told()} ${this.notices(view)}
      <section class="wide"><h3>${say(w.history)}</h3>
        ${this.partProblem(watch.partProblems.history, watch.history.length > 0)}
        <case-history .lines=${watch.history} ?more=${watch.moreHistory} @more=${() => void watch.readNewHistory()}></case-history>
      </section>
    </article>`;
  }

  private head(view: CaseView): TemplateResult {
    return html`<header>
      <div class="top">
        <h2>${city.typeName(view.type, view.title)}<small>${view.number} · ${view.type}</small></h2>
        <button class="plain" aria-label=${say(w.copyLink)} title=${say(w.copyLink)} @click=${this.copy}>${icon('link')}</button>
        <button class="plain" aria-label=${say(w.print)} title=${say(w.print)} @click=${this.print}>${icon('print')}</button>
        ${this.closeButton()}
      </div>
      <p class="copied" role="status">${this.copied === 'copied' ? say(w.copied) : this.copied === 'shown' ? html`${say(w.link)} <span class="link">${this.link}</span>` : nothing}</p>
      <div class="chips">
        ${statusMark(view.status)}
        <span class="chip ${view.level === 'Supervision' ? 'critical' : 'off'}">${view.level === 'Supervision' ? toneMark('critical') : nothing}${levelName(view.level)}</span>
        ${view.priority === 'Normal' ? nothing : html`<span class="chip ${priorityTone(view.priority)}">${toneMark(priorityTone(view.priority))}${say(priorityWords[view.priority])}</span>`}
        ${drillMark(view)}
        ${view.surge ? html`<span class="chip standby">${icon('pause')}${say(w.surge, { until: instantText(view.surge.until) })}</span>` : nothing}
        ${view.cameBack ? html`<span class="chip serious">${toneMark('serious')}${say(w.cameBack)}</span>` : nothing}
        ${this.freshness()}
      </div>
      <case-lookers class="no-print" .caseId=${view.id}></case-lookers>
    </header>`;
  }

  private freshness(): TemplateResult | typeof nothing {
    const watch = this.watch!;
    return watch.state === 'stale'
      ? html`<span class="chip serious" role="status">${toneMark('serious')}${say(w.stale)}</span>`
      : watch.state === 'refused' ? html`<span class="chip serious" role="status">${toneMark('serious')}${say(w.notLive)}</span>` : nothing;
  }

  private next(view: CaseView): TemplateResult | typeof nothing {
    const now = cityClock.now();
    const clocks = ofMatter(view.clocks);
    const slack = pressing(clocks, now);
    const paused = clocks.find((clock) => clock.state === 'Paused');
    if (!slack) {
      return paused ? html`<p class="next off"><span>${say(w.paused, { clock: clockName(paused.name) })}</span></p>` : nothing;
    }
    const { clock } = slack;
    const working = clock.calendar ? calendars.of(clock.calendar, now) : null;
    const tone = slackTone(slack.leftMs, clock.budgetMs);
    const left = () => countdownText(pressing([clock], cityClock.now())?.leftMs ?? 0, working?.dayMs);
    return html`<p class="next ${tone}">
      ${toneMark(tone)}<strong role="timer">${ticking(left)}</strong>
      <span>${clockName(clock.name)} · ${say(w.due, { at: instantText(clock.dueAt) })}${clock.provisional ? ` · ${say(w.provisional)}` : ''}</span>
      ${working ? html`<span class="muted">${ticking(() => say(working.isWorking(cityClock.now()) ? w.workingTime : w.outOfHours))}</span>` : nothing}
    </p>`;
  }

  private why(): TemplateResult | typeof nothing {
    const sentences = whyHere(this.watch!.history, cityNames);
    return sentences.length === 0 ? nothing : html`<div class="why"><h3>${say(w.why)}</h3>${sentences.map((one) => html`<p>${one}</p>`)}</div>`;
  }

  private asked(view: CaseView): TemplateResult | typeof nothing {
    const all = askedFor(view);
    return all.length === 0 ? nothing : html`<div class="why"><h3>${say(w.asked)}</h3>${all.map((one) => html`<p>${one}</p>`)}</div>`;
  }

  private commands(view: CaseView): TemplateResult {
    const { choices, partProblems } = this.watch!;
    return html`${this.partProblem(partProblems.choices, choices !== null)}
      ${choices ? html`<case-commands .case=${view} .choices=${choices} @given=${this.given} @refused=${this.refused}></case-commands>` : nothing}`;
  }

  private facts(view: CaseView): TemplateResult {
    const { place } = view;
    const row = (word: keyof typeof w, value: unknown) => (value ? html`<dt>${say(w[word])}</dt><dd>${value}</dd>` : nothing);
    const grid = city.gridName(view.gridId);
    const unit = [city.placeName(place), place.unit].filter(Boolean).join(' ');
    return html`<dl class="facts">
      ${row('place', html`${place.estate && place.unit ? html`<a href=${`/unit?at=${place.estate}.${place.unit}`}>${unit}</a>` : unit}${unit === grid ? nothing : html`<br /><span class="muted">${grid}</span>`}`)}
      ${row('address', view.address)}
      ${row('description', view.description ? html`<span class="description">${view.description}</span>` : null)}
      ${row('responsible', partyName(view.responsible ? String(view.responsible) : '', cityNames))}
      ${row('officers', listed(view.officerIds.map((one) => people.nameOf(one))))}
      ${row('reportedBy', view.reportedBy ? people.nameOf(view.reportedBy) : null)}
      ${row('contact', view.contact ? contactLink(view.contact) : html`<span class="muted">${say(w.noContact)}</span>`)}
      ${row('opened', instantText(view.openedAt, 'full'))}
      ${row('whistled', view.whistledAt ? instantText(view.whistledAt) : null)}
      ${row('returned', view.timesReturned ? say(w.returnedTimes, { n: view.timesReturned }) : null)}
      ${row('reviewsMissed', view.reviewsMissed)}
      ${row('mergedInto', view.mergedInto ? html`<button @click=${() => this.tell('open-case', { id: view.mergedInto })}>${icon('link')}${say(w.openCase)}</button>` : null)}
    </dl>`;
  }

  private external(view: CaseView): TemplateResult | typeof nothing {
    const replies = this.watch!.choices?.items.some((one) => one.name === 'reply-external' && one.allowed) ?? false;
    return view.external
      ? html`<section><h3>${say(w.external)}</h3><case-external .case=${view} ?replies=${replies} @reply=${() => this.begin('reply-external')}></case-external></section>`
      : nothing;
  }

  private offers(view: CaseView): TemplateResult | typeof nothing {
    return view.offers || view.status === 'AwaitingDispatch'
      ? html`<section><h3>${say(w.offers)}</h3><case-offers .case=${view}></case-offers></section>`
      : nothing;
  }

  private assists(view: CaseView): TemplateResult | typeof nothing {
    const whistles = this.watch!.whistles;
    return (view.assists ?? []).length === 0 && whistles.length === 0 && !view.instruction
      ? nothing
      : html`<section><h3>${say(w.assists)}</h3><case-assists .case=${view} .whistles=${whistles}></case-assists></section>`;
  }

  private cards(view: CaseView): TemplateResult | typeof nothing {
    const cards = view.cards ?? [];
    return cards.length === 0 ? nothing : html`<section><h3>${say(w.cards)}</h3><case-cards .cards=${cards}></case-cards></section>`;
  }

  private photos(view: CaseView): TemplateResult | typeof nothing {
    const pieces = view.evidence ?? [];
    return pieces.length === 0
      ? nothing
      : html`<section><h3>${say(w.photos, { n: pieces.length })}</h3><case-photos .caseId=${view.id} .pieces=${pieces}></case-photos></section>`;
  }

  /** Who may know who reported a case hands its links out. */
  private promise(view: CaseView): TemplateResult | typeof nothing {
    const shows = this.watch!.choices?.items.some((one) => one.name === 'show-photos' && one.allowed) ?? false;
    return view.reportedBy
      ? html`<section class="no-print"><h3>${say(w.promise)}</h3><case-promise .case=${view} ?shows=${shows} @given=${this.given}></case-promise></section>`
      : nothing;
  }

  private duplicates(view: CaseView): TemplateResult | typeof nothing {
    if (view.possibleDuplicates.length === 0) {
      return nothing;
    }
    const mergeable = this.watch!.choices?.items.some((one) => one.name === 'merge' && one.allowed) ?? false;
    return html`<section class="no-print"><h3>${say(w.duplicates, { n: view.possibleDuplicates.length })}</h3>
      <case-duplicates .ids=${view.possibleDuplicates} ?mergeable=${mergeable} @merge=${this.merge}></case-duplicates></section>`;
  }

  private told(): TemplateResult | typeof nothing {
    const told = whoWasTold(this.watch!.history, cityNames);
    return told.length === 0
      ? nothing
      : html`<section><h3>${say(w.told)}</h3><ul class="told">
          ${told.map((one) => html`<li><time datetime=${one.at}>${instantText(one.at)}</time><span><strong>${one.whom}</strong> ${one.what}</span></li>`)}
        </ul></section>`;
  }

  private notices(view: CaseView): TemplateResult | typeof nothing {
    return mayLookAtNotices() ? html`<section class="no-print"><h3>${say(w.notices)}</h3><case-notices .caseId=${view.id} .version=${Number(view.version)}></case-notices></section>` : nothing;
  }

  private partProblem(problem: Problem | null, held: boolean): TemplateResult | typeof nothing {
    if (!problem) {
      return held ? nothing : html`<p class="muted" role="status">${say(w.loading)}</p>`;
    }
    return html`<p class="part-problem serious" role="alert">${icon('warning')}<span>${problemText(problem)}</span><button @click=${this.again}>${say(w.again)}</button></p>`;
  }

  private closeButton(): TemplateResult {
    return html`<button class="plain" aria-label=${say(w.close)} title=${say(w.close)} @click=${() => this.tell('closed', {})}>${icon('close')}</button>`;
  }

  private follow(): void {
    this.watch?.close();
    this.watch = this.caseId ? new CaseWatch(this.caseId) : null;
    this.watch?.addEventListener('change', this.renew);
    if (this.caseId) {
      void notices.seenCase(this.caseId);
    }
    this.scrollTop = 0;
  }

  private readonly renew = (): void => this.requestUpdate();

  private readonly again = (): void => void this.watch?.look();

  private readonly given = (event: CustomEvent<{ name: string; case: CaseView }>): void => {
    this.watch?.take(event.detail.case);
    this.tell('given', event.detail);
  };

  private readonly refused = (event: CustomEvent<{ name: string; problem: Problem }>): void => {
    void this.watch?.look();
    this.tell('refused', event.detail);
  };

  private readonly merge = async (event: CustomEvent<{ id: string }>): Promise<void> => {
    const outcome = await askCommand(this.watch!.view!, 'merge', { initial: { intoCaseId: event.detail.id } });
    if (outcome.kind === 'given') {
      this.watch?.take(outcome.case);
      this.tell('given', { name: 'merge', case: outcome.case });
    }
  };

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = 'copied';
      setTimeout(() => (this.copied = 'no'), 3_000);
    } catch {
      this.copied = 'shown';
    }
  };

  private get link(): string {
    return `${location.origin}/board?case=${encodeURIComponent(this.caseId)}`;
  }

  private readonly print = async (): Promise<void> => {
    const { printCase } = await import('./print-case');
    await printCase(this.caseId);
  };

  private tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

/** A telephone number can be called with a click; other ways to reach somebody are shown as they are. */
function contactLink(contact: string): TemplateResult {
  const number = /\+?\d[\d\s-]{5,}\d/.exec(contact)?.[0];
  return number ? html`<a href=${`tel:${number.replace(/[\s-]/g, '')}`}>${icon('phone')} ${contact}</a>` : html`${contact}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'case-panel': CasePanel;
  }
}
