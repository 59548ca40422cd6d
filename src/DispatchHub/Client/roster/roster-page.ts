import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import { scopeParts, type CityTime, type HandOver, type Roster } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { documentCss } from '../parts/document-css';
import { shared } from '../parts/shared-css';
import { addDays, dayOf } from '../stats/local-days';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { changesView } from './changes-view';
import './duty-now';
import { seesPresence } from './duty-now';
import './hand-over';
import { loadHandOver } from './hand-over-data';
import { handOverWords } from './hand-over-words';
import './plan-form';
import type { PlanKind } from './plan-form';
import { plannedView } from './planned-view';
import { changeRoster, loadRoster, lookerOf, type FilledIn, type Looker, type RosterChange } from './roster-data';
import { pageCss } from './roster-css';
import './roster-form';
import type { FormKind } from './roster-form';
import { gapsAhead, mondayOf, readDay, spanOf } from './week';
import { weekView } from './week-view';
import { rosterWords as w } from './words';

/** How many gaps are named; the others are counted. */
const GAPS_NAMED = 6;

/** Who is on duty in a week of one team, what is missing, and what people ask of each other. */
@customElement('dispatch-roster')
export class RosterPage extends LitElement {
  static override styles = [shared, documentCss, pageCss];

  @state() private roster: Roster | null = null;
  @state() private problem: Problem | null = null;
  @state() private refusal: Problem | null = null;
  @state() private form: FormKind | null = null;
  @state() private planning: PlanKind | null = null;
  @state() private handOver: HandOver | null = null;
  @state() private busy = false;
  @state() private said = '';

