import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../api/http';

/** A picture that only those signed in may see: an `img` cannot send a token. Without one it leaves its place empty. */
@customElement('secured-picture')
export class SecuredPicture extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    img {
      display: block;
      width: 100%;
      height: auto;
    }
  `;

  @property() src = '';
  @property() alt = '';
  @state() private shown: string | null = null;
  private asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
    this.asked = '';
  }

  protected override willUpdate(): void {
    if (this.src !== this.asked) {
      this.asked = this.src;
      void this.bring(this.src);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.shown ? html`<img src=${this.shown} alt=${this.alt} />` : nothing;
  }

  private async bring(src: string): Promise<void> {
    this.forget();
    const blob = await ask('GET', src).then((answer) => answer.blob(), () => null);
    if (blob && src === this.asked) {
      this.shown = URL.createObjectURL(blob);
    }
  }

  private forget(): void {
    if (this.shown) {
      URL.revokeObjectURL(this.shown);
      this.shown = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'secured-picture': SecuredPicture;
  }
}
