import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { instantText, zoneText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { language, Localized } from '../words/language';
import { say } from '../words/say';
import { roleName } from '../words/terms';
import '../parts/connection-mark';
import { navigation } from './navigation';
import { routesOf, type Route } from './routes';
import { session } from './session';
import { theme } from './theme';
import { appWords as w } from './words';

/** The line above every page: where one can go, whether it is live, what time it is in the city, and who is signed in. */
@customElement('dispatch-header')
export class PageHeader extends LitElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 0.25rem 0.75rem;
        padding: 0.25rem 0.75rem;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
        min-height: 3rem;
      }
      nav {
        display: flex;
        gap: 0.25rem;
      }
      nav a {
        display: flex;
        align-items: center;
        gap: 0.35rem;
        padding: 0.45rem 0.6rem;
        border-radius: 6px;
        color: var(--text);
        text-decoration: none;
      }
      nav a[aria-current='page'] {
        background: var(--accent-soft);
        font-weight: 600;
      }
      .space {
        flex: 1;
      }
      .time {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .who {
        position: relative;
      }
      .menu {
        position: absolute;
        right: 0;
        top: calc(100% + 4px);
        z-index: 20;
        display: grid;
        min-width: 13rem;
        padding: 0.4rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 8px;
        box-shadow: var(--shadow);
      }
      .menu button {
        justify-content: flex-start;
        border-color: transparent;
      }
      .menu p {
        padding: 0.35rem 0.7rem;
      }
      @media (max-width: 640px) {
        header {
          padding: 0.1rem 0.4rem;
          gap: 0.25rem;
        }
        nav span,
        .time .zone,
        .who > button span {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) route: Route | null = null;
  @state() private open = false;

  constructor() {
    super();
    new Localized(this);
    cityClock.addEventListener('change', () => this.requestUpdate());
    theme.addEventListener('change', () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const who = session.who!;
    return html`
      <header>
        <nav aria-label=${say(w.pages)}>
          ${routesOf(who.role).map(
            (route) => html`<a href=${route.path} aria-current=${route === this.route ? 'page' : 'false'} aria-label=${say(route.word)} @click=${go}
              >${icon(route.icon)}<span>${say(route.word)}</span></a
            >`,
          )}
        </nav>
        <slot></slot>
        <span class="space"></span>
        <connection-mark></connection-mark>
        ${cityClock.known
          ? html`<span class="time" title=${cityClock.speed === 1 ? say(w.cityTime) : say(w.faster, { n: cityClock.speed })}
              ><time>${ticking(() => instantText(cityClock.now()))}</time> <span class="zone muted">${zoneText()}${cityClock.speed === 1 ? '' : ` ×${cityClock.speed}`}</span></span
            >`
          : nothing}
        <div class="who" @keydown=${this.keys}>
          <button class="plain" aria-expanded=${this.open} aria-haspopup="true" aria-label="${who.displayName}, ${roleName(who.role)}" @click=${() => (this.open = !this.open)}>
            ${icon('user')}<span>${who.displayName}</span>
          </button>
          ${this.open ? this.menu() : nothing}
        </div>
      </header>
    `;
  }

  private menu(): TemplateResult {
    const who = session.who!;
    return html`<div class="menu">
      <p><strong>${who.displayName}</strong><br /><span class="muted">${roleName(who.role)}</span></p>
      <button @click=${() => theme.set(theme.current === 'dark' ? 'light' : 'dark')}>
        ${icon(theme.current === 'dark' ? 'sun' : 'moon')}${say(theme.current === 'dark' ? w.toLight : w.toDark)}
      </button>
      <button lang=${language.current === 'en' ? 'zh-CN' : 'en'} @click=${() => language.set(language.current === 'en' ? 'zh-CN' : 'en')}>
        ${icon('globe')}${language.current === 'en' ? '中文' : 'English'}
      </button>
      <button @click=${this.signOut}>${icon('sign-out')}${say(w.signOut)}</button>
    </div>`;
  }

  private readonly keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.open = false;
    }
  };

  private readonly signOut = async (): Promise<void> => {
    this.open = false;
    await session.signOut();
    navigation.go('/sign-in');
  };
}

function go(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  navigation.go(new URL((event.currentTarget as HTMLAnchorElement).href).pathname);
}
