import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import type { DutyGap, PlannedDuty, Roster } from '../api/types';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { addDays, dayOf } from '../stats/local-days';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, sayName } from '../words/say';
import { spanText } from './changes-view';
import { dialogCss } from './dialog-css';
import { dutyOf, type PlanFields } from './plan-data';
import { planWords as w } from './plan-words';
import { nameIn, tryRoster, type FilledIn, type RosterChange } from './roster-data';
import { gapsAhead } from './week';
import { rosterWords } from './words';

/** What is planned: a duty, the end of one, or what somebody can do. */
export type PlanKind = { change: 'plan' } | { change: 'end'; duty: PlannedDuty } | { change: 'set-skills'; userName: string };

/** The server is asked what would stand so long after the last change of a field, ms. */
const PREVIEW_AFTER_MS = 300;
const CREWS = ['1', '2', '3', '4', '5', '6'];
const PREVIEWED = 8;

/** Plans and ends duties, over the page, and shows before it is sent who is on duty then and where gaps stay. Sends `filled-in` and `closed`. */
@customElement('plan-form')
export class PlanForm extends LitElement {
  static override styles = [shared, dialogCss];

  @property({ attribute: false }) kind: PlanKind | null = null;
  @property({ attribute: false }) roster: Roster | null = null;
  @property() refusal = '';
  @property({ type: Boolean }) busy = false;

