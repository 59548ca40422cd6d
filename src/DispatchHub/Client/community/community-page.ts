import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { city } from '../api/city';
import { get, post } from '../api/http';
import { Problem } from '../api/problem';
import { scopeParts, type CaseRow, type CaseView } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { tabTitle } from '../app/tab-title';
import { pressing } from '../clocks/slack';
import { day, instantText } from '../clocks/spoken';
import { calendars } from '../clocks/working-time';
import '../commands/command-form';
import '../case/case-panel';
import { cityClock } from '../feed/city-clock';
import { Pace } from '../feed/pace';
import { pageState } from '../feed/page-state';
import { ScopeWatch } from '../feed/scope-watch';
import { chime } from '../parts/chime';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import './community-card';
import './community-side';
import './community-wall';
import { dutiesOf, turnOf, unseen, whistlesToday, type Duties } from './duties';
import { loadToday, type Today } from './today';
import { communityWords as w } from './words';

/** Real ms between signs of life of the console, refreshes of the side, and rings while something was not seen. */
const CONSOLE_EVERY_MS = 60_000;
const SIDE_EVERY_MS = 30_000;
const RING_EVERY_MS = 6_000;
/** Cards in a section beyond which only a count is shown; a community with more needs the board. */
const MOST_CARDS = 60;

const STORED_SOUND = 'dispatch.community.sound';

/** The community's console: what waits for it now, what it works on, and what it called the street for. */
@customElement('dispatch-community')
export class CommunityPage extends LitElement {
  static override styles = [
    shared,
    css`
      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 22rem;
        gap: 1rem;
        padding: 0.75rem 1rem;
      }
      .top {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
      }
      .top h1 {
        margin-right: auto;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
        gap: 0.75rem;
        margin-block: 0.5rem 1.25rem;
      }
      .waiting .cards {
        grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr));
      }
      h2 {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
      }
      .empty {
        padding: 1.25rem;
        border: 1px dashed var(--line);
        border-radius: 8px;
        color: var(--text-2);
      }
      dialog {
        width: min(46rem, 100vw);
        height: 100dvh;
        max-height: none;
        margin: 0 0 0 auto;
        padding: 0;
        border: 0;
        border-left: 1px solid var(--line);
        background: var(--bg);
        color: var(--text);
      }
      @media (max-width: 900px) {
        .page {
          grid-template-columns: minmax(0, 1fr);
          padding: 0.5rem;
        }
      }
    `,
  ];

