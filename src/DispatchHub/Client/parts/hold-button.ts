import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from './shared-css';

/** How long it is held before it counts, real ms: longer than a touch in a pocket, short enough in danger. */
export const HOLD_TO_SEND_MS = 1_000;
/** A second press without a pointer counts within this time, real ms: whoever has no pointer cannot hold. */
const PRESS_AGAIN_MS = 5_000;

/** A button that acts only when it is held. Sends `pressing` when a finger comes down and `held` when it counts. Its words are its slot; `again` is said when it was let go too early. */
@customElement('hold-button')
export class HoldButton extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      button {
        position: relative;
        overflow: hidden;
        width: 100%;
        min-height: 4rem;
        border: 2px solid var(--critical);
        border-radius: 10px;
        background: var(--critical-soft);
        color: var(--critical);
        font-size: 1.15rem;
        font-weight: 700;
        touch-action: none;
        user-select: none;
        -webkit-user-select: none;
        -webkit-touch-callout: none;
      }
      button::before {
        content: '';
        position: absolute;
        inset: 0;
        background: var(--critical);
        opacity: 0.35;
        transform: scaleX(0);
        transform-origin: left;
      }
      button.down::before {
        transform: scaleX(1);
        transition: transform 1s linear;
      }
      .words {
        position: relative;
      }
    `,
  ];

  /** What it says after a press that was too short. */
  @property() again = '';
  @state() private down = false;
  @state() private early = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    clearTimeout(this.patience);
  }

  protected override render(): TemplateResult {
    return html`<button
      class=${this.down ? 'down' : ''}
      @pointerdown=${this.press} @pointerup=${this.letGo} @pointercancel=${this.letGo} @pointerleave=${this.letGo}
      @contextmenu=${(event: Event) => event.preventDefault()} @click=${this.clicked}
    ><span class="words" aria-live="polite">${this.early ? this.again : html`<slot></slot>`}</span></button>`;
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) {
      return;
    }
    this.down = true;
    this.dispatchEvent(new CustomEvent('pressing'));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fire(), HOLD_TO_SEND_MS);
  };

  private readonly letGo = (): void => {
    if (this.down) {
      this.down = false;
      clearTimeout(this.timer);
      this.wait();
    }
  };

  /** A key or a screen reader presses without a pointer: twice counts as held. */
  private readonly clicked = (event: MouseEvent): void => {
    if (event.detail !== 0) {
      return;
    }
    if (this.early) {
      this.fire();
    } else {
      this.wait();
    }
  };

  private wait(): void {
    this.early = true;
    clearTimeout(this.patience);
    this.patience = setTimeout(() => (this.early = false), PRESS_AGAIN_MS);
  }

  private fire(): void {
    this.down = false;
    this.early = false;
    clearTimeout(this.patience);
    this.dispatchEvent(new CustomEvent('held'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hold-button': HoldButton;
  }
}
