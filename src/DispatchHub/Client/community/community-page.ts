import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { city } from '../api/city';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import { scopeParts, type CaseRow, type CaseView } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { tabTitle } from '../app/tab-title';
import { readHistory } from '../case/case-data';
import '../case/case-panel';
import { day, instantText } from '../clocks/spoken';
import { calendars } from '../clocks/working-time';
import { problemOf } from '../commands/give-command';
import { commandName } from '../commands/registry';
import { askCommand } from '../commands/run-command';
import { cityClock } from '../feed/city-clock';
import { Pace } from '../feed/pace';
import { pageState } from '../feed/page-state';
import { ScopeWatch } from '../feed/scope-watch';
import '../keys/key-sheet';
import { listenFor } from '../keys/listen';
import { chime } from '../parts/chime';
import { Glide } from '../parts/glide';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import '../parts/surge-notice';
import { Localized } from '../words/language';
import { problemText, problemWords } from '../words/problems';
import { say, type Word } from '../words/say';
import { Bell } from './bell';
import type { CardAct, CommunityCard } from './community-card';
import './community-card';
import { pageCss } from './community-page.css';
import './community-side';
import './community-wall';
import { currentAfter, dutiesOf, dutyOf, isLate, orderOf, stepFrom, whistlesToday, type Duties } from './duties';
import { communityAction, communityKeys, type CommunityAction } from './keys';
import { LateAcknowledgements } from './late-acknowledgements';
import { Presence } from './presence';
import { loadToday, type DayFigures, type Today } from './today';
import { enterWall, leaveWall } from './wall-screen';
import { communityWords as w } from './words';

/** Real ms between two looks at the clocks, and at the figures of the day. */
const SORT_EVERY_MS = 5_000;
const SIDE_EVERY_MS = 30_000;
/** How long it stays written what was done last, real ms. */
const DONE_FOR_MS = 8_000;
/** Cards in a section beyond which only a count is shown. */
const MOST_CARDS = 60;

/** Sections of one line each: nothing is asked of the community there. */
const LINES: readonly (keyof Duties)[] = ['onSite', 'atGrid', 'others'];

interface CardDetail {
  id: string;
  number: string;
  said: string;
}

/** The community's console: what waits for it now, what it works on, and what it called the street for. */
@customElement('dispatch-community')
export class CommunityPage extends LitElement {
  static override styles = [shared, pageCss];

  @state() private duties: Duties | null = null;
  @state() private today: Today | null = null;
  @state() private problem: Problem | null = null;
  @state() private done = '';
  @state() private refused: { id: string; number: string; duty: keyof Duties; problem: Problem } | null = null;
  @state() private keysShown = false;
  private readonly scope = session.who!.area!;
  private readonly communityId = scopeParts(this.scope).id;
  private readonly bell = new Bell(this);
  private readonly presence = new Presence(this, this.communityId);
  private readonly late = new LateAcknowledgements(async (id) => (await readHistory(id, 0)).items, this.requestUpdate.bind(this));
  private readonly held = new Map<string, { duty: keyof Duties; row: CaseRow }>();
  private readonly pace = new Pace(() => this.sort());
  private watch: ScopeWatch | null = null;
  private current: string | null = null;
  private timers: ReturnType<typeof setInterval>[] = [];
  private doneTimer: ReturnType<typeof setTimeout> | undefined;
  private stopKeys = (): void => undefined;

