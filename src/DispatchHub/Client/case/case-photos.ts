import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ask } from '../api/http';
import { Problem } from '../api/problem';
import { instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import type { CaseEvidence } from '../api/types';

const w = words({
  photo: { en: 'Photo {n} of {of}, by {who}, {at}', zh: '照片 {n}/{of}，{who} 于 {at} 提供' },
  close: { en: 'Close', zh: '关闭' },
  earlier: { en: 'Photo before', zh: '上一张' },
  later: { en: 'Next photo', zh: '下一张' },
  gone: { en: 'cannot be shown', zh: '无法显示' },
});

const THUMB_WIDTH = 240;
const LARGE_WIDTH = 1_600;

/** The photos of a case as small pictures; a click shows one large. Their bytes need the token, so they are fetched and shown as blobs. */
@customElement('case-photos')
export class CasePhotos extends LitElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li button {
        padding: 0;
        overflow: hidden;
        width: 6.5rem;
        height: 5rem;
      }
      li img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      dialog {
        width: 96vw;
        height: 94dvh;
        max-width: none;
        max-height: none;
        padding: 0.5rem;
        border: 0;
        border-radius: 10px;
        background: #10161c;
        color: #fff;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 70%);
      }
      figure {
        margin: 0;
        height: 100%;
        display: flex;
        flex-direction: column;
        gap: 0.4rem;
      }
      figure > div {
        flex: 1;
        min-height: 0;
        display: grid;
        place-items: center;
      }
      figure img {
        max-width: 100%;
        max-height: 100%;
        object-fit: contain;
      }
      figcaption {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      figcaption span {
        flex: 1;
      }
      figcaption button {
        color: #fff;
        background: #2a343e;
        border-color: #5a6672;
        min-width: 2.75rem;
        min-height: 2.75rem;
      }
      figcaption button:hover:not(:disabled) {
        background: #3a4753;
      }
    `,
  ];

  @property() caseId = '';
  @property({ attribute: false }) pieces: readonly CaseEvidence[] = [];
  @state() private large: number | null = null;
  @state() private problem: Problem | null = null;
  /** Blob addresses by photo and width; given back when the element goes. */
  private readonly held = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor() {
    super();
    new Localized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.giveBack();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseId') && changed.get('caseId')) {
      this.giveBack();
      this.large = null;
    }
  }

  protected override updated(): void {
    for (const piece of this.pieces) {
      void this.fetch(piece.id, THUMB_WIDTH);
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.problem ? html`<p class="critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      <ul>
        ${this.pieces.map((piece, i) => {
          const address = this.held.get(keyOf(piece.id, THUMB_WIDTH));
          return html`<li><button @click=${() => this.show(i)} aria-label=${this.caption(i)}>
            ${address ? html`<img src=${address} alt="" />` : icon('camera')}
          </button></li>`;
        })}
      </ul>
      <dialog aria-label=${this.large === null ? nothing : this.caption(this.large)} @close=${() => (this.large = null)} @keydown=${this.keys}>${this.figure()}</dialog>
    `;
  }

  private figure(): TemplateResult | typeof nothing {
    const piece = this.large === null ? undefined : this.pieces[this.large];
    if (!piece || this.large === null) {
      return nothing;
    }
    const at = this.large;
    const address = this.held.get(keyOf(piece.id, LARGE_WIDTH)) ?? this.held.get(keyOf(piece.id, THUMB_WIDTH));
    return html`<figure>
      <div>${address ? html`<img src=${address} alt=${this.caption(at)} />` : say(w.gone)}</div>
      <figcaption>
        <span>${this.caption(at)}</span>
        <button aria-label=${say(w.earlier)} ?disabled=${at === 0} @click=${() => this.show(at - 1)}>${icon('chevron-left')}</button>
        <button aria-label=${say(w.later)} ?disabled=${at === this.pieces.length - 1} @click=${() => this.show(at + 1)}>${icon('chevron-right')}</button>
        <button aria-label=${say(w.close)} @click=${() => this.renderRoot.querySelector('dialog')!.close()}>${icon('close')}</button>
      </figcaption>
    </figure>`;
  }

  private caption(i: number): string {
    const piece = this.pieces[i]!;
    return say(w.photo, { n: i + 1, of: this.pieces.length, who: people.nameOf(piece.by), at: instantText(piece.at) });
  }

  private show(i: number): void {
    this.large = i;
    const dialog = this.renderRoot.querySelector('dialog')!;
    if (!dialog.open) {
      dialog.showModal();
    }
    void this.fetch(this.pieces[i]!.id, LARGE_WIDTH);
  }

  private readonly keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const next = (this.large ?? 0) + step;
    if (step !== 0 && next >= 0 && next < this.pieces.length) {
      this.show(next);
    }
  };

  private async fetch(id: string, width: number): Promise<void> {
    const key = keyOf(id, width);
    if (this.asked.has(key)) {
      return;
    }
    this.asked.add(key);
    const { caseId } = this;
    try {
      const answer = await ask('GET', `/api/evidence/${id}?case=${encodeURIComponent(caseId)}&width=${width}`);
      const bytes = await answer.blob();
      if (this.isConnected && caseId === this.caseId) {
        this.held.set(key, URL.createObjectURL(bytes));
        this.requestUpdate();
      }
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.problem = fault;
      if (fault.passes) {
        this.asked.delete(key);
      }
    }
  }

  private giveBack(): void {
    for (const address of this.held.values()) {
      URL.revokeObjectURL(address);
    }
    this.held.clear();
    this.asked.clear();
    this.problem = null;
  }
}

function keyOf(id: string, width: number): string {
  return `${id} ${width}`;
}
