import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get } from '../api/http';
import type { Problem } from '../api/problem';
import type { CardView, CaseView, CityTime, MorningApproval, MorningCase, MorningView, Outage } from '../api/types';
import { navigation } from '../app/navigation';
import { responsibleName } from '../board/responsible';
import { cardText, cardWord } from '../case/card-text';
import '../case/case-panel';
import { reasonText } from '../case/history-words';
import { instantText } from '../clocks/spoken';
import { giveCommand, problemOf } from '../commands/give-command';
import { people } from '../commands/people';
import { runCommand } from '../commands/run-command';
import { cityClock } from '../feed/city-clock';
import { documentCss } from '../parts/document-css';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { addDays, dayOf } from '../stats/local-days';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { cardStateWords, clockName } from '../words/terms';
import { decision } from './decisions';
import { morningCss } from './morning-css';
import './outage-form';
import { findingText } from '../policy/pack-words';
import { approvalWords, morningWords as w } from './words';

const LONGEST_AGO_DAYS = 31;

/** A list of the page: its name, how many there are, and each in a line. */
interface Section {
  id: string;
  name: string;
  total: number;
  none: Word;
  lines: readonly TemplateResult[];
}

/** What a supervisor looks at in the morning: what was late, what will be, what waits for a word, and cards and outages of the last days. */
@customElement('dispatch-morning')
export class MorningPage extends LitElement {
  static override styles = [shared, documentCss, morningCss];