  @state() private tried: Roster | null = null;
  @state() private impossible: Problem | null = null;
  @state() private incomplete = false;
  @state() private crews = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | null = null;
  private tomorrow = '';

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind')) {
      this.forget();
      [this.tried, this.impossible, this.incomplete, this.crews] = [null, null, false, 0];
      this.tomorrow = addDays(dayOf(cityClock.now(), this.roster?.timeZone ?? cityClock.zone), 1);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) {
      return;
    }
    if (this.kind && !this.dialog.open) {
      this.dialog.showModal();
      this.changed();
    } else if (!this.kind && this.dialog.open) {
      this.dialog.close();
    }
  }

  protected override render(): TemplateResult {
    const { kind, roster } = this;
    const title = !kind ? '' : say(kind.change === 'plan' ? w.plan : kind.change === 'end' ? w.endTitle : w.skillsTitle);
    return html`<dialog class="wide" aria-label=${title} @close=${() => this.dispatchEvent(new Event('closed'))}>
      ${kind && roster
        ? html`<form @submit=${this.submit} @change=${this.changed}>
            <header><h2>${title}</h2><button type="button" class="plain" aria-label=${say(rosterWords.cancel)} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
            ${kind.change === 'plan' ? this.planFields(roster) : kind.change === 'end' ? this.endFields(kind.duty) : this.skillFields(roster, kind.userName)}
            ${kind.change === 'set-skills' ? nothing : this.preview(roster)}
            ${this.refusal ? html`<p class="critical" role="alert">${this.refusal}</p>` : nothing}
            <footer><button type="button" @click=${() => this.dialog.close()}>${say(rosterWords.cancel)}</button><button class="primary" ?disabled=${this.busy}>${say(rosterWords.send)}</button></footer>
          </form>`
        : nothing}
    </dialog>`;
  }

  private planFields(roster: Roster): TemplateResult {
    return html`<div class="fields">
        <label>${say(w.name)}<input name="name" required maxlength="80" /></label>
        <label>${say(w.hours)}<input type="time" name="from" required value="08:30" /></label>
        <label>${say(w.until)}<input type="time" name="to" required value="17:30" /></label>
        <label>${say(w.days)}<select name="days">
          <option value="everyDay">${say(w.everyDay)}</option><option value="workingDays">${say(w.workingDays)}</option><option value="daysOff">${say(w.daysOff)}</option>
        </select></label>
        <label>${say(w.line)}<select name="line"><option value="1">${say(rosterWords.first)}</option><option value="2">${say(rosterWords.second)}</option></select></label>
        <label>${say(w.first)}<input type="date" name="first" required value=${this.tomorrow} min=${addDays(this.tomorrow, -1)} /></label>
        <label>${say(w.lastOptional)}<input type="date" name="last" min=${this.tomorrow} /></label>
        <label>${say(w.least)}<input type="number" name="least" required min="1" max="60" value="1" /></label>
        ${this.crews > 1 ? html`<label>${say(w.turnDays)}<input type="number" name="turnDays" required min="1" max="366" value="7" /></label>` : nothing}
      </div>
      <fieldset>
        <legend>${say(w.who)}</legend>
        <div class="fields">${roster.members.map((one) => html`<label>${one.displayName}<select name="crew" data-user=${one.userName}>
          <option value="">${say(w.none)}</option>${CREWS.map((crew) => html`<option value=${crew}>${say(w.crew, { n: crew })}</option>`)}
        </select></label>`)}</div>
      </fieldset>`;
  }

  private endFields(duty: PlannedDuty): TemplateResult {
    return html`<p><strong lang="mul">${duty.name}</strong></p>
      <label>${say(w.last)}<input type="date" name="last" required value=${this.tomorrow} min=${addDays(this.tomorrow, -1)} /></label>`;
  }

  private skillFields(roster: Roster, userName: string): TemplateResult {
    const chosen = new Set(roster.members.find((one) => one.userName === userName)?.skills ?? []);
    const scenes = Object.entries(city.catalogue?.scenes ?? {}).map(([id, title]) => ({ id, title: sayName(title, id) }));
    const types = (city.catalogue?.types ?? []).map((type) => ({ id: type.code, title: `${type.code} ${sayName(type.title)}` }));
    return html`<p><strong>${nameIn(roster, userName)}</strong></p>
      <fieldset><legend>${say(w.canDo)}</legend>
        ${[...scenes, ...types].map((one) => html`<label class="check"><input type="checkbox" name="skills" value=${one.id} ?checked=${chosen.has(one.id)} />${one.title}</label>`)}
      </fieldset>`;
  }

  /** What the server says would stand: duties of the first days, and gaps. */
  private preview(roster: Roster): TemplateResult {
    const content = this.incomplete ? html`<p class="muted">${say(w.fill)}</p>`
      : this.impossible ? html`<p class="critical">${say(w.refused)} ${problemText(this.impossible)}</p>`
      : this.tried ? html`<ul>${this.tried.duty.slice(0, PREVIEWED).map((one) => html`<li>${spanText({ from: one.from, to: one.until })} ${nameIn(roster, one.userName)}</li>`)}</ul>
          ${gapList(gapsAhead(this.tried.gaps, cityClock.now()))}`
      : nothing;
    return html`<section class="preview" aria-live="polite"><h3>${say(w.then)}</h3>${content}</section>`;
  }

  private readonly changed = (): void => {
    this.crews = new Set(this.crewsGiven().values()).size;
    this.forget();
    const body = this.body();
    this.incomplete = body === null;
    if (body && this.kind && this.kind.change !== 'set-skills') {
      this.timer = setTimeout(() => void this.ask(this.kind!.change, body), PREVIEW_AFTER_MS);
    }
  };

  private async ask(change: RosterChange, body: object): Promise<void> {
    const asking = (this.asking = new AbortController());
    try {
      this.tried = await tryRoster(this.roster!.scope, change, body, asking.signal);
      this.impossible = null;
    } catch (fault) {
      if (asking.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.impossible = fault;
    }
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  private crewsGiven(): Map<string, string> {
    const selects = [...this.form.querySelectorAll<HTMLSelectElement>('select[name=crew]')];
    return new Map(selects.filter((one) => one.value).map((one) => [one.dataset['user']!, one.value]));
  }

  private body(): object | null {
    const data = new FormData(this.form);
    const text = (name: string): string => (data.get(name) as string | null) ?? '';
    switch (this.kind?.change) {
      case 'plan': {
        const fields: PlanFields = {
          name: text('name') || '…', line: text('line'), from: text('from'), to: text('to'), days: text('days'), first: text('first'), last: text('last'),
          turnDays: text('turnDays') || '7', least: text('least') || '1', crews: this.crewsGiven(),
        };
        const duty = dutyOf(fields);
        return duty ? { duty } : null;
      }
      case 'end':
        return text('last') ? { id: this.kind.duty.id, last: text('last') } : null;
      case 'set-skills':
        return { userName: this.kind.userName, skills: data.getAll('skills') };
      default:
        return null;
    }
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const body = this.body();
    this.incomplete = body === null;
    if (body && this.kind) {
      this.dispatchEvent(new CustomEvent<FilledIn>('filled-in', { detail: { change: this.kind.change, body } }));
    }
  };
}

function gapList(gaps: readonly DutyGap[]): TemplateResult {
  return gaps.length === 0
    ? html`<p class="normal">${icon('check')} ${say(w.noGap)}</p>`
    : html`<p class="critical">${icon('warning')} ${say(rosterWords.gaps)}</p>
        <ul>${gaps.slice(0, 3).map((gap) => html`<li>${say(rosterWords.gap, { line: say(Number(gap.line) === 2 ? rosterWords.second : rosterWords.first), from: instantText(gap.from), to: instantText(gap.to), n: Number(gap.missing) })}</li>`)}
        ${gaps.length > 3 ? html`<li>${say(rosterWords.moreGaps, { n: gaps.length - 3 })}</li>` : nothing}</ul>`;
}