  private asking: AbortController | null = null;
  private shown = '';

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigation.addEventListener('change', this.follow);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('change', this.follow);
    this.asking?.abort();
  }

  protected override render(): TemplateResult {
    const looker = this.roster && session.who ? lookerOf(this.roster, session.who) : null;
    return html`<div class="page">
      <div class="head">
        <h1>${say(w.title)}</h1>
        ${this.views()} ${this.weekTools()}
      </div>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      ${this.refusal && !this.form && !this.planning ? html`<div class="notice critical" role="alert">${refusalText(this.refusal)}</div>` : nothing}
      ${this.roster && looker ? this.content(this.roster, looker) : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}
      <p class="visually-hidden" role="status">${this.said}</p>
      <roster-form
        .kind=${this.form}
        .roster=${this.roster}
        .looker=${looker}
        .refusal=${this.refusal && this.form ? refusalText(this.refusal) : ''}
        ?busy=${this.busy}
        @filled-in=${(event: CustomEvent<FilledIn>) => void this.give(event.detail.change, event.detail.body)}
        @closed=${() => (this.form = null)}
      ></roster-form>
      <plan-form
        .kind=${this.planning}
        .roster=${this.roster}
        .refusal=${this.refusal && this.planning ? refusalText(this.refusal) : ''}
        ?busy=${this.busy}
        @filled-in=${(event: CustomEvent<FilledIn>) => void this.give(event.detail.change, event.detail.body)}
        @closed=${() => (this.planning = null)}
      ></plan-form>
    </div>`;
  }

  private weekTools(): TemplateResult {
    const teams = teamsOf();
    return html`<div class="tools">
      ${teams.length > 1
        ? html`<label>${say(w.team)}<select @change=${(event: Event) => navigation.note({ team: (event.target as HTMLSelectElement).value })}>
            ${teams.map((team) => html`<option value=${team} ?selected=${team === this.team}>${city.scopeName(team)}</option>`)}
          </select></label>`
        : nothing}
      ${this.handsOver ? nothing : html`<button aria-label=${say(w.before)} @click=${() => this.turn(-7)}>${icon('chevron-left')}</button>
      <button @click=${() => navigation.note({ week: null })}>${say(w.thisWeek)}</button>
      <button aria-label=${say(w.after)} @click=${() => this.turn(7)}>${icon('chevron-right')}</button>`}
    </div>`;
  }

  private views(): TemplateResult {
    const late = this.handOver?.shifts.some((shift) => shift.late) ?? false;
    return html`<nav class="tools" aria-label=${say(w.views)}>
      <button aria-current=${this.handsOver ? 'false' : 'page'} aria-pressed=${!this.handsOver} @click=${() => navigation.note({ view: null })}>${icon('roster')}${say(w.weekView)}</button>
      <button aria-current=${this.handsOver ? 'page' : 'false'} aria-pressed=${this.handsOver} @click=${() => navigation.note({ view: 'hand-over' })}>
        ${icon('edit')}${say(handOverWords.title)}${late ? html` <span class="chip critical">${say(w.notHanded)}</span>` : nothing}
      </button>
    </nav>`;
  }

  private get handsOver(): boolean {
    return navigation.query.get('view') === 'hand-over';
  }

  private content(roster: Roster, looker: Looker): TemplateResult {
    if (this.handsOver) {
      return html`<hand-over .team=${this.team} .roster=${roster} .view=${this.handOver} @handed=${(event: CustomEvent<HandOver | null>) => (this.handOver = event.detail)}></hand-over>`;
    }
    return html`
      <h2>${city.scopeName(roster.scope)} · ${say(w.week, { day: this.monday })}</h2>
      ${this.gaps(roster)}
      ${session.who && seesPresence(session.who.role, this.team) ? html`<duty-now .team=${this.team} .roster=${roster}></duty-now>` : nothing}
      ${roster.planned.length === 0 ? html`<p class="notice">${say(w.empty)}</p>` : nothing}
      ${weekView(roster, this.monday)}
      <div class="tools">
        ${looker.plans ? html`<button @click=${() => this.open('override')}>${icon('users')}${say(w.giveOverride)}</button>` : nothing}
        ${looker.takesPart ? html`<button @click=${() => this.open('ask-swap')}>${icon('refresh')}${say(w.askSwap)}</button>` : nothing}
        ${looker.takesPart || looker.plans ? html`<button @click=${() => this.open('leave')}>${icon('user')}${say(looker.plans ? w.giveLeave : w.askLeave)}</button>` : nothing}
      </div>
      ${changesView(roster, looker, this.busy, (change, body) => void this.give(change, body))}
      ${looker.plans ? plannedView(roster, dayOf(cityClock.now(), roster.timeZone), (kind) => this.plan(kind)) : nothing}
    `;
  }

  private gaps(roster: Roster): TemplateResult | typeof nothing {
    const gaps = gapsAhead(roster.gaps, cityClock.now());
    if (gaps.length === 0) {
      return nothing;
    }
    return html`<section class="gaps notice critical">
      <h3>${icon('warning')} ${say(w.gaps)}</h3>
      <ul>
        ${gaps.slice(0, GAPS_NAMED).map(
          (gap) => html`<li>${say(w.gap, { line: say(Number(gap.line) === 2 ? w.second : w.first), from: instantText(gap.from), to: instantText(gap.to), n: Number(gap.missing) })}</li>`,
        )}
        ${gaps.length > GAPS_NAMED ? html`<li class="muted">${say(w.moreGaps, { n: gaps.length - GAPS_NAMED })}</li>` : nothing}
      </ul>
    </section>`;
  }

  private get team(): string {
    const asked = navigation.query.get('team');
    const teams = teamsOf();
    return asked !== null && teams.includes(asked) ? asked : (teams[0] ?? '');
  }

  private get monday(): string {
    return mondayOf(readDay(navigation.query.get('week')) ?? dayOf(cityClock.now(), cityClock.zone));
  }

  private turn(days: number): void {
    navigation.note({ week: addDays(this.monday, days) });
  }

  private open(form: FormKind): void {
    this.refusal = null;
    this.form = form;
  }

  private plan(kind: PlanKind): void {
    this.refusal = null;
    this.planning = kind;
  }

  private readonly follow = (): void => {
    this.requestUpdate();
    if (navigation.path.startsWith('/roster') && this.shown !== `${this.team} ${this.monday}`) {
      void this.load();
    }
  };

  private async load(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      cityClock.set(await get<CityTime>('/api/clock', asking.signal));
      const { from, to } = spanOf(this.monday, cityClock.zone);
      this.shown = `${this.team} ${this.monday}`;
      [this.roster, this.handOver] = await Promise.all([loadRoster(this.team, from, to, asking.signal), loadHandOver(this.team, null, asking.signal)]);
      this.problem = null;
    } catch (fault) {
      if (asking.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.problem = fault;
      this.roster = null;
    }
  }

  /** What was filled in stays in its form until the change is accepted. */
  private async give(change: RosterChange, body: object): Promise<void> {
    this.busy = true;
    this.refusal = null;
    this.said = '';
    try {
      await changeRoster(this.team, change, body);
      [this.form, this.planning] = [null, null];
      await this.load();
      this.said = say(w.done);
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.refusal = fault;
    } finally {
      this.busy = false;
    }
  }
}

/** The teams whose rosters this person may look at, their own first. */
function teamsOf(): string[] {
  const area = session.who?.area ?? '';
  if (area.startsWith('community:')) {
    return [area];
  }
  const grid = area.startsWith('grid:') ? city.grid(scopeParts(area).id) : null;
  if (grid) {
    return [`community:${grid.communityId}`];
  }
  const street = `street:${city.territory?.street.id ?? ''}`;
  return [street, ...(city.territory?.communities ?? []).filter((one) => !one.id.endsWith('-unlocated')).map((one) => `community:${one.id}`)];
}

function refusalText(problem: Problem): string {
  return problem.code === 'not-yours' ? say(w.notYours) : problemText(problem);
}
