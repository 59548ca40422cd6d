import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseRow, CaseView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { statusMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { fieldCss } from './field-css';
import { fieldWords as w } from './words';

/** One case over the page: everything about it with a network, what the device kept without. Sends `close`, and its panel `open-case` {id}. */
@customElement('field-case')
export class FieldCase extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      dialog {
        width: 100vw;
        max-width: 46rem;
        height: 100dvh;
        max-height: none;
        margin: 0 auto;
        padding: 0;
        border: 0;
        background: var(--bg);
        color: var(--text);
      }
      .bar {
        position: sticky;
        top: 0;
        z-index: 2;
        display: flex;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
        padding: 0.25rem;
      }
      .at-once {
        padding: 0.5rem 1rem 0;
        background: var(--surface);
      }
      .kept {
        padding: 0.75rem;
        display: grid;
        gap: 0.6rem;
      }
    `,
  ];

  @property() caseId = '';
  @property({ attribute: false }) row: CaseRow | null = null;
  @property({ attribute: false }) view: CaseView | null = null;
  @state() private panel = customElements.get('case-panel') !== undefined;
  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.panel) {
      // Without a network the code may be missing; what was kept is shown instead.
      import('../case/case-panel').then(() => (this.panel = true), () => undefined);
    }
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-label=${say(w.details)} @cancel=${this.close}>
      <div class="bar"><button class="plain" @click=${this.close}>${icon('arrow-left')}${say(w.back)}</button></div>
      ${this.panel && navigator.onLine ? html`<p class="at-once muted">${say(w.atOnce)}</p><case-panel .caseId=${this.caseId} @closed=${this.close}></case-panel>` : this.keptPart()}
    </dialog>`;
  }

  private keptPart(): TemplateResult {
    const { row, view } = this;
    return html`<div class="kept">
      <p class="notice">${icon('offline')} ${say(w.kept)} ${say(w.fromNet)}</p>
      ${row
        ? html`<h2>${city.typeName(row.type, row.title)}</h2>
            <p class="muted">${row.number}</p>
            <p>${statusMark(row.status)}</p>
            <p><strong>${city.placeName(row)} ${view?.place.unit ?? ''}</strong></p>
            <p class="muted">${say(w.opened, { time: instantText(row.openedAt) })}</p>`
        : nothing}
      ${view?.description ? html`<p>${view.description}</p>` : nothing}
      ${view?.contact ? html`<p>${say(w.contact)} <a class="button" href="tel:${view.contact}">${icon('phone')}${view.contact}</a></p>` : nothing}
    </div>`;
  }

  private readonly close = (event: Event): void => {
    event.preventDefault();
    this.dialog.close();
    this.dispatchEvent(new Event('close'));
  };
}
