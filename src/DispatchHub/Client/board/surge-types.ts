import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { surgeWords as w } from './surge-words';

/** Over which types a surge is: none chosen for all, one by one or a whole scene at a time. `chosen` holds their codes in the pack's order. */
@customElement('surge-types')
export class SurgeTypes extends LitElement {
  static override styles = [
    shared,
    css`
      summary {
        min-height: 2.75rem;
        align-content: center;
      }
      fieldset {
        display: grid;
        gap: 0.1rem;
        margin: 0 0 0.4rem;
        border: 1px solid var(--line);
        border-radius: 8px;
      }
      .list {
        max-height: 16rem;
        overflow-y: auto;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 1.9rem;
      }
      legend label {
        font-weight: 600;
      }
    `,
  ];

  @state() private picked: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new Localized(this);
  }

  get chosen(): string[] {
    return types().filter((type) => this.picked.has(type.code)).map((type) => type.code);
  }

  protected override render(): TemplateResult {
    const scenes = [...new Set(types().map((type) => type.scene))];
    return html`<details>
      <summary>${say(w.types)}: ${typesText(this.chosen) || say(w.typesAll)}</summary>
      <p class="muted">${say(w.typesHint)}</p>
      <div class="list" role="group" aria-label=${say(w.types)} tabindex="0">${scenes.map((scene) => this.scene(scene))}</div>
    </details>`;
  }

  private scene(scene: string): TemplateResult {
    const within = types().filter((type) => type.scene === scene);
    const some = within.filter((type) => this.picked.has(type.code)).length;
    return html`<fieldset>
      <legend><label><input type="checkbox" .checked=${some === within.length} .indeterminate=${some > 0 && some < within.length}
        @change=${(event: Event) => this.pick(within.map((type) => type.code), event)} />${sayName(city.catalogue?.scenes[scene], say(w.otherScene))}</label></legend>
      ${within.map(
        (type) => html`<label><input type="checkbox" .checked=${this.picked.has(type.code)} @change=${(event: Event) => this.pick([type.code], event)} />${sayName(type.title, type.code)}</label>`,
      )}
    </fieldset>`;
  }

  private pick(codes: readonly string[], event: Event): void {
    const picked = new Set(this.picked);
    codes.forEach((code) => ((event.target as HTMLInputElement).checked ? picked.add(code) : picked.delete(code)));
    this.picked = picked;
  }
}

/** Types as people say them, whole scenes by their own name; empty for none. */
export function typesText(codes: readonly string[]): string {
  const said = [...new Set(types().map((type) => type.scene))].flatMap((scene) => {
    const within = types().filter((type) => type.scene === scene);
    const chosen = within.filter((type) => codes.includes(type.code));
    return chosen.length > 1 && chosen.length === within.length
      ? [sayName(city.catalogue?.scenes[scene], say(w.otherScene))]
      : chosen.map((type) => sayName(type.title, type.code));
  });
  return said.join(say(w.comma));
}

function types(): NonNullable<typeof city.catalogue>['types'] {
  return city.catalogue?.types ?? [];
}

declare global {
  interface HTMLElementTagNameMap {
    'surge-types': SurgeTypes;
  }
}