  @state() private morning: MorningView | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private said = '';
  private turn = 0;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigation.addEventListener('change', this.follow);
    city.addEventListener('change', this.again);
    people.addEventListener('change', this.again);
    people.want();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('change', this.follow);
    city.removeEventListener('change', this.again);
    people.removeEventListener('change', this.again);
  }

  protected override render(): TemplateResult {
    const today = dayOf(cityClock.now(), cityClock.zone);
    return html`<div class="page">
      <div class="head">
        <h1>${say(w.title)}</h1>
        <div class="tools">
          <label>${say(w.day)} <input type="date" .value=${this.day ?? today} min=${addDays(today, -LONGEST_AGO_DAYS)} max=${today} @change=${this.choose} /></label>
          <button @click=${() => void this.load()} ?disabled=${this.busy}>${icon('refresh')}${say(w.refresh)}</button>
          <button @click=${() => print()} ?disabled=${!this.morning}>${icon('print')}${say(w.print)}</button>
        </div>
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      ${this.morning ? this.answer(this.morning) : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}
      ${this.drawer()}
    </div>`;
  }

  private answer(morning: MorningView): TemplateResult {
    const sections = this.sections(morning);
    return html`<p class="said"><strong>${city.scopeName(String(morning.scope))}</strong> · ${morning.day} · <span class="muted">${say(w.asOf, { at: instantText(morning.at, 'full') })}</span></p>
      ${morning.calendars && morning.calendars.length > 0 ? html`<section aria-labelledby="calendars"><h2 id="calendars">${say(w.calendars)}</h2><ul>${morning.calendars.map((one) => html`<li>${findingText(one)}</li>`)}</ul></section>` : nothing}
      <nav aria-label=${say(w.overview)}><ul class="glance">
        ${sections.map((one) => html`<li><a href=${`#${one.id}`} @click=${this.jump}><strong>${one.total}</strong><span>${one.name}</span></a></li>`)}
      </ul></nav>
      <div class="lists" aria-busy=${this.busy}>${sections.map((one) => this.section(one, one.id === 'outages' && morning.mayDecide === true))}</div>`;
  }

  private sections(morning: MorningView): Section[] {
    const may = morning.mayDecide === true;
    const cases = (id: string, name: string, none: Word, list: MorningView['lateToday']): Section =>
      ({ id, name, none, total: Number(list.total), lines: list.items.map((one) => this.caseLine(one)) });
    return [
      { id: 'approvals', name: say(w.approvals), none: w.noApprovals, total: Number(morning.approvals.total), lines: morning.approvals.items.map((one) => this.approval(one, may)) },
      cases('late-yesterday', say(w.lateYesterday, { day: dayOf(Date.parse(morning.since), cityClock.zone) }), w.noLateYesterday, morning.lateYesterday),
      cases('late-today', say(w.lateToday), w.noLateToday, morning.lateToday),
      cases('to-be-late', say(w.toBeLate), w.noToBeLate, morning.toBeLate),
      cases('returned-twice', say(w.returnedTwice), w.noReturnedTwice, morning.returnedTwice),
      {
        id: 'silent-hubs', name: say(w.silentHubs), none: w.noSilentHubs, total: morning.silentHubs.length,
        lines: morning.silentHubs.map((hub) => html`<li><span class="line"><strong>${city.scopeName(`community:${hub.communityId}`)}</strong>
          <span class="muted">${hub.since ? say(w.since, { at: instantText(hub.since) }) : say(w.never)}</span></span></li>`),
      },
      { id: 'cards', name: say(w.cards), none: w.noCards, total: Number(morning.cards.total), lines: morning.cards.items.map((one) => this.card(one.case, one.card, may)) },
      { id: 'outages', name: say(w.outages), none: w.noOutages, total: morning.outages.length, lines: morning.outages.map((one) => this.outage(one)) },
    ];
  }

  private section(one: Section, records: boolean): TemplateResult {
    return html`<section id=${one.id} aria-labelledby=${`${one.id}-name`} tabindex="-1">
      <h2 id=${`${one.id}-name`}>${one.name} (${one.total})</h2>
      ${one.lines.length === 0 ? html`<p class="muted">${say(one.none)}</p>` : html`<ul>${one.lines}</ul>`}
      ${one.total > one.lines.length ? html`<p class="muted">${say(w.more, { n: one.total - one.lines.length })}</p>` : nothing}
      ${records ? html`<outage-form @recorded=${this.recorded}></outage-form>` : nothing}
    </section>`;
  }

  private head(one: MorningCase): TemplateResult {
    return html`<span class="line"><button class="case" @click=${() => navigation.note({ case: one.id })}>${one.number} · ${city.typeName(one.type, one.title)}</button>
      <span>${statusMark(one.status)} ${responsibleName(String(one.responsible))}</span></span>`;
  }

  private caseLine(one: MorningCase): TemplateResult {
    const said = [
      one.clock ? say(w.dueAt, { clock: clockName(one.clock), at: instantText(one.dueAt) }) : '',
      one.excused ? say(w.excused) : '',
      !one.clock && one.timesReturned ? say(w.returned, { n: one.timesReturned }) : '',
    ];
    return html`<li>${this.head(one)}<span class="muted">${said.filter(Boolean).join(' · ')}</span></li>`;
  }

  private approval(one: MorningApproval, may: boolean): TemplateResult {
    const review = one.kind === 'review';
    const [yes, no] = [say(review ? w.keep : w.grant), say(review ? w.runOn : w.refuse)];
    const tell = (granted: boolean) => () => void this.decide(one, granted);
    return html`<li>${this.head(one.case)}
      <span><strong>${say(approvalWords[one.kind])}</strong> ${askedText(one)}</span>
      <span class="muted">${[one.by ? people.nameOf(one.by) : '', one.decideBy ? say(w.decideBy, { at: instantText(one.decideBy) }) : ''].filter(Boolean).join(' · ')}</span>
      ${may
        ? html`<span class="acts"><button class="primary" aria-label=${`${yes} ${one.case.number}`} ?disabled=${this.busy} @click=${tell(true)}>${icon('check')}${yes}</button>
            <button aria-label=${`${no} ${one.case.number}`} ?disabled=${this.busy} @click=${tell(false)}>${icon('close')}${no}</button></span>`
        : nothing}</li>`;
  }

  private card(of: MorningCase, card: CardView, may: boolean): TemplateResult {
    return html`<li>${this.head(of)}
      <span>${cardText(card)} · ${say(cardStateWords[card.state])}</span>
      <span class="muted">${[instantText(card.at), cardWord(card)].filter(Boolean).join(' · ')}</span>
      ${may && card.state === 'standing'
        ? html`<span class="acts"><button aria-label=${`${say(w.withdraw)} ${of.number} ${card.card}`} @click=${() => void this.withdraw(of, card)}>${icon('undo')}${say(w.withdraw)}</button></span>`
        : nothing}</li>`;
  }

  private outage(one: Outage): TemplateResult {
    return html`<li><span>${say(w.outage, { from: instantText(one.from, 'full'), to: instantText(one.to, 'full'), reason: reasonText(one.reason) })}</span>
      <span class="muted">${one.by === 'system' ? say(w.found) : people.nameOf(one.by)}</span></li>`;
  }

  private drawer(): TemplateResult | typeof nothing {
    const id = navigation.query.get('case');
    return id === null
      ? nothing
      : html`<dialog aria-label=${say(w.caseOf)} @close=${this.close}><case-panel .caseId=${id} @closed=${this.close}></case-panel></dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  private get day(): string | null {
    return navigation.query.get('day');
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    this.busy = true;
    try {
      cityClock.set(await get<CityTime>('/api/clock'));
      const morning = await get<MorningView>(`/api/morning${this.day ? `?day=${encodeURIComponent(this.day)}` : ''}`);
      if (turn === this.turn) {
        this.morning = morning;
        this.problem = null;
      }
    } catch (fault) {
      if (turn === this.turn) {
        this.problem = problemOf(fault);
      }
    } finally {
      this.busy = turn !== this.turn;
    }
  }

  private async decide(approval: MorningApproval, yes: boolean): Promise<void> {
    const { command, body } = decision(approval, yes);
    this.busy = true;
    try {
      await giveCommand(approval.case.id, command, body);
      this.said = say(w.done, { number: approval.case.number });
      await this.load();
    } catch (fault) {
      await this.load();
      this.problem = problemOf(fault);
    }
  }

  private async withdraw(of: MorningCase, card: CardView): Promise<void> {
    try {
      const outcome = await runCommand(await get<CaseView>(`/api/cases/${encodeURIComponent(of.id)}`), 'withdraw-card', { initial: { card: Number(card.card) } });
      if (outcome.kind === 'given') {
        this.said = say(w.done, { number: of.number });
        await this.load();
      }
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly recorded = (event: CustomEvent<{ withdrawn: number }>): void => {
    this.said = say(w.recorded, { n: event.detail.withdrawn });
    void this.load();
  };

  private readonly choose = (event: Event): void => {
    const day = (event.target as HTMLInputElement).value;
    navigation.note({ day: day && day !== dayOf(cityClock.now(), cityClock.zone) ? day : null });
    void this.load();
  };

  private readonly jump = (event: Event): void => {
    event.preventDefault();
    const section = this.renderRoot.querySelector<HTMLElement>((event.currentTarget as HTMLAnchorElement).hash);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };

  /** What was done with the case that was open may have changed the page. */
  private readonly close = (): void => {
    navigation.note({ case: null });
    void this.load();
  };

  private readonly follow = (): void => this.requestUpdate();

  private readonly again = (): void => this.requestUpdate();
}

/** What is asked, in a few words. */
function askedText(one: MorningApproval): string {
  switch (one.kind) {
    case 'extension':
      return say(w.asked, { length: one.length ?? '', clock: clockName(one.clock ?? ''), reason: one.reason ?? '' });
    case 'suspension':
      return say(w.askedUntil, { until: instantText(one.until), reason: one.reason ?? '' });
    case 'review':
      return say(w.askedReview);
    case 'card':
      return one.card ? cardText(one.card) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-morning': MorningPage;
  }
}
