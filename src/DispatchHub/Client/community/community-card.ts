import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { newKey } from '../api/http';
import type { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { instantText } from '../clocks/spoken';
import { giveCommand, problemOf } from '../commands/give-command';
import { cardMark, cardMarkCss } from '../parts/card-mark';
import { chime } from '../parts/chime';
import { countdown } from '../parts/countdown';
import { icon, type IconName } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { priorityTone, statusMark, toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { priorityWords, statusName } from '../words/terms';
import { askings, bodyOf, draftOf, keepDraft, type AskingName } from './askings';
import { cardCss } from './community-card.css';
import type { Duties } from './duties';
import { communityWords as w } from './words';

/** Duties in which the community has something to do; of the others a card is one line. */
const ACTS: readonly (keyof Duties)[] = ['acknowledge', 'preControl', 'check', 'atStreet'];

/** What a key of the page can begin on a card. */
export type CardAct = 'acknowledge' | 'stopped' | 'whistle';

/**
 * One case as the community acts on it.
 * Sends, each with the case's `id` and `number`: `open` for details, `ask` {said} for the command of that name with a form of its own,
 * `given` {said} when something was done, `refused` {duty, problem} when it was not, and `writing` {on} while words are typed here.
 */
@customElement('community-card')
export class CommunityCard extends LitElement {
  static override styles = [shared, cardMarkCss, cardCss];

  @property({ attribute: false }) row!: CaseRow;
  @property({ reflect: true }) duty!: keyof Duties;
  /** Nobody at this console has seen it yet. */
  @property({ type: Boolean, reflect: true }) fresh = false;
  /** The community may note that it has seen it after all. */
  @property({ type: Boolean }) late = false;
  /** Where the case would stand if nothing were being written here. */
  @property({ attribute: false }) stands: keyof Duties | null = null;
  @state() private asking: AskingName | null = null;
  @state() private text = '';
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  /** What was sent last, with its key: the same again is the same intent, anything else a new one. */
  private intent = { said: '', key: newKey() };

  constructor() {
    super();
    new Localized(this);
  }

  /** Puts the keyboard onto this card. */
  override focus(): void {
    const target = this.renderRoot.querySelector<HTMLElement>('article, button.line');
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** Does what its button would, if it has that button. */
  begin(act: CardAct): void {
    this.renderRoot.querySelector<HTMLButtonElement>(`button[name="${act}"]:not(:disabled)`)?.click();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('asking') && this.asking) {
      this.renderRoot.querySelector('textarea')?.focus();
    }
  }

  protected override render(): TemplateResult {
    return ACTS.includes(this.duty) ? this.card() : this.line();
  }

  private line(): TemplateResult {
    const { row } = this;
    return html`<button class="line" @click=${() => this.tell('open')}>
      <span>${this.priority()} ${cardMark(row.card)}<strong>${city.typeName(row.type, row.title)}</strong></span>${countdown(row.clocks)}
      <span class="muted"><small>${city.placeName(row)}</small> <small>${row.number}</small></span>
      ${this.duty === 'others' ? statusMark(row.status) : nothing}
    </button>`;
  }

  private card(): TemplateResult {
    const { row } = this;
    return html`<article tabindex="-1" aria-labelledby="title number" aria-describedby="place">
      <header><h3 id="title">${city.typeName(row.type, row.title)}</h3>${countdown(row.clocks)}</header>
      <p id="place">${city.placeName(row)}</p>
      <div class="about">
        <p class="facts muted">
          ${this.priority()} ${cardMark(row.card)}${this.duty === 'atStreet' ? statusMark(row.status) : nothing}${row.overdueSince ? html`<span class="critical">${say(w.lateSince, { time: instantText(row.overdueSince) })}</span>` : nothing}
          <span id="number">${row.number}</span><span>${say(w.since, { time: instantText(row.openedAt) })}</span>
        </p>
        <button class="plain" @click=${() => this.tell('open')}>${say(w.details)}${icon('chevron-right')}</button>
      </div>
      <div class="acts">${this.acts()}</div>
      ${this.asking ? this.form(this.asking) : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
    </article>`;
  }

  private priority(): TemplateResult | typeof nothing {
    const { priority } = this.row;
    return priority === 'Normal' ? nothing : html`<span class="chip ${priorityTone(priority)}">${toneMark(priorityTone(priority))}${say(priorityWords[priority])}</span>`;
  }

  private acts(): TemplateResult | typeof nothing {
    switch (this.duty) {
      case 'acknowledge':
        return html`${this.button('acknowledge', w.doAcknowledge, 'check', () => void this.give('acknowledge', {}, w.doAcknowledge), 'primary')}
        ${this.askButton('stopped', w.stopped, 'stop-hand')} ${this.askButton('whistle', w.whistle, 'whistle')}`;
      case 'preControl': {
        const stop = this.row.clocks.some((clock) => clock.name === 'stop-work' && clock.state === 'Running') ? 'stopWork' : 'stopped';
        return html`${this.askButton(stop, w.stopped, 'stop-hand')} ${this.button('resolve', w.resolve, 'check', () => this.tell('ask', 'resolve'))}
        ${this.askButton('whistle', w.whistle, 'whistle')}`;
      }
      case 'check':
        return this.button('check', w.doCheck, 'eye', () => this.tell('ask', 'check'), 'primary');
      case 'atStreet':
        return html`${this.late ? this.button('acknowledge', w.lateAcknowledge, 'check', () => void this.give('acknowledge', {}, w.lateAcknowledge)) : nothing}
        ${this.row.status === 'AwaitingDispatch' ? this.askButton('takeBack', w.takeBack, 'undo') : nothing}`;
      default:
        return nothing;
    }
  }

  private button(name: string, word: Word, glyph: IconName, act: () => void, look = ''): TemplateResult {
    return html`<button name=${name} class=${look} ?disabled=${this.busy} @click=${act}>${icon(glyph)}${say(word)}</button>`;
  }

  private askButton(asking: AskingName, word: Word, glyph: IconName): TemplateResult {
    const name = asking === 'stopWork' ? 'stopped' : asking;
    return html`<button name=${name} aria-expanded=${this.asking === asking} ?disabled=${this.busy} @click=${() => this.ask(this.asking === asking ? null : asking)}>
      ${icon(glyph)}${say(word)}
    </button>`;
  }

  private form(name: AskingName): TemplateResult {
    const asking = askings[name];
    return html`<form @submit=${this.submit} @keydown=${this.keys}>
      ${this.stands !== null && this.stands !== this.duty ? html`<p class="notice" role="status">${say(w.movedOn, { status: statusName(this.row.status) })}</p>` : nothing}
      ${asking.suggestions.length > 0
        ? html`<div class="acts suggested">${asking.suggestions.map((one) => html`<button type="button" ?disabled=${this.busy} @click=${() => void this.giveAsked(name, say(one))}>${say(one)}</button>`)}</div>`
        : nothing}
      <label>${say(asking.label)}<textarea maxlength="500" ?required=${asking.required} .value=${this.text} @input=${this.type}></textarea></label>
      <div class="acts">
        <button class="primary" ?disabled=${this.busy}>${say(this.busy ? w.sending : w.send)}</button>
        <button type="button" class="plain" @click=${() => this.ask(null)}>${say(w.cancel)}</button>
      </div>
    </form>`;
  }

  private ask(asking: AskingName | null): void {
    const before = this.asking;
    this.asking = asking;
    this.text = asking ? draftOf(this.row.id, asking) : '';
    this.problem = null;
    this.dispatchEvent(new CustomEvent('writing', { detail: { id: this.row.id, on: asking !== null } }));
    if (!asking && before) {
      this.renderRoot.querySelector<HTMLElement>(`button[name="${before === 'stopWork' ? 'stopped' : before}"]`)?.focus();
    }
  }

  private readonly type = (event: InputEvent): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    keepDraft(this.row.id, this.asking!, this.text);
  };

  private readonly keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.ask(null);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    }
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.asking) {
      void this.giveAsked(this.asking, this.text.trim());
    }
  };

  private async giveAsked(name: AskingName, said: string): Promise<void> {
    if (await this.give(askings[name].command, bodyOf(askings[name], said), askings[name].done)) {
      keepDraft(this.row.id, name, '');
      this.ask(null);
    }
  }

  private async give(name: string, body: object, what: Word): Promise<boolean> {
    const said = name + JSON.stringify(body);
    if (said !== this.intent.said) {
      this.intent = { said, key: newKey() };
    }
    this.busy = true;
    this.problem = null;
    try {
      await giveCommand(this.row.id, name, body, { key: this.intent.key });
      this.intent = { said: '', key: newKey() };
      this.tell('given', say(what));
      return true;
    } catch (fault) {
      this.problem = problemOf(fault);
      chime.refused();
      this.dispatchEvent(new CustomEvent('refused', { detail: { id: this.row.id, number: this.row.number, duty: this.duty, problem: this.problem } }));
      if (!this.problem.passes) {
        this.intent = { said: '', key: newKey() };
      }
      return false;
    } finally {
      this.busy = false;
    }
  }

  private tell(kind: 'open' | 'ask' | 'given', said = ''): void {
    this.dispatchEvent(new CustomEvent(kind, { detail: { id: this.row.id, number: this.row.number, said } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'community-card': CommunityCard;
  }
}
