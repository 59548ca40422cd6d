import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { scopeParts, type CaseRow } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { tabTitle } from '../app/tab-title';
import { pressing } from '../clocks/slack';
import { instantText } from '../clocks/spoken';
import { problemOf } from '../commands/give-command';
import { people } from '../commands/people';
import { cityClock } from '../feed/city-clock';
import type { Entry, Intent } from '../outbox/entry';
import { outbox } from '../outbox/outbox';
import { hasAlarm } from '../parts/alarms';
import { chime } from '../parts/chime';
import { icon, type IconName } from '../parts/icon';
import { shared } from '../parts/shared-css';
import '../parts/surge-notice';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import type { Problem } from '../api/problem';
import { Absence } from './absence';
import { appWorker } from './app-worker';
import { CaseDetails } from './case-details';
import { entryName } from './entry-name';
import './duty-bar';
import './field-call';
import './field-case';
import './field-checks';
import { fieldCss } from './field-css';
import { section, type Cards } from './field-lists';
import './field-missed';
import './field-outbox';
import './field-patrol';
import type { FieldPatrol } from './field-patrol';
import './field-report';
import { pageCss } from './field-page.css';
import { FieldRows } from './field-rows';
import { checksAs, turnOf, unseenCalls, workOf, type Me, type Work } from './my-work';
import { alarmText } from './field-safety';
import { safetyWords } from './safety-words';
import { seenCalls } from './seen-calls';
import './undo-bar';
import { fieldWords as w } from './words';

type Tab = 'now' | 'report' | 'checks' | 'outbox';

/** Late cases are counted again so often, real ms. */
const COUNT_EVERY_MS = 10_000;

/** The page of those on site: what is next, reporting, checks in the order of a walk, and what waits to be sent. */
@customElement('dispatch-field')
export class FieldPage extends LitElement {
  static override styles = [shared, fieldCss, pageCss];

