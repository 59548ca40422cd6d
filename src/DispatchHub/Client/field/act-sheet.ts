import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { listed } from '../case/history-words';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, type Word } from '../words/say';
import type { Act } from './acts';
import { fieldCss } from './field-css';
import './field-photos';
import type { FieldPhotos } from './field-photos';
import { fieldWords as w } from './words';

const MOST_REASON = 500;
const MOST_NOTE = 2_000;

/** Reasons that one tap gives. */
const suggestions: Record<string, readonly Word[]> = {
  'offer-decline': [w.tooFar, w.offDuty],
  'pass-up': [w.beyondMe, w.ownerRefuses],
  'take-extra-time': [w.ownerComes, w.nearlyDone],
};

/** What a button asks before it is given: a reason, or photos and a note. Sends `given` {body, photos} and `cancelled`. */
@customElement('act-sheet')
export class ActSheet extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      dialog {
        width: 100vw;
        max-width: 34rem;
        max-height: calc(100dvh - 2rem);
        margin: auto auto 0;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: 16px 16px 0 0;
        background: var(--surface);
        color: var(--text);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      form {
        display: grid;
        gap: 0.75rem;
      }
      .suggested {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) act!: Act;
  @property({ attribute: false }) row!: CaseRow;
  @state() private text = '';
  @state() private photos: readonly Blob[] = [];
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Localized(this);
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const reason = this.act.asks === 'reason';
    const asked = this.asked;
    return html`<dialog aria-labelledby="title" @cancel=${this.cancel}>
      <form @submit=${this.submit}>
        <h2 id="title">${icon(this.act.icon)} ${say(this.act.word)}</h2>
        <p class="muted">${city.placeName(this.row)} · ${city.typeName(this.row.type, this.row.title)}</p>
        ${reason
          ? html`<div class="suggested">${(suggestions[this.act.name] ?? []).map((one) => html`<button type="button" @click=${() => this.give(say(one))}>${say(one)}</button>`)}</div>`
          : html`<field-photos @change=${this.photosChanged}></field-photos>`}
        <label>${asked === 'openAssists' ? say(w.openAssists, { departments: this.departments }) : say(reason ? w.reason : w.note)}
          <textarea rows="2" maxlength=${asked === 'note' ? MOST_NOTE : MOST_REASON} ?required=${asked !== 'note'} .value=${this.text} @input=${this.typed}></textarea>
        </label>
        <div class="acts">
          <button type="button" @click=${this.cancel}>${say(w.cancel)}</button>
          <button class="primary" ?disabled=${this.busy}>${say(this.busy ? w.preparing : this.act.word)}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** What the words are for: whoever finishes while departments have not answered says why. */
  private get asked(): 'reason' | 'openAssists' | 'note' {
    return this.act.asks === 'reason' ? 'reason' : this.act.asks === 'finish' && (this.row.departments ?? []).length > 0 ? 'openAssists' : 'note';
  }

  private get departments(): string {
    return listed((this.row.departments ?? []).map((one) => city.scopeName(`department:${one}`)));
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private readonly photosChanged = (event: Event): void => {
    const photos = event.target as FieldPhotos;
    this.photos = photos.blobs;
    this.busy = photos.busy;
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.give(this.text.trim());
  };

  private give(text: string): void {
    const { asked } = this;
    if (asked !== 'note' && !text) {
      return;
    }
    this.dialog.close();
    const body = text ? { [asked]: text } : {};
    this.dispatchEvent(new CustomEvent('given', { detail: { body, photos: this.photos } }));
  }

  private readonly cancel = (event: Event): void => {
    event.preventDefault();
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('cancelled'));
  };
}
