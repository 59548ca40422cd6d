import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { OnDuty, Roster } from '../api/types';
import { instantOf, wallTime } from '../commands/zone-time';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { spanText } from './changes-view';
import { dialogCss } from './dialog-css';
import { nameIn, type FilledIn, type Looker, type RosterChange } from './roster-data';
import { dutiesAhead } from './week';
import { rosterWords as w } from './words';

/** What a form asks for. */
export type FormKind = 'override' | 'ask-swap' | 'leave';

/** Asks for one change of a roster, over the page. Sends `filled-in` with it; `closed` when it was left. The page sends it and closes. */
@customElement('roster-form')
export class RosterForm extends LitElement {
  static override styles = [shared, dialogCss];

  @property({ attribute: false }) kind: FormKind | null = null;
  @property({ attribute: false }) roster: Roster | null = null;
  @property({ attribute: false }) looker: Looker | null = null;
  /** Why the last try was refused. */
  @property() refusal = '';
  @property({ type: Boolean }) busy = false;

  @state() private other = '';
  @state() private fault = '';
  /** When it was opened, city ms: what stands in its fields at first does not move while somebody fills it in. */
  private opened = 0;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  constructor() {
    super();
    new Localized(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind') && this.kind) {
      this.opened = cityClock.now();
      this.fault = '';
      this.other = this.others()[0]?.userName ?? '';
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('kind')) {
      return;
    }
    if (this.kind && !this.dialog.open) {
      this.dialog.showModal();
    } else if (!this.kind && this.dialog.open) {
      this.dialog.close();
    }
  }

  protected override render(): TemplateResult {
    const title = this.kind ? this.titleOf(this.kind) : '';
    return html`<dialog aria-label=${title} @close=${() => this.dispatchEvent(new Event('closed'))}>
      ${this.kind && this.roster && this.looker
        ? html`<form @submit=${this.submit}>
            <header><h2>${title}</h2><button type="button" class="plain" aria-label=${say(w.cancel)} @click=${() => this.dialog.close()}>${icon('close')}</button></header>
            ${this.fields(this.kind, this.roster, this.looker)}
            ${this.fault || this.refusal ? html`<p class="critical" role="alert">${this.fault || this.refusal}</p>` : nothing}
            <footer><button type="button" @click=${() => this.dialog.close()}>${say(w.cancel)}</button>${this.canSend() ? html`<button class="primary" ?disabled=${this.busy}>${say(w.send)}</button>` : nothing}</footer>
          </form>`
        : nothing}
    </dialog>`;
  }

  private titleOf(kind: FormKind): string {
    return kind === 'override' ? say(w.giveOverride) : kind === 'ask-swap' ? say(w.askSwap) : say(this.looker?.plans ? w.giveLeave : w.askLeave);
  }

  private fields(kind: FormKind, roster: Roster, looker: Looker): TemplateResult {
    if (kind === 'ask-swap') {
      return this.swapFields(roster, looker);
    }
    return html`${kind === 'override' || looker.plans ? this.person('userName', say(w.who), looker.userName) : nothing}
      ${kind === 'override'
        ? html`<label>${say(w.replaces)}<select name="replaces"><option value="">${say(w.inAddition)}</option>${this.options()}</select></label>`
        : nothing}
      ${this.instant('from', say(w.from), 1)}${this.instant('to', say(w.to), 9)}`;
  }

  private swapFields(roster: Roster, looker: Looker): TemplateResult {
    const mine = this.ahead(looker.userName);
    if (mine.length === 0) {
      return html`<p class="muted">${say(w.noDuty)}</p>`;
    }
    return html`<label>${say(w.mine)}<select name="given">${mine.map(dutyOption)}</select></label>
      <label>${say(w.with)}<select name="other" @change=${(event: Event) => (this.other = (event.target as HTMLSelectElement).value)}>
        ${this.others().map((one) => html`<option value=${one.userName} ?selected=${one.userName === this.other}>${nameIn(roster, one.userName)}</option>`)}
      </select></label>
      <label>${say(w.theirs)}<select name="taken"><option value="">${say(w.nothingBack)}</option>${this.ahead(this.other).map(dutyOption)}</select></label>`;
  }

  private person(name: string, label: string, chosen: string): TemplateResult {
    return html`<label>${label}<select name=${name}>${this.options(chosen)}</select></label>`;
  }

  private options(chosen = ''): TemplateResult[] {
    return (this.roster?.members ?? []).map((one) => html`<option value=${one.userName} ?selected=${one.userName === chosen}>${one.displayName}</option>`);
  }

  /** An instant of the street; it stands at a whole hour ahead at first. */
  private instant(name: string, label: string, hours: number): TemplateResult {
    const at = Math.ceil(this.opened / 3_600_000 + hours) * 3_600_000;
    return html`<label>${label}<input type="datetime-local" name=${name} required value=${wallTime(at, this.zone)} /></label>`;
  }

  private others(): Roster['members'] {
    return (this.roster?.members ?? []).filter((one) => one.userName !== this.looker?.userName);
  }

  private ahead(userName: string): OnDuty[] {
    return dutiesAhead(this.roster?.duty ?? [], userName, cityClock.now());
  }

  private canSend(): boolean {
    return this.kind !== 'ask-swap' || this.ahead(this.looker?.userName ?? '').length > 0;
  }

  private get zone(): string {
    return this.roster?.timeZone ?? cityClock.zone;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const data = new FormData(this.form);
    const text = (name: string): string | null => (data.get(name) as string | null) || null;
    if (this.kind === 'ask-swap') {
      this.send('ask-swap', { other: text('other'), given: spanOfOption(text('given')), taken: spanOfOption(text('taken')) });
      return;
    }
    const [from, to] = [instantOf(text('from') ?? '', this.zone), instantOf(text('to') ?? '', this.zone)];
    if (from === null || to === null) {
      this.fault = say(w.notATime);
      return;
    }
    const body = { userName: text('userName'), from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    this.send(this.kind === 'override' ? 'override' : 'leave', this.kind === 'override' ? { ...body, replaces: text('replaces') } : body);
  };

  private send(change: RosterChange, body: object): void {
    this.fault = '';
    this.dispatchEvent(new CustomEvent<FilledIn>('filled-in', { detail: { change, body } }));
  }
}

function dutyOption(one: OnDuty): TemplateResult {
  return html`<option value="${one.from} ${one.until}">${spanText({ from: one.from, to: one.until })}</option>`;
}

function spanOfOption(value: string | null): { from: string; to: string } | null {
  const [from, to] = value?.split(' ') ?? [];
  return from && to ? { from, to } : null;
}
