import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../api/problem';
import { problemOf } from '../commands/give-command';
import { prepared } from '../commands/photos';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { fieldCss } from './field-css';
import { fieldWords as w, reportWords } from './words';

/** A report or command carries at most so many from the phone. */
const MOST = 6;

/** Takes photos with the camera and makes them small; they go up with whatever they belong to. Sends `change` when `blobs` or `busy` changed. */
@customElement('field-photos')
export class FieldPhotos extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.5rem;
        list-style: none;
        margin: 0.5rem 0 0;
        padding: 0;
      }
      li {
        position: relative;
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 4 / 3;
        object-fit: cover;
        border-radius: 8px;
        border: 1px solid var(--line);
      }
      li button {
        position: absolute;
        top: 0.2rem;
        right: 0.2rem;
        width: 3rem;
        padding: 0;
      }
      .take {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) blobs: readonly Blob[] = [];
  /** A photo is still being made small. */
  @property({ attribute: false }) busy = false;
  @state() private problem: Problem | null = null;
  private readonly addresses = new Map<Blob, string>();

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.addresses.forEach((address) => URL.revokeObjectURL(address));
    this.addresses.clear();
  }

  protected override render(): TemplateResult {
    const full = this.blobs.length >= MOST;
    return html`
      <button type="button" class="take" ?disabled=${full || this.busy} @click=${this.open}>${icon('camera')}${say(this.busy ? w.preparing : w.addPhoto)}</button>
      <input type="file" accept="image/*" capture="environment" hidden @change=${this.take} />
      ${full ? html`<p class="muted">${say(reportWords.mostPhotos, { n: MOST })}</p>` : nothing}
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      <ul>
        ${this.blobs.map(
          (blob, i) => html`<li>
            <img src=${this.addressOf(blob)} alt=${say(w.photoN, { n: i + 1 })} />
            <button type="button" aria-label=${say(w.removePhoto, { n: i + 1 })} @click=${() => this.put(this.blobs.filter((one) => one !== blob))}>${icon('close')}</button>
          </li>`,
        )}
      </ul>
    `;
  }

  private readonly open = (): void => this.renderRoot.querySelector('input')!.click();

  private readonly take = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) {
      return;
    }
    this.busy = true;
    this.problem = null;
    this.dispatchEvent(new Event('change'));
    try {
      const small = await prepared(file);
      this.blobs = [...this.blobs, small];
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
      this.dispatchEvent(new Event('change'));
    }
  };

  private put(blobs: readonly Blob[]): void {
    this.blobs = blobs;
    this.dispatchEvent(new Event('change'));
  }

  private addressOf(blob: Blob): string {
    let address = this.addresses.get(blob);
    if (!address) {
      address = URL.createObjectURL(blob);
      this.addresses.set(blob, address);
    }
    return address;
  }
}
