import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import { alertSettings, type AlertChoice } from './alert-settings';
import type { Alert } from './board-model';

const w = words({
  title: { en: 'Sounds and flashing', zh: '声音与闪烁' },
  new: { en: 'A case comes', zh: '有新案件' },
  breach: { en: 'A case runs out of time or goes to supervision', zh: '案件超时或转入督办' },
  sound: { en: 'Sound', zh: '声音' },
  flash: { en: 'Flash', zh: '闪烁' },
  both: { en: '{what}: {how}', zh: '{what}：{how}' },
  hint: { en: 'Only for cases that pass the filters. A row stops when somebody opens it or acts on it; with reduced motion it is tinted instead.', zh: '仅提示符合筛选条件的案件。有人查看或处理后即停止；系统设为减少动态效果时改为底色提示。' },
});

/** Chooses what rings and what flashes. `open()` shows it. */
@customElement('alert-menu')
export class AlertMenu extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }
      .menu {
        position: absolute;
        right: 0;
        top: calc(100% + 4px);
        z-index: 30;
        display: grid;
        grid-template-columns: 1fr auto auto;
        align-items: center;
        gap: 0.5rem 1rem;
        width: min(24rem, calc(100vw - 1.5rem));
        padding: 0.8rem 1rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
        box-shadow: var(--shadow);
      }
      .menu p {
        grid-column: 1 / -1;
        font-size: 0.85rem;
      }
      input {
        width: 1.2rem;
        height: 1.2rem;
        min-height: 0;
        margin: auto;
        accent-color: var(--accent);
      }
    `,
  ];

  @state() private shown = false;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    alertSettings.addEventListener('change', this.renew);
    addEventListener('pointerdown', this.outside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    alertSettings.removeEventListener('change', this.renew);
    removeEventListener('pointerdown', this.outside);
  }

  /** Shows the menu, with the focus in it. */
  async open(): Promise<void> {
    this.shown = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <button aria-expanded=${this.shown ? 'true' : 'false'} aria-label=${say(w.title)} title="${say(w.title)} (S)" @click=${() => (this.shown = !this.shown)}>
        ${icon(alertSettings.anySound ? 'bell' : 'bell-off')}
      </button>
      ${this.shown ? this.menu() : nothing}
    `;
  }

  private menu(): TemplateResult {
    return html`<div class="menu" role="group" aria-label=${say(w.title)} @keydown=${this.keys}>
      <span></span><strong>${say(w.sound)}</strong><strong>${say(w.flash)}</strong>
      ${this.choice('new')} ${this.choice('breach')}
      <p class="muted">${say(w.hint)}</p>
    </div>`;
  }

  private choice(alert: Alert): TemplateResult {
    const box = (kind: keyof AlertChoice): TemplateResult => html`<input
      type="checkbox" aria-label=${say(w.both, { what: say(w[alert]), how: say(w[kind]) })} .checked=${alertSettings.current[kind][alert]}
      @change=${(event: Event) => alertSettings.set(kind, alert, (event.target as HTMLInputElement).checked)}
    />`;
    return html`<span>${say(w[alert])}</span>${box('sound')}${box('flash')}`;
  }

  private readonly renew = (): void => this.requestUpdate();

  private readonly outside = (event: Event): void => {
    if (this.shown && !event.composedPath().includes(this)) {
      this.shown = false;
    }
  };

  private readonly keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.shown = false;
      this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    }
  };
}
