import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { newKey } from '../api/http';
import type { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { instantText } from '../clocks/spoken';
import { giveCommand, problemOf } from '../commands/give-command';
import { countdown } from '../parts/countdown';
import { icon, type IconName } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { priorityTone, statusMark, toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, type Word } from '../words/say';
import { priorityWords } from '../words/terms';
import type { Duties } from './duties';
import { communityWords as w } from './words';

/** A command that asks for a few words first. */
interface Asking {
  command: string;
  label: Word;
  field: 'reason' | 'note';
  required: boolean;
  suggestions: readonly Word[];
}

const askings = {
  whistle: { command: 'whistle', label: w.whyWhistle, field: 'reason', required: true, suggestions: [w.cannotSolve, w.severalDepartments, w.emergency] },
  takeBack: { command: 'take-back', label: w.whyTakeBack, field: 'reason', required: true, suggestions: [w.backWeHandle, w.backStopped] },
  stopped: { command: 'start-pre-control', label: w.noteLabel, field: 'note', required: false, suggestions: [] },
  stopWork: { command: 'record-milestone', label: w.noteLabel, field: 'note', required: false, suggestions: [] },
} as const satisfies Record<string, Asking>;

/**
 * One case as the community acts on it.
 * Sends `open` {id} for details, `ask` {id, name} for a command with a form of its own, and `given` {id, what} when something was done.
 */
@customElement('community-card')
export class CommunityCard extends LitElement {
  static override styles = [
    shared,
    css`
      article {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-left: 6px solid var(--off);
        border-radius: 8px;
        contain: content;
      }
      :host([duty='acknowledge']) article {
        border-left-color: var(--serious);
      }
      :host([duty='preControl']) article {
        border-left-color: var(--normal);
      }
      :host([fresh]) article {
        animation: call 1s steps(2, jump-none) infinite;
      }
      @keyframes call {
        to {
          background: var(--serious-soft);
        }
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.25rem 0.75rem;
      }
      header div,
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.6rem;
      }
      header .countdown {
        font-size: 1.25rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .countdown small {
        font-size: 0.75rem;
        font-weight: 400;
        color: var(--text-2);
      }
      .acts button {
        min-height: 2.75rem;
        padding-inline: 1rem;
      }
      textarea {
        width: 100%;
        min-height: 4rem;
      }
      .place {
        font-size: 1.05rem;
      }
    `,
  ];

  @property({ attribute: false }) row!: CaseRow;
  @property({ reflect: true }) duty!: keyof Duties;
  /** Nobody at this console has seen it yet. */
  @property({ type: Boolean, reflect: true }) fresh = false;
  @state() private asking: keyof typeof askings | null = null;
  @state() private text = '';
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  /** What was sent last, with its key: the same again is the same intent, anything else a new one. */
  private intent = { said: '', key: newKey() };

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const { row } = this;
    return html`<article aria-label=${row.number}>
      <header>
        <div>${row.priority === 'Normal' ? nothing : html`<span class="chip ${priorityTone(row.priority)}">${toneMark(priorityTone(row.priority))}${say(priorityWords[row.priority])}</span>`}
        <strong>${city.typeName(row.type, row.title)}</strong>
        ${this.duty === 'acknowledge' || this.duty === 'preControl' ? nothing : statusMark(row.status)}</div>
        ${countdown(row.clocks)}
      </header>
      <p class="place">${row.placeName || city.gridName(row.gridId)}</p>
      <p class="muted">${row.number} · ${say(w.since, { time: instantText(row.openedAt) })}</p>
      <div class="acts">${this.acts()} <button class="plain" @click=${() => this.tell('open')}>${say(w.details)}</button></div>
      ${this.asking ? this.form(askings[this.asking]) : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
    </article>`;
  }

  private acts(): TemplateResult | typeof nothing {
    switch (this.duty) {
      case 'acknowledge':
        return html`${this.button(w.doAcknowledge, 'check', () => this.give('acknowledge', {}, w.doAcknowledge), 'primary')}
        ${this.askButton('stopped', w.stopped, 'stop-hand')} ${this.askButton('whistle', w.whistle, 'whistle')}`;
      case 'preControl': {
        const stop = this.row.clocks.some((clock) => clock.name === 'stop-work') ? 'stopWork' : 'stopped';
        return html`${this.askButton(stop, w.stopped, 'stop-hand')} ${this.button(w.resolve, 'check', () => this.tell('ask', 'resolve'))}
        ${this.askButton('whistle', w.whistle, 'whistle')}`;
      }
      case 'check':
        return this.button(w.doCheck, 'eye', () => this.tell('ask', 'check'), 'primary');
      case 'atStreet':
        return html`${this.button(w.lateAcknowledge, 'check', () => this.give('acknowledge', {}, w.lateAcknowledge))}
        ${this.row.status === 'AwaitingDispatch' ? this.askButton('takeBack', w.takeBack, 'undo') : nothing}`;
      default:
        return nothing;
    }
  }

  private button(word: Word, glyph: IconName, act: () => void, look = ''): TemplateResult {
    return html`<button class=${look} ?disabled=${this.busy} @click=${act}>${icon(glyph)}${say(word)}</button>`;
  }

  private askButton(asking: keyof typeof askings, word: Word, glyph: IconName): TemplateResult {
    return html`<button aria-expanded=${this.asking === asking} ?disabled=${this.busy} @click=${() => this.ask(asking)}>${icon(glyph)}${say(word)}</button>`;
  }

  private form(asking: Asking): TemplateResult {
    return html`<form @submit=${this.submit}>
      ${asking.suggestions.map((one) => html`<button type="button" @click=${() => void this.giveAsked(asking, say(one))}>${say(one)}</button> `)}
      <label>${say(asking.label)}<textarea maxlength="500" ?required=${asking.required} .value=${this.text} @input=${this.type}></textarea></label>
      <div class="acts">
        <button class="primary" ?disabled=${this.busy}>${say(this.busy ? w.sending : w.send)}</button>
        <button type="button" class="plain" @click=${() => (this.asking = null)}>${say(w.cancel)}</button>
      </div>
    </form>`;
  }

  private ask(asking: keyof typeof askings): void {
    this.asking = this.asking === asking ? null : asking;
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  private readonly type = (event: InputEvent): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.asking) {
      void this.giveAsked(askings[this.asking], this.text.trim());
    }
  };

  private giveAsked(asking: Asking, said: string): Promise<void> {
    const what = asking.command === 'whistle' ? w.whistle : asking.command === 'take-back' ? w.takeBack : w.stopped;
    const body = { ...(said ? { [asking.field]: said } : {}), ...(asking.command === 'record-milestone' ? { milestone: 'stop-work' } : {}) };
    return this.give(asking.command, body, what);
  }

  private async give(name: string, body: object, what: Word): Promise<void> {
    const said = name + JSON.stringify(body);
    if (said !== this.intent.said) {
      this.intent = { said, key: newKey() };
    }
    this.busy = true;
    this.problem = null;
    try {
      await giveCommand(this.row.id, name, body, { key: this.intent.key });
      this.asking = null;
      this.text = '';
      this.intent = { said: '', key: newKey() };
      this.dispatchEvent(new CustomEvent('given', { detail: { number: this.row.number, what: say(what) } }));
    } catch (fault) {
      this.problem = problemOf(fault);
      if (!this.problem.passes) {
        this.intent = { said: '', key: newKey() };
      }
    } finally {
      this.busy = false;
    }
  }

  private tell(kind: 'open' | 'ask', name?: string): void {
    this.dispatchEvent(new CustomEvent(kind, { detail: { id: this.row.id, name } }));
  }
}
