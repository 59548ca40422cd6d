import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { session } from '../app/session';
import { signOut } from '../app/start-afresh';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say } from '../words/say';
import './sign-in-form';
import { signInWords as w } from './words';

/** Over a page whose session has ended: the same person goes on where they were; another one starts afresh. */
@customElement('sign-in-again')
export class SignInAgain extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(26rem, calc(100vw - 1.5rem));
        padding: 1.5rem;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      div {
        display: grid;
        gap: 1rem;
      }
    `,
  ];

  /** What had the focus on the page; it gets it back. */
  private readonly left = focused();

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.left?.focus();
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" aria-describedby="ended" @cancel=${(event: Event) => event.preventDefault()} @keydown=${this.keys} @close=${this.stay}>
      <div>
        <h2 id="title">${say(w.again)}</h2>
        <p id="ended">${say(w.ended)}</p>
        <sign-in-form .userName=${session.who?.userName ?? ''}></sign-in-form>
        <button class="plain" @click=${() => void signOut()}>${say(w.leave)}</button>
      </div>
    </dialog>`;
  }

  /** The keys of the page below are not meant here. */
  private readonly keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
    }
  };

  /** A browser closes a dialog at the second Escape whatever the page says. */
  private readonly stay = (): void => {
    if (this.isConnected) {
      this.renderRoot.querySelector('dialog')!.showModal();
    }
  };
}

/** The element with the focus, inside whatever shadow it lies. */
function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) {
    element = element.shadowRoot.activeElement;
  }
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
