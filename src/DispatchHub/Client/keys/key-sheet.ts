import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { commandSpecs } from '../commands/registry';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { keyGroups, keyLabel, keySpecs, type KeyGroup, type KeySpec } from './keys';

const w = words({
  title: { en: 'Keys', zh: '快捷键' },
  commands: { en: 'Commands: / and then the name', zh: '命令：按 / 后输入名称' },
  close: { en: 'Close', zh: '关闭' },
});

/** The sheet of keys of a page, made from its registry; of the board, with the commands of its command bar. Sends `closed`. */
@customElement('key-sheet')
export class KeySheet extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(60rem, calc(100vw - 1rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 10px;
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        position: sticky;
        top: 0;
        padding: 0.6rem 1rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .groups {
        columns: 20rem;
        column-gap: 2rem;
        padding: 1rem;
      }
      section {
        break-inside: avoid;
        margin-bottom: 1rem;
      }
      section.all {
        break-inside: auto;
      }
      dl {
        display: grid;
        grid-template-columns: 6rem 1fr;
        gap: 0.25rem 0.5rem;
        margin: 0.4rem 0 0;
      }
      dd {
        margin: 0;
      }
      kbd {
        font: inherit;
        font-size: 0.85em;
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--off);
        border-bottom-width: 2px;
        border-radius: 4px;
        background: var(--surface-2);
      }
      .commands {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        margin: 0.4rem 0 0;
        padding: 0;
        list-style: none;
      }
      .commands li {
        padding: 0.1rem 0.5rem;
        border-radius: 4px;
        background: var(--surface-2);
      }
    `,
  ];

  @property({ attribute: false }) specs: Readonly<Record<string, KeySpec>> = keySpecs;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.closed} @keydown=${this.keys}>
      <header><h2 id="title">${say(w.title)}</h2><button class="plain" aria-label=${say(w.close)} @click=${this.close}>${icon('close')}</button></header>
      <div class="groups">
        ${(Object.keys(keyGroups) as KeyGroup[]).map((group) => this.group(group))}
        ${this.specs === keySpecs ? this.commands() : nothing}
      </div>
    </dialog>`;
  }

  private group(group: KeyGroup): TemplateResult | typeof nothing {
    const specs = Object.values(this.specs).filter((spec) => spec.group === group);
    return specs.length === 0
      ? nothing
      : html`<section>
          <h3>${say(keyGroups[group])}</h3>
          <dl>${specs.map((spec) => html`<dt>${spec.keys.map((key) => html`<kbd>${keyLabel(key)}</kbd> `)}</dt><dd>${say(spec.word)}</dd>`)}</dl>
        </section>`;
  }

  private commands(): TemplateResult {
    return html`<section class="all">
      <h3>${say(w.commands)}</h3>
      <ul class="commands">${commandSpecs.map((spec) => html`<li>${say(spec.word)}</li>`)}</ul>
    </section>`;
  }

  private readonly keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === '?') {
      this.close();
    }
  };

  private readonly close = (): void => this.renderRoot.querySelector('dialog')!.close();

  private readonly closed = (): void => void this.dispatchEvent(new CustomEvent('closed'));
}
