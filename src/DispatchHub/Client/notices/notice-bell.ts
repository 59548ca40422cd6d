import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { NoticeView } from '../api/types';
import { navigation } from '../app/navigation';
import { instantText } from '../clocks/spoken';
import { icon } from '../parts/icon';
import { MenuButton } from '../parts/menu-button';
import { menuCss } from '../parts/menu-css';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { notices, waits } from './notices';
import { noticeWords as w, whatName } from './words';

/** The most that the list shows. */
const MOST_SHOWN = 20;

/** What waits for the person: how much of it is unseen, and behind it the list. One tap opens the case, which is then seen. */
@customElement('notice-bell')
export class NoticeBell extends LitElement {
  static override styles = [
    shared,
    menuCss,
    css`
      .menu {
        width: min(24rem, calc(100vw - 1rem));
      }
      @media (max-width: 640px) {
        .menu {
          position: fixed;
          top: 3.25rem;
          right: 0.5rem;
        }
        button.plain {
          min-width: 2.75rem;
          min-height: 2.75rem;
        }
      }
      .count {
        min-width: 1.25rem;
        padding: 0 0.3rem;
        border-radius: 1rem;
        background: var(--critical-soft);
        color: var(--text);
        font-weight: 600;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      [role='menuitem'] {
        display: grid;
        gap: 0.1rem;
        white-space: normal;
      }
      .what {
        font-weight: 400;
      }
      .unseen .what {
        font-weight: 700;
      }
      .row {
        display: flex;
        justify-content: space-between;
        gap: 0.75rem;
      }
    `,
  ];

  private readonly menu = new MenuButton(this);

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    notices.addEventListener('change', this.renew);
    notices.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    notices.removeEventListener('change', this.renew);
  }

  protected override render(): TemplateResult {
    const { unseen } = notices;
    const { open } = this.menu;
    return html`
      <button class="plain" aria-haspopup="menu" aria-expanded=${open} aria-label=${unseen > 0 ? say(w.bell, { n: unseen }) : say(w.bellQuiet)} @click=${this.toggle} @keydown=${this.menu.keys}>
        ${icon('bell')}${unseen > 0 ? html`<span class="count" aria-hidden="true">${unseen}</span>` : nothing}
      </button>
      ${open ? this.list() : nothing}
    `;
  }

  private list(): TemplateResult {
    const shown = notices.items.slice(0, MOST_SHOWN);
    return html`<div class="menu">
      ${shown.length === 0 ? html`<p class="muted">${say(w.none)}</p>` : html`<div role="menu" aria-label=${say(w.list)} @keydown=${this.menu.keys}>${shown.map((one) => this.item(one))}</div>`}
    </div>`;
  }

  private item(notice: NoticeView): TemplateResult {
    const open = (): void => {
      this.menu.close(false);
      void notices.seen(notice.id);
      navigation.go(notice.page ?? `/cases/${encodeURIComponent(notice.caseId)}`);
    };
    return html`<button role="menuitem" tabindex="-1" class=${waits(notice) ? 'unseen' : 'looked'} @click=${open}>
      <span class="row"><span class="what">${whatName(notice.what)}</span><time class="muted" datetime=${notice.at}>${instantText(notice.at)}</time></span>
      <span class="row"><span lang="zh-CN">${sayName(notice.title)} ${notice.place ?? ''}</span>${notice.goneAt ? html`<span class="muted">${say(w.over)}</span>` : nothing}</span>
    </button>`;
  }

  private readonly renew = (): void => this.requestUpdate();

  private readonly toggle = (): void => {
    this.menu.toggle();
    if (this.menu.open) {
      void notices.look();
    }
  };
}