  @state() private duties: Duties | null = null;
  @state() private today: Today | null = null;
  @state() private problem: Problem | null = null;
  @state() private done: { number: string; what: string; at: number } | null = null;
  @state() private opened: string | null = null;
  @state() private asked: { case: CaseView; name: string } | null = null;
  @state() private sound = localStorage.getItem(STORED_SOUND) !== 'off';
  @state() private consoleProblem: Problem | null = null;
  private watch: ScopeWatch | null = null;
  private readonly seen = new Set<string>();
  private readonly pace = new Pace(() => this.sort());
  private timers: ReturnType<typeof setInterval>[] = [];

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const scope = session.who!.area!;
    this.watch = new ScopeWatch(scope, { applied: () => this.pace.ask(), stateChanged: () => pageState.tell(this.watch) });
    pageState.tell(this.watch);
    calendars.addEventListener('change', this.resort);
    chime.addEventListener('change', this.again);
    navigation.addEventListener('change', this.again);
    this.timers = [
      setInterval(() => this.pace.ask(), 5_000),
      setInterval(() => this.ring(), RING_EVERY_MS),
      setInterval(() => void this.refreshSide(), SIDE_EVERY_MS),
      setInterval(() => void this.signOfLife(), CONSOLE_EVERY_MS),
    ];
    void this.signOfLife();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.stop();
    this.watch = null;
    pageState.tell(null);
    tabTitle.setLate(0);
    this.pace.stop();
    calendars.removeEventListener('change', this.resort);
    chime.removeEventListener('change', this.again);
    navigation.removeEventListener('change', this.again);
    this.timers.forEach(clearInterval);
  }

  protected override render(): TemplateResult {
    const name = city.scopeName(session.who!.area!);
    if (!this.duties) {
      return html`<div class="page"><h1>${name}</h1><p aria-busy="true">…</p></div>`;
    }
    if (navigation.query.has('wall')) {
      return html`<community-wall .duties=${this.duties} .name=${name} @leave=${() => navigation.note({ wall: null })}></community-wall>`;
    }
    return html`<div class="page">
        ${this.top(name, this.duties)}
        <div>${this.sections(this.duties)}</div>
        <community-side .today=${this.today} .whistles=${this.whistles()} .problem=${this.problem}></community-side>
      </div>
      ${this.drawer()}
      ${this.asked
        ? html`<command-form .case=${this.asked.case} .name=${this.asked.name} @given=${this.formGiven} @cancelled=${() => (this.asked = null)}></command-form>`
        : nothing}`;
  }

  private top(name: string, duties: Duties): TemplateResult {
    const ringing = this.fresh(duties).length;
    return html`<div class="top">
      <h1>${name}</h1>
      ${this.done ? html`<span role="status">${icon('check')} ${say(w.done, { ...this.done, time: instantText(this.done.at) })}</span>` : nothing}
      ${this.consoleProblem ? html`<span class="serious">${say(w.consoleRefused, { why: problemText(this.consoleProblem) })}</span>` : nothing}
      ${ringing > 0 ? html`<button class="primary" @click=${this.markSeen}>${icon('eye')}${say(w.seen)} · ${say(w.rings, { n: ringing })}</button>` : nothing}
      ${this.sound && !chime.ready
        ? html`<button @click=${() => void chime.start()}>${icon('bell')}${say(w.startShift)}</button>`
        : html`<button aria-pressed=${this.sound} @click=${this.toggleSound}>${icon(this.sound ? 'bell' : 'bell-off')}${say(this.sound ? w.soundOn : w.soundOff)}</button>`}
      <button @click=${() => navigation.note({ wall: '1' })}>${icon('screen')}${say(w.wall)}</button>
    </div>`;
  }

  private sections(duties: Duties): TemplateResult {
    return html`
      <section class="waiting" aria-label=${say(w.acknowledge)}>
        <h2>${say(w.acknowledge)} <span class="muted">${duties.acknowledge.length}</span></h2>
        ${duties.acknowledge.length === 0 ? html`<p class="empty">${say(w.nothingWaits)}</p>` : this.cards('acknowledge', duties)}
      </section>
      ${this.section('preControl', w.preControl, duties)} ${this.section('check', w.check, duties)} ${this.section('atStreet', w.atStreet, duties)}
      ${this.section('onSite', w.onSite, duties)} ${this.section('atGrid', w.atGrid, duties)} ${this.section('others', w.others, duties)}
    `;
  }

  private section(duty: keyof Duties, word: Word, duties: Duties): TemplateResult | typeof nothing {
    return duties[duty].length === 0
      ? nothing
      : html`<section aria-label=${say(word)}>
          <h2>${say(word)} <span class="muted">${duties[duty].length}</span></h2>
          ${this.cards(duty, duties)}
        </section>`;
  }

  private cards(duty: keyof Duties, duties: Duties): TemplateResult {
    const fresh = new Set(duty === 'acknowledge' ? this.fresh(duties) : []);
    return html`<div class="cards">
      ${repeat(
        duties[duty].slice(0, MOST_CARDS),
        (row) => row.id,
        (row) => html`<community-card .row=${row} .duty=${duty} ?fresh=${fresh.has(row)} @open=${this.open} @ask=${this.ask} @given=${this.given}></community-card>`,
      )}
    </div>`;
  }

  private drawer(): TemplateResult | typeof nothing {
    return this.opened === null
      ? nothing
      : html`<dialog aria-label=${say(w.details)} @close=${() => (this.opened = null)} @cancel=${() => (this.opened = null)}>
          <case-panel .caseId=${this.opened} @closed=${() => (this.opened = null)}></case-panel>
        </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
  }

  private sort(): void {
    const board = this.watch?.board;
    if (!board || board.at === null) {
      return;
    }
    const now = cityClock.now();
    if (!this.duties) {
      void this.refreshSide();
    }
    this.duties = dutiesOf(board.rows.values(), scopeParts(session.who!.area!).id, now);
    let late = 0;
    for (const row of board.rows.values()) {
      late += row.level === 'Supervision' || (pressing(row.clocks, now)?.leftMs ?? 0) < 0 ? 1 : 0;
    }
    tabTitle.setLate(late);
  }

  private fresh(duties: Duties): CaseRow[] {
    return unseen(duties.acknowledge, this.seen);
  }

  private whistles(): { sent: number; answered: number } {
    return whistlesToday(this.watch?.board.rows.values() ?? [], (at) => day(new Date(at)), day(new Date(cityClock.now())));
  }

  private ring(): void {
    if (this.sound && this.duties && this.fresh(this.duties).length > 0) {
      chime.announce();
    }
  }

  private async refreshSide(): Promise<void> {
    if (!cityClock.known) {
      return; // The first item of the watch brings the city's time, and asks again.
    }
    try {
      this.today = await loadToday(session.who!.area!);
      this.problem = null;
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    }
  }

  /** Tells the city that somebody sits here; a hidden page does not. */
  private async signOfLife(): Promise<void> {
    if (document.hidden || this.consoleProblem) {
      return;
    }
    try {
      await post(`/api/communities/${scopeParts(session.who!.area!).id}/console`, undefined);
    } catch (fault) {
      if (fault instanceof Problem && !fault.passes) {
        this.consoleProblem = fault;
      }
    }
  }

  private see(ids: readonly CaseRow[]): void {
    ids.forEach((row) => this.seen.add(turnOf(row)));
    this.requestUpdate();
  }

  private readonly markSeen = (): void => this.see(this.duties?.acknowledge ?? []);

  private readonly given = (event: CustomEvent<{ number: string; what: string }>): void => {
    this.done = { ...event.detail, at: cityClock.now() };
    chime.accepted();
  };

  private readonly open = (event: CustomEvent<{ id: string }>): void => {
    this.opened = event.detail.id;
    this.see((this.duties?.acknowledge ?? []).filter((row) => row.id === event.detail.id));
  };

  private readonly ask = async (event: CustomEvent<{ id: string; name: string }>): Promise<void> => {
    try {
      this.asked = { case: await get<CaseView>(`/api/cases/${event.detail.id}`), name: event.detail.name };
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    }
  };

  private readonly formGiven = (event: CustomEvent<{ case: CaseView }>): void => {
    const what = this.asked!.name === 'check' ? w.doCheck : w.resolve;
    this.asked = null;
    this.done = { number: event.detail.case.number, what: say(what), at: cityClock.now() };
    chime.accepted();
  };

  private readonly toggleSound = (): void => {
    this.sound = !this.sound;
    localStorage.setItem(STORED_SOUND, this.sound ? 'on' : 'off');
  };

  private readonly again = (): void => this.requestUpdate();

  private readonly resort = (): void => this.pace.ask();
}