  constructor() {
    super();
    new Localized(this);
    new Glide(this, () => this.cards().map((card) => [card.row.id, card] as const));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new ScopeWatch(this.scope, { applied: () => this.pace.ask(), stateChanged: this.freshness });
    this.freshness();
    calendars.addEventListener('change', this.resort);
    city.addEventListener('change', this.again);
    navigation.addEventListener('change', this.again);
    this.stopKeys = listenFor<CommunityAction>(communityAction, this.keys);
    this.timers = [setInterval(() => this.pace.ask(), SORT_EVERY_MS), setInterval(() => void this.refreshSide(), SIDE_EVERY_MS)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.stop();
    this.watch = null;
    pageState.tell(null);
    tabTitle.setLate(0);
    this.pace.stop();
    this.stopKeys();
    calendars.removeEventListener('change', this.resort);
    city.removeEventListener('change', this.again);
    navigation.removeEventListener('change', this.again);
    this.timers.forEach(clearInterval);
    clearTimeout(this.doneTimer);
  }

  protected override render(): TemplateResult {
    const name = city.scopeName(this.scope);
    const { watch, duties } = this;
    if (watch?.state === 'refused') {
      const word = (problemWords as Record<string, Word>)[watch.refusal ?? ''] ?? problemWords.unexpected;
      return html`<div class="alone"><h1>${name}</h1><p role="alert">${say(w.refused, { why: say(word) })}</p></div>`;
    }
    if (!duties) {
      return html`<div class="alone"><h1>${name}</h1><p role="status" aria-busy="true">${say(w.loading)}</p></div>`;
    }
    if (navigation.query.has('wall')) {
      return html`<community-wall
        .duties=${duties} .name=${name} .figures=${this.figures()} .grids=${this.today?.grids ?? []} .fresh=${this.bell.fresh.length} @seen=${this.markSeen} @leave=${leaveWall}
      ></community-wall>`;
    }
    return html`<div class="page">
        ${this.top(name)}
        <div class="own">
          <div>${this.section('acknowledge', w.acknowledge, duties, w.nothingWaits)} ${this.section('check', w.check, duties)}</div>
          <div>${this.section('preControl', w.preControl, duties, w.none)} ${this.section('atGrid', w.atGrid, duties)} ${this.section('others', w.others, duties)}</div>
        </div>
        <div>${this.section('atStreet', w.atStreet, duties, w.none)} ${this.section('onSite', w.onSite, duties)}</div>
        <community-side .grids=${this.today?.grids ?? null} .figures=${this.figures()} .problem=${this.problem}></community-side>
      </div>
      ${this.drawer()} ${this.keysShown ? html`<key-sheet .specs=${communityKeys} @closed=${() => (this.keysShown = false)}></key-sheet>` : nothing}`;
  }

  private top(name: string): TemplateResult {
    const { bell, presence, refused } = this;
    const fresh = bell.fresh.length;
    const moved = refused && this.cards().every((card) => card.row.id !== refused.id || card.duty !== refused.duty);
    return html`<div class="top">
      <h1>${name}</h1>
      <span class="normal" role="status">${this.done ? html`${icon('check')} ${this.done}` : nothing}</span>
      ${fresh > 0 ? html`<button class="primary" @click=${this.markSeen}>${icon('eye')}${say(w.seen, { n: fresh })}</button>` : nothing}
      <button aria-pressed=${bell.sound} @click=${() => bell.toggle()}>${icon(bell.sound ? 'bell' : 'bell-off')}${say(bell.sound ? w.soundOn : w.soundOff)}</button>
      <button aria-label=${say(w.wall)} @click=${enterWall}>${icon('screen')}<span class="wide">${say(w.wall)}</span></button>
      <button class="keys" aria-label=${say(w.keys)} title=${say(w.keys)} @click=${() => (this.keysShown = true)}>${icon('keyboard')}</button>
      ${bell.sound && !chime.ready ? html`<p class="notice" role="status">${icon('bell-off')} ${say(w.silent)}</p>` : nothing}
      <surge-notice .scope=${this.scope}></surge-notice>
      ${this.watch?.state === 'stale' ? html`<p class="notice critical" role="status">${icon('offline')} ${say(w.stale, { time: instantText(cityClock.at(this.watch.since)) })}</p>` : nothing}
      ${presence.problem ? html`<p class="notice critical" role="alert">${say(w.consoleRefused, { why: problemText(presence.problem) })}</p>` : nothing}
      ${moved ? html`<p class="notice critical" role="alert">${refused.number}${say(w.colon)}${problemText(refused.problem)}</p>` : nothing}
    </div>`;
  }

  private section(duty: keyof Duties, word: Word, duties: Duties, empty?: Word): TemplateResult | typeof nothing {
    const rows = duties[duty];
    if (rows.length === 0 && !empty) {
      return nothing;
    }
    return html`<section aria-label=${say(word)}>
      <h2>${say(word)} <span class="muted">${rows.length}</span></h2>
      ${rows.length === 0 ? html`<p class="empty">${say(empty!)}</p>` : this.cardsOf(duty, rows)}
    </section>`;
  }

  private cardsOf(duty: keyof Duties, rows: readonly CaseRow[]): TemplateResult {
    const fresh = new Set(this.bell.fresh.map((row) => row.id));
    return html`<div class="cards ${LINES.includes(duty) ? 'lines' : ''}">
        ${repeat(
          rows.slice(0, MOST_CARDS),
          (row) => row.id,
          (row) => html`<community-card
            .row=${row} .duty=${duty} .stands=${dutyOf(row, this.communityId)} ?fresh=${fresh.has(row.id)} ?late=${duty === 'atStreet' && this.late.may(row)}
            @open=${this.open} @ask=${this.ask} @given=${this.given} @refused=${this.refuse} @writing=${this.writing} @focusin=${() => (this.current = row.id)}
          ></community-card>`,
        )}
      </div>
      ${rows.length > MOST_CARDS ? html`<p class="muted">${say(w.more, { n: rows.length - MOST_CARDS })}</p>` : nothing}`;
  }

  private drawer(): TemplateResult | typeof nothing {
    const id = navigation.query.get('case');
    return id === null
      ? nothing
      : html`<dialog aria-label=${say(w.details)} @close=${this.close}>
          <case-panel .caseId=${id} @closed=${this.close} @open-case=${this.open}></case-panel>
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
    const before = this.duties;
    this.duties = dutiesOf(board.rows, this.communityId, now, this.held);
    this.bell.look(this.duties.acknowledge.filter((row) => row.status === 'AwaitingCommunity'));
    if (before) {
      this.keepCurrent(before, this.duties);
    } else {
      void this.refreshSide();
    }
    // Who may be asked late is of no hurry: what fails now is asked for at the next look.
    void this.late.look(this.duties.atStreet.slice(0, MOST_CARDS)).catch(() => undefined);
    tabTitle.setLate([...board.rows.values()].filter((row) => isLate(row, now)).length);
  }

  /** The keyboard goes on where there is something left to do. */
  private keepCurrent(before: Duties, after: Duties): void {
    const { current } = this;
    const next = current === null ? null : currentAfter(before, after, current, MOST_CARDS);
    if (current === null || next === current) {
      return;
    }
    const had = this.cardOf(current)?.matches(':focus-within') ?? false;
    this.current = next;
    if (had && next !== null) {
      void this.updateComplete.then(() => this.cardOf(next)?.focus());
    }
  }

  private figures(): DayFigures | { whistles: DayFigures['whistles']; clocks: null } {
    // Without the figures the open cases tell a part of it.
    return this.today?.figures ?? { whistles: whistlesToday(this.watch?.board.rows.values() ?? [], (at) => day(new Date(at)), day(new Date(cityClock.now()))), clocks: null };
  }

  private async refreshSide(): Promise<void> {
    if (!cityClock.known || document.hidden) {
      return; // The first item of the watch brings the city's time, and asks again.
    }
    try {
      this.today = await loadToday(this.scope);
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private cards(): CommunityCard[] {
    return [...this.renderRoot.querySelectorAll('community-card')];
  }

  private cardOf(id: string): CommunityCard | undefined {
    return this.cards().find((card) => card.row.id === id);
  }

  private readonly markSeen = (): void => this.bell.see(this.bell.fresh);

  private tell(number: string, what: string): void {
    this.done = say(w.done, { number, what, time: instantText(cityClock.now()) });
    this.refused = null;
    chime.accepted();
    clearTimeout(this.doneTimer);
    this.doneTimer = setTimeout(() => (this.done = ''), DONE_FOR_MS);
  }

  private readonly given = (event: CustomEvent<CardDetail>): void => {
    const card = event.currentTarget as CommunityCard;
    if (card.duty === 'atStreet') {
      this.late.given(card.row);
    }
    this.tell(event.detail.number, event.detail.said);
  };

  private readonly refuse = (event: CustomEvent<NonNullable<CommunityPage['refused']>>): void => {
    this.refused = event.detail;
  };

  private readonly writing = (event: CustomEvent<{ id: string; on: boolean }>): void => {
    const card = this.cardOf(event.detail.id);
    if (event.detail.on && card) {
      this.held.set(event.detail.id, { duty: card.duty, row: card.row });
      this.bell.see([card.row]);
    } else {
      this.held.delete(event.detail.id);
      this.pace.ask();
    }
  };

  private readonly open = (event: CustomEvent<{ id: string }>): void => this.show(event.detail.id);

  private show(id: string): void {
    this.current = id;
    this.bell.see((this.duties?.acknowledge ?? []).filter((row) => row.id === id));
    navigation.note({ case: id });
  }

  private readonly close = (): void => {
    if (navigation.query.has('case')) {
      navigation.note({ case: null });
      void this.updateComplete.then(() => this.current !== null && this.cardOf(this.current)?.focus());
    }
  };

  private readonly ask = async (event: CustomEvent<CardDetail>): Promise<void> => {
    const { id, number, said } = event.detail;
    try {
      const outcome = await askCommand(await get<CaseView>(`/api/cases/${id}`), said);
      if (outcome.kind === 'given') {
        this.tell(number, commandName(said));
      }
      this.cardOf(id)?.focus();
    } catch (fault) {
      this.refused = { id, number, duty: 'others', problem: problemOf(fault) };
    }
  };

  private walk(by: 1 | -1): void {
    this.current = this.duties && stepFrom(orderOf(this.duties, MOST_CARDS), this.current, by);
    if (this.current !== null) {
      this.cardOf(this.current)?.focus();
    }
  }

  private begin(act: CardAct): void {
    if (this.current !== null && !navigation.query.has('case')) {
      this.cardOf(this.current)?.begin(act);
    }
  }

  private readonly keys: Readonly<Record<CommunityAction, () => void>> = {
    next: () => this.walk(1),
    previous: () => this.walk(-1),
    open: () => this.current !== null && this.cardOf(this.current) && this.show(this.current),
    acknowledge: () => this.begin('acknowledge'),
    stopped: () => this.begin('stopped'),
    whistle: () => this.begin('whistle'),
    seen: this.markSeen,
    back: () => (navigation.query.has('wall') ? leaveWall() : this.close()),
    wall: () => (navigation.query.has('wall') ? leaveWall() : enterWall()),
    sound: () => this.bell.toggle(),
    keys: () => (this.keysShown = true),
  };

  private readonly freshness = (): void => {
    pageState.tell(this.watch);
    this.requestUpdate();
  };

  private readonly again = (): void => this.requestUpdate();

  private readonly resort = (): void => this.pace.ask();
}
