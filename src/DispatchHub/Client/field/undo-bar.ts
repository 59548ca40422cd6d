import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Entry } from '../outbox/entry';
import { outbox } from '../outbox/outbox';
import { canTakeBack } from '../outbox/outbox-plan';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemOf } from '../commands/give-command';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { entryName } from './entry-name';
import { fieldCss } from './field-css';
import { takeBack } from './take-report-back';
import { fieldWords as w, outboxWords } from './words';

/** What was just decided, as long as it can be taken back before it is sent. */
@customElement('undo-bar')
export class UndoBar extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      div {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 0.75rem;
        background: var(--text);
        color: var(--bg);
        border-radius: 12px;
        margin: 0.4rem 0.5rem;
        box-shadow: var(--shadow);
      }
      p {
        flex: 1;
        min-width: 0;
      }
      button {
        min-height: 3.25rem;
        font-weight: 650;
        color: var(--text);
      }
    `,
  ];

  @state() private held: readonly Entry[] = [];
  @state() private refused = '';
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    outbox.addEventListener('change', this.look);
    this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    outbox.removeEventListener('change', this.look);
    this.still();
  }

  protected override render(): TemplateResult {
    const last = this.held.at(-1);
    // The live region stands before its text does, so that it is read out; seconds that pass are not.
    return html`<span class="visually-hidden" role="status">${last ? entryName(last) : this.refused}</span>
      ${last
        ? html`<div>
            <p aria-hidden="true">${navigator.onLine ? say(w.held, { what: entryName(last), n: secondsLeft(last) }) : say(w.heldOffline, { what: entryName(last) })} ${this.held.length > 1 ? say(w.heldMore, { n: this.held.length }) : nothing}</p>
            <button @click=${() => void this.takeBack(last)}>${icon('undo')}${say(w.undo)}</button>
          </div>`
        : nothing}`;
  }

  private readonly look = (): void => {
    const now = Date.now();
    this.held = outbox.entries.filter((entry) => canTakeBack(entry) && entry.holdUntil > now);
    if (this.held.length > 0) {
      this.timer ??= setInterval(this.look, 500);
    } else {
      this.still();
    }
    this.requestUpdate();
  };

  private still(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async takeBack(entry: Entry): Promise<void> {
    try {
      this.refused = (await takeBack(entry)) ? '' : say(outboxWords.tooLate);
    } catch (fault) {
      this.refused = problemText(problemOf(fault));
    }
  }
}

function secondsLeft(entry: Entry): number {
  return Math.max(0, Math.ceil((entry.holdUntil - Date.now()) / 1_000));
}
