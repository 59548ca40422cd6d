import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';

const w = words({
  nothing: { en: 'Nothing fits.', zh: '没有匹配项。' },
});

/** One thing that can be chosen by typing. */
export interface ChoiceItem {
  key: string;
  label: string;
  detail?: string;
}

/** A field in which one types and chooses: the combobox of the ARIA practices. Sends `chosen` {item}, null when the text no longer is one. */
@customElement('choice-box')
export class ChoiceBox extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        position: relative;
      }
      input {
        width: 100%;
      }
      input[aria-invalid='true'] {
        border-color: var(--critical);
      }
      ul {
        position: absolute;
        z-index: 5;
        left: 0;
        right: 0;
        top: calc(100% + 2px);
        max-height: 17rem;
        overflow: auto;
        list-style: none;
        margin: 0;
        padding: 0.25rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
        box-shadow: var(--shadow);
      }
      li {
        padding: 0.35rem 0.5rem;
        border-radius: 5px;
        cursor: pointer;
        display: flex;
        gap: 0.6rem;
        justify-content: space-between;
      }
      li[aria-selected='true'] {
        background: var(--accent-soft);
      }
      li span:last-child:not(:first-child) {
        color: var(--text-2);
        text-align: right;
      }
      li.none {
        color: var(--text-2);
        cursor: default;
      }
    `,
  ];

  /** The name of the field, shown by whoever uses it. */
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) invalid = false;
  /** What fits a text, the best first. */
  @property({ attribute: false }) find: (text: string) => readonly ChoiceItem[] = () => [];
  @property({ attribute: false }) chosen: ChoiceItem | null = null;
  @state() private text: string | null = null;
  @state() private active = 0;
  @state() private shown = false;

  constructor() {
    super();
    new Localized(this);
  }

  /** Forgets what was typed. */
  reset(): void {
    this.text = null;
    this.shown = false;
    this.active = 0;
  }

  protected override render(): TemplateResult {
    const items = this.shown ? this.find(this.text ?? '') : [];
    return html`
      <input role="combobox" aria-label=${this.label} aria-autocomplete="list" aria-expanded=${this.shown} aria-controls="list" aria-invalid=${this.invalid}
        aria-activedescendant=${this.shown && items.length > 0 ? `item-${this.active}` : nothing} placeholder=${this.placeholder} autocomplete="off" spellcheck="false"
        .value=${live(this.text ?? this.chosen?.label ?? '')}
        @input=${this.typed} @keydown=${this.keys} @focus=${this.show} @click=${this.show} @blur=${this.leave} />
      <ul id="list" role="listbox" aria-label=${this.label} ?hidden=${!this.shown}>
        ${items.map((one, i) => html`<li id=${`item-${i}`} role="option" aria-selected=${i === this.active}
            @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.take(one)}>
            <span>${one.label}</span>${one.detail ? html`<span>${one.detail}</span>` : nothing}
          </li>`)}
        ${items.length === 0 && this.shown ? html`<li class="none" role="option" aria-disabled="true" aria-selected="false">${say(w.nothing)}</li>` : nothing}
      </ul>
    `;
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.shown = true;
    if (this.chosen) {
      this.tell(null);
    }
  };

  private readonly show = (event: Event): void => {
    this.shown = true;
    this.active = 0;
    if (event.type === 'focus') {
      (event.target as HTMLInputElement).select();
    }
  };

  /** Leaving the field takes what is marked, if something was typed: the quickest way through a form is typing and Tab. */
  private readonly leave = (): void => {
    const marked = this.find(this.text ?? '')[this.active];
    if (this.shown && this.text?.trim() && !this.chosen && marked) {
      this.take(marked);
    }
    this.shown = false;
  };

  private readonly keys = (event: KeyboardEvent): void => {
    if (event.isComposing) {
      return;
    }
    const items = this.find(this.text ?? '');
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.active = this.shown && items.length > 0 ? (this.active + step + items.length) % items.length : 0;
      this.shown = true;
      void this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && this.shown && !this.chosen && items[this.active]) {
      // The first Enter chooses; the next one is the form's.
      event.preventDefault();
      event.stopPropagation();
      this.take(items[this.active]!);
    } else if (event.key === 'Escape' && this.shown) {
      event.preventDefault();
      event.stopPropagation();
      this.shown = false;
    }
  };

  private take(item: ChoiceItem): void {
    this.text = null;
    this.shown = false;
    this.tell(item);
  }

  private tell(item: ChoiceItem | null): void {
    this.chosen = item;
    this.dispatchEvent(new CustomEvent('chosen', { detail: { item } }));
  }
}