  @state() private work: Work = { offers: [], mine: [], checks: [], others: [] };
  @state() private opened: string | null = null;
  @state() private all = false;
  @state() private problem: Problem | null = null;
  private readonly me: Me = meOf();
  private readonly rows = new FieldRows(this.me);
  private readonly details = new CaseDetails(this.me.userName);
  private readonly absence = new Absence(this.me, () => ({ rows: this.rows.rows, at: cityClock.now() }));
  private readonly seen = seenCalls(this.me.userName);
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.rows.addEventListener('change', this.sort);
    this.details.addEventListener('change', this.again);
    this.absence.addEventListener('change', this.again);
    outbox.addEventListener('change', this.sort);
    outbox.addEventListener('settled', this.settled);
    navigation.addEventListener('change', this.again);
    chime.addEventListener('change', this.again);
    appWorker.addEventListener('change', this.again);
    document.addEventListener('visibilitychange', this.looked);
    addEventListener('pointerdown', this.touched, { once: true });
    session.addEventListener('change', this.personChanged);
    this.timer = setInterval(this.sort, COUNT_EVERY_MS);
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.rows.removeEventListener('change', this.sort);
    this.rows.stop();
    outbox.removeEventListener('change', this.sort);
    outbox.removeEventListener('settled', this.settled);
    navigation.removeEventListener('change', this.again);
    chime.removeEventListener('change', this.again);
    appWorker.removeEventListener('change', this.again);
    document.removeEventListener('visibilitychange', this.looked);
    removeEventListener('pointerdown', this.touched);
    session.removeEventListener('change', this.personChanged);
    clearInterval(this.timer);
    tabTitle.setLate(0);
  }

  protected override render(): TemplateResult {
    const tab = this.tab();
    return html`
      <h1 class="visually-hidden">${say(w.field)}</h1>
      <div class="content" tabindex="-1">${this.notices()} ${this.duty(tab)} ${this.content(tab)}</div>
      <footer>
        <undo-bar></undo-bar>
        ${this.tabs(tab)}
      </footer>
      ${this.opened === null
        ? nothing
        : html`<field-case .caseId=${this.opened} .row=${this.rows.rows.find((row) => row.id === this.opened) ?? null} .view=${this.details.of(this.opened)} @close=${() => this.show(null)} @open-case=${this.open}></field-case>`}
    `;
  }

  private notices(): TemplateResult {
    const calls = unseenCalls(this.work, this.seen.turns);
    const refused = this.tab() === 'outbox' ? [] : outbox.entries.filter((entry) => entry.state === 'refused');
    return html`
      ${appWorker.waiting ? html`<p class="notice row"><span class="text">${say(w.newVersion)}</span><button class="primary" @click=${() => appWorker.update()}>${say(w.reload)}</button></p>` : nothing}
      ${this.rows.staleSince !== null ? html`<p class="notice" role="status">${icon('offline')} ${say(w.stale, { time: instantText(this.rows.staleSince) })}</p>` : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${refused.length > 0 ? this.refusedNotice(refused) : nothing}
      ${this.tab() === 'now' ? nothing : this.rows.rows.filter((row) => hasAlarm(row) && row.officerIds.includes(this.me.userName)).map((row) => this.alarmNotice(row))}
      ${this.me.role !== 'citizen' && this.me.area ? html`<surge-notice .scope=${this.me.area}></surge-notice>` : nothing}
      ${calls.length > 0 ? html`<field-call .rows=${calls} @seen=${this.markSeen}></field-call>` : nothing}
      ${this.absence.missed.length > 0 ? html`<field-missed .missed=${this.absence.missed} @open=${this.open} @seen=${() => this.absence.told()}></field-missed>` : nothing}
    `;
  }

  /** An alarm of one's own visit is said on every tab; on the first its card says it. */
  private alarmNotice(row: CaseRow): TemplateResult {
    const alarm = row.safety!.alarm!;
    const text = alarm.acknowledgedBy ? say(safetyWords.seen, { person: people.nameOf(alarm.acknowledgedBy), at: instantText(alarm.acknowledgedAt) }) : alarmText(alarm, this.me.userName);
    return html`<p class="notice ${alarm.acknowledgedBy ? '' : 'critical'} row" role="alert">
      <span class="text">${icon('bell')} ${text}</span><button @click=${() => this.show(row.id)}>${say(w.look)}</button>
    </p>`;
  }

  /** What was not taken is said on every tab: its case has often gone from the list, and with it the card that would say so. */
  private refusedNotice(refused: readonly Entry[]): TemplateResult {
    const last = refused.at(-1)!;
    const what = [entryName(last), last.about.place].filter(Boolean).join(' · ');
    return html`<p class="notice critical row refused" role="alert">
      <span class="text">${icon('warning')} ${say(w.refusedWhat, { what })}${refused.length > 1 ? html` ${say(w.heldMore, { n: refused.length })}` : nothing}</span>
      <button @click=${() => this.go('outbox')}>${say(w.look)}</button>
    </p>`;
  }

  private content(tab: Tab): TemplateResult {
    switch (tab) {
      case 'report':
        return html`<field-report .me=${this.me} @decide=${this.decide} @open=${this.open}></field-report>`;
      case 'checks':
        return html`<field-checks .rows=${this.work.checks} .cards=${this.cards()}></field-checks>`;
      case 'outbox':
        return html`<field-outbox .rows=${this.rows.rows} @open=${this.open} @edit=${() => this.go('report')}></field-outbox>`;
      case 'now':
        return this.nowTab();
    }
  }

  /** It says that the officer is there on whichever tab they are, so it stays. */
  private duty(tab: Tab): TemplateResult | typeof nothing {
    return this.me.role === 'officer' || this.me.role === 'captain' ? html`<duty-bar ?hidden=${tab !== 'now'}></duty-bar>` : nothing;
  }

  private nowTab(): TemplateResult {
    const { role, area } = this.me;
    const patrol = role === 'gridWorker' && area ? html`<field-patrol .gridId=${scopeParts(area).id} .entries=${outbox.entries} @decide=${this.decide}></field-patrol>` : nothing;
    if (!this.rows.known) {
      return html`${patrol}<p class="empty" aria-busy=${navigator.onLine}>${say(navigator.onLine && !this.rows.problem ? w.loading : w.neverLoaded)}</p>`;
    }
    const cards = this.cards();
    const more = { all: this.all, showAll: () => (this.all = true) };
    const acts = role === 'gridWorker' || role === 'officer' || role === 'captain';
    const { offers, mine, others } = this.work;
    return html`
      ${patrol} ${section(w.offers, offers, cards, more)}
      ${acts && mine.length + offers.length === 0 ? html`<p class="empty">${say(w.nothingNow)}</p>` : section(w.mine, mine, cards, more)}
      ${section(role === 'citizen' ? w.ownReports : acts ? w.others : w.inGrid, others, cards, { ...more, quiet: acts })}
      ${!acts && others.length === 0 ? html`<p class="empty">${say(role === 'citizen' ? w.noReports : w.noCases)}</p>` : nothing}
    `;
  }

  private tabs(tab: Tab): TemplateResult {
    const waiting = outbox.entries.filter((entry) => entry.state !== 'sent').length;
    const refused = outbox.entries.some((entry) => entry.state === 'refused');
    const one = (name: Tab, word: Word, glyph: IconName, count: number, look = ''): TemplateResult => html`<button aria-current=${name === tab ? 'page' : 'false'} @click=${() => this.go(name)}>
      ${icon(glyph)}<span>${say(word)}${count > 0 ? html` <b class=${look}>${look === 'refused' ? '! ' : ''}${count}</b>` : nothing}</span>
    </button>`;
    return html`<nav aria-label=${say(w.tabs)}>
      ${one('now', this.me.role === 'citizen' ? w.ownReports : w.now, 'clock', this.work.offers.length + this.work.mine.length)} ${one('report', w.report, 'plus', 0)}
      ${checksAs(this.me) !== null ? one('checks', w.checks, 'walk', this.work.checks.length) : nothing} ${one('outbox', w.outbox, 'send', waiting, refused ? 'refused' : '')}
    </nav>`;
  }

  private cards(): Cards {
    const fresh = new Set(unseenCalls(this.work, this.seen.turns).map((row) => row.id));
    return { me: this.me, entries: outbox.entries, details: this.details, fresh, decide: this.decide, open: this.open };
  }

  private tab(): Tab {
    const asked = navigation.query.get('tab');
    return asked === 'report' || asked === 'checks' || asked === 'outbox' ? asked : 'now';
  }

  private async begin(): Promise<void> {
    appWorker.register();
    await this.try(outbox.begin(this.me.userName));
    await this.details.begin();
    const before = await this.rows.recall();
    if (before) {
      this.absence.left({ rows: before.rows, at: before.at }, before.heard);
    }
    if (!this.isConnected) {
      return; // Left again meanwhile.
    }
    this.rows.begin();
    this.opened = navigation.query.get('case');
  }

  private readonly sort = (): void => {
    const now = cityClock.now();
    this.work = workOf(this.rows.rows, outbox.entries, this.me, now);
    const mine = [...this.work.offers, ...this.work.mine, ...this.work.checks];
    tabTitle.setLate(mine.filter((row) => (pressing(row.clocks, now)?.leftMs ?? 0) < 0).length);
    this.details.want(mine);
    this.absence.look(this.rows.staleSince === null, this.ownCases());
  };

  private ownCases(): Set<string> {
    return new Set(outbox.entries.flatMap((entry) => (entry.target.kind === 'case' ? [entry.target.caseId] : [])));
  }

  private readonly looked = (): void => {
    if (document.hidden) {
      this.absence.left({ rows: this.rows.rows, at: cityClock.now() }, Date.now());
    } else {
      this.rows.look();
      this.sort();
    }
  };

  private readonly decide = (event: Event): void => {
    const intent = (event as CustomEvent<Intent>).detail;
    if (intent.target.kind === 'case') {
      this.see([intent.target.caseId]);
    }
    void this.try(outbox.add(intent).then(() => chime.accepted()));
  };

  private readonly settled = (event: Event): void => {
    const entry = (event as CustomEvent<Entry>).detail;
    if (entry.state === 'refused') {
      chime.refused();
    } else if (entry.name === 'raise-alarm') {
      chime.announce();
      navigator.vibrate?.([200, 100, 200]);
    }
    this.rows.look();
    void this.renderRoot.querySelector<FieldPatrol>('field-patrol')?.look();
  };

  private readonly markSeen = (): void => this.see(unseenCalls(this.work, this.seen.turns).map((row) => row.id));

  private see(ids: readonly string[]): void {
    this.seen.add(this.rows.rows.filter((row) => ids.includes(row.id)).map(turnOf));
    this.requestUpdate();
  }

  private readonly open = (event: Event): void => this.show((event as CustomEvent<{ id: string }>).detail.id);

  private show(id: string | null): void {
    this.opened = id;
    navigation.note({ case: id });
    if (id) {
      this.see([id]);
    }
  }

  private go(tab: Tab): void {
    navigation.note({ tab: tab === 'now' ? null : tab });
    this.renderRoot.querySelector('.content')?.scrollTo({ top: 0 });
  }

  private async try(work: Promise<unknown>): Promise<void> {
    try {
      await work;
      this.problem = null;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  /** Whoever signs out leaves nothing to read on the phone; when somebody else takes it over, nothing of the one before may stay on the page. */
  private readonly personChanged = (): void => {
    if (session.state === 'signed-out') {
      void Promise.all([this.rows.forget(), this.details.forget()]);
    }
    if (session.who && session.who.userName !== this.me.userName) {
      location.reload();
    }
  };

  private readonly touched = (): void => void chime.start();

  private readonly again = (): void => this.requestUpdate();
}

function meOf(): Me {
  const { userName, role, area, streetId } = session.who!;
  return { userName, role, area: area ?? null, streetId: streetId ?? '' };
}
