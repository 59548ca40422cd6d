import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { session } from '../app/session';
import { startAfresh } from '../app/start-afresh';
import { problemOf } from '../commands/give-command';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import './demo-people';
import { DEMO_PASSWORD } from './demo-users';
import { signInWords as w } from './words';

/** In a demo: going on as somebody else with one click. Sends `closed`. */
@customElement('switch-person')
export class SwitchPerson extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(62rem, calc(100vw - 1rem));
        height: min(48rem, calc(100dvh - 1rem));
        max-height: none;
        padding: 0;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .top {
        position: sticky;
        top: 0;
        z-index: 1;
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding: 0.6rem 1rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .body {
        display: grid;
        gap: 1rem;
        padding: 1rem;
      }
    `,
  ];

  @state() private problem: Problem | null = null;
  @state() private busy = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
    this.renderRoot.querySelector('demo-people')!.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.closed} @keydown=${(event: Event) => event.stopPropagation()}>
      <div class="top"><h2 id="title">${say(w.switchTitle)}</h2><button class="plain" aria-label=${say(w.close)} @click=${this.close}>${icon('close')}</button></div>
      <div class="body">
        ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
        <demo-people .current=${session.who?.userName ?? ''} ?busy=${this.busy} @chosen=${this.choose}></demo-people>
      </div>
    </dialog>`;
  }

  private readonly choose = async (event: CustomEvent<{ userName: string }>): Promise<void> => {
    if (event.detail.userName === session.who?.userName) {
      this.close();
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await session.signIn(event.detail.userName, DEMO_PASSWORD);
      startAfresh();
    } catch (fault) {
      this.problem = problemOf(fault);
      this.busy = false;
    }
  };

  private readonly close = (): void => this.renderRoot.querySelector('dialog')!.close();

  private readonly closed = (): void => void this.dispatchEvent(new Event('closed'));
}
