import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseType } from '../api/types';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { fieldCss } from './field-css';
import { typePicture } from './type-pictures';
import { reportWords as w } from './words';

/** Chooses what a report is about by picture: recent ones first, then all by scene. Sends `change`. */
@customElement('type-choice')
export class TypeChoice extends LitElement {
  static override styles = [
    shared,
    fieldCss,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr));
        gap: 0.5rem;
        margin-top: 0.35rem;
      }
      .tiles button {
        flex-direction: column;
        justify-content: flex-start;
        min-height: 6.5rem;
        padding: 0.5rem 0.3rem;
        border-radius: 12px;
        font-size: 0.9rem;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      .picture {
        width: 3rem;
        height: 3rem;
        flex: none;
      }
      .picture .mark {
        stroke: var(--critical);
      }
      h3 {
        margin-top: 0.75rem;
      }
      .chosen {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 0.75rem;
        border: 2px solid var(--accent);
        border-radius: 12px;
        background: var(--accent-soft);
      }
      .chosen strong {
        flex: 1;
      }
    `,
  ];

  @property() value: string | null = null;
  @property({ attribute: false }) recent: readonly string[] = [];
  @state() private open = false;

  constructor() {
    super();
    new Localized(this);
    city.addEventListener('change', () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const chosen = this.value ? city.type(this.value) : null;
    if (chosen && !this.open) {
      return html`<div class="chosen">
        ${typePicture(chosen.code, chosen.scene)}<strong>${sayName(chosen.title, chosen.code)}</strong>
        <button type="button" @click=${() => (this.open = true)}>${say(w.change)}</button>
      </div>`;
    }
    const types = city.catalogue?.types ?? [];
    const recent = this.recent.map((code) => city.type(code)).filter((type): type is CaseType => type !== null);
    return html`
      ${recent.length > 0 ? html`<h3>${say(w.recent)}</h3>${this.tiles(recent)}` : nothing}
      ${[...new Set(types.map((type) => type.scene))].map(
        (scene) => html`<h3>${sayName(city.catalogue?.scenes[scene], say(w.other))}</h3>${this.tiles(types.filter((type) => type.scene === scene))}`,
      )}
    `;
  }

  private tiles(types: readonly CaseType[]): TemplateResult {
    return html`<div class="tiles">
      ${types.map((type) => html`<button type="button" aria-pressed=${type.code === this.value} @click=${() => this.choose(type.code)}>${typePicture(type.code, type.scene)}${sayName(type.title, type.code)}</button>`)}
    </div>`;
  }

  private choose(code: string): void {
    this.value = code;
    this.open = false;
    this.dispatchEvent(new Event('change'));
  }
}
