import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { newKey } from '../api/http';
import type { Problem } from '../api/problem';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { problemOf } from './give-command';
import { prepared, upload } from './photos';

const w = words({
  add: { en: 'Add photos', zh: '添加照片' },
  remove: { en: 'Remove photo {n}', zh: '移除第 {n} 张照片' },
  photo: { en: 'Photo {n}', zh: '照片 {n}' },
  sending: { en: 'Sending …', zh: '上传中…' },
  sent: { en: 'Sent', zh: '已上传' },
  again: { en: 'Send again', zh: '重新上传' },
  most: { en: 'At most {n} photos at once; the first were taken.', zh: '一次最多 {n} 张，已取前几张。' },
});

/** A command carries at most as many. */
const MOST_PHOTOS = 20;

interface Chosen {
  key: string;
  file: Blob;
  /** A blob address, given back when the photo goes. */
  preview: string;
  id: string | null;
  problem: Problem | null;
}

/** Chooses photos, shows them and uploads each at once. Sends `change`; `ids` are those that the server has. */
@customElement('photo-picker')
export class PhotoPicker extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        list-style: none;
        margin: 0.4rem 0 0;
        padding: 0;
      }
      li {
        width: 7rem;
        position: relative;
        font-size: 0.85em;
      }
      img {
        width: 7rem;
        height: 5.25rem;
        object-fit: cover;
        border-radius: 6px;
        border: 1px solid var(--line);
        display: block;
        background: var(--surface-2);
      }
      li > button {
        position: absolute;
        top: 0.2rem;
        right: 0.2rem;
        min-height: 1.8rem;
        width: 1.8rem;
        padding: 0;
      }
      input {
        position: absolute;
        opacity: 0;
        width: 1px;
        height: 1px;
        min-height: 0;
        padding: 0;
        pointer-events: none;
      }
    `,
  ];

  /** The name of the group, for those who do not see it. */
  @property() label = '';
  @state() private chosen: Chosen[] = [];
  @state() private tooMany = false;

  constructor() {
    super();
    new Localized(this);
  }

  /** Photos that are on the server, in order. */
  get ids(): string[] {
    return this.chosen.flatMap((one) => (one.id ? [one.id] : []));
  }

  /** Whether some are still on their way or were not taken. */
  get pending(): boolean {
    return this.chosen.some((one) => !one.id);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const one of this.chosen) {
      URL.revokeObjectURL(one.preview);
    }
    this.chosen = [];
  }

  protected override render(): TemplateResult {
    return html`<div role="group" aria-label=${this.label}>
      <button type="button" @click=${this.choose}>${icon('camera')}${say(w.add)}</button>
      <input type="file" tabindex="-1" aria-hidden="true" accept="image/jpeg,image/png,image/webp,image/*" multiple @change=${this.take} />
      ${this.tooMany ? html`<p class="serious" role="alert">${say(w.most, { n: MOST_PHOTOS })}</p>` : nothing}
      <ul aria-live="polite">
        ${repeat(this.chosen, (one) => one.key, (one, i) => this.one(one, i + 1))}
      </ul>
    </div>`;
  }

  private one(photo: Chosen, n: number): TemplateResult {
    return html`<li>
      <img src=${photo.preview} alt=${say(w.photo, { n })} />
      <button type="button" aria-label=${say(w.remove, { n })} @click=${() => this.drop(photo)}>${icon('close')}</button>
      ${photo.problem
        ? html`<span class="critical" role="alert">${problemText(photo.problem)}</span>
            ${photo.problem.passes ? html`<button type="button" class="again" @click=${() => void this.send(photo)}>${say(w.again)}</button>` : nothing}`
        : html`<span class=${photo.id ? 'normal' : 'muted'}>${say(photo.id ? w.sent : w.sending)}</span>`}
    </li>`;
  }

  private readonly choose = (): void => this.renderRoot.querySelector('input')!.click();

  private readonly take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    const room = MOST_PHOTOS - this.chosen.length;
    this.tooMany = files.length > room;
    for (const file of files.slice(0, room)) {
      const photo: Chosen = { key: newKey(), file, preview: URL.createObjectURL(file), id: null, problem: null };
      this.chosen = [...this.chosen, photo];
      void this.send(photo);
    }
    this.changed();
  };

  private async send(photo: Chosen): Promise<void> {
    photo.problem = null;
    this.requestUpdate();
    try {
      photo.id = (await upload(await prepared(photo.file), photo.key)).id;
    } catch (fault) {
      photo.problem = problemOf(fault);
    }
    this.requestUpdate();
    this.changed();
  }

  private drop(photo: Chosen): void {
    URL.revokeObjectURL(photo.preview);
    this.chosen = this.chosen.filter((one) => one !== photo);
    this.tooMany = false;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
