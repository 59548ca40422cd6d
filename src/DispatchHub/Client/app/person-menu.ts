import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { zoneText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import '../notices/channel-form';
import { icon } from '../parts/icon';
import { MenuButton } from '../parts/menu-button';
import { menuCss } from '../parts/menu-css';
import { shared } from '../parts/shared-css';
import { demoUsers } from '../sign-in/demo-users';
import '../sign-in/switch-person';
import { language, Localized } from '../words/language';
import { say } from '../words/say';
import { roleName } from '../words/terms';
import { followLink } from './follow-link';
import { menuOf, type Route } from './routes';
import { session } from './session';
import { signOut } from './start-afresh';
import { theme } from './theme';
import { appWords as w } from './words';

/** Who is signed in, and behind it: the pages where the line above has no room, colours, language, and another person. */
@customElement('person-menu')
export class PersonMenu extends LitElement {
  static override styles = [
    shared,
    menuCss,
    css`
      [role='menuitem'].page {
        display: none;
      }
      button.plain span {
        max-width: 10rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 1024px) {
        [role='menuitem'].page {
          display: flex;
        }
      }
      @media (max-width: 640px) {
        button.plain {
          min-width: 2.75rem;
          min-height: 2.75rem;
        }
        button.plain span {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) route: Route | null = null;
  @state() private switching = false;
  @state() private choosing = false;
  private readonly menu = new MenuButton(this);

  constructor() {
    super();
    new Localized(this);
    theme.addEventListener('change', () => this.requestUpdate());
    demoUsers.addEventListener('change', () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void demoUsers.load();
  }

  protected override render(): TemplateResult {
    const who = session.who!;
    const { open } = this.menu;
    return html`
      <button class="plain" aria-haspopup="menu" aria-expanded=${open} aria-label=${say(w.menuOf, { name: who.displayName, role: roleName(who.role) })}
        @click=${this.menu.toggle} @keydown=${this.menu.keys}>
        ${icon('user')}<span lang="zh-CN">${who.displayName}</span>${icon('chevron-down')}
      </button>
      ${open ? this.opened() : nothing}
      ${this.switching ? html`<switch-person @closed=${this.switched}></switch-person>` : nothing}
      ${this.choosing ? html`<channel-form @closed=${this.switched}></channel-form>` : nothing}
    `;
  }

  private opened(): TemplateResult {
    const who = session.who!;
    const dark = theme.current === 'dark';
    const other = language.current === 'en' ? 'zh-CN' : 'en';
    return html`<div class="menu">
      <p><strong lang="zh-CN">${who.displayName}</strong><br /><span class="muted">${roleName(who.role)}${who.area ? ` · ${city.scopeName(who.area)}` : ''}</span></p>
      <div role="menu" aria-label=${say(w.menu)} @keydown=${this.menu.keys}>
        ${menuOf(who.role).map(
          (route) => html`<a role="menuitem" tabindex="-1" class="page" href=${route.path} aria-current=${route === this.route ? 'page' : 'false'} @click=${this.leave}
            >${icon(route.icon)}${say(route.word)}</a
          >`,
        )}
        ${this.item(() => theme.set(dark ? 'light' : 'dark'), html`${icon(dark ? 'sun' : 'moon')}${say(dark ? w.toLight : w.toDark)}`)}
        ${this.item(() => language.set(other), html`${icon('globe')}<span lang=${other}>${other === 'en' ? 'English' : '中文'}</span>`)}
        ${this.item(() => (this.choosing = true), html`${icon('bell')}${say(w.howTold)}`)}
        ${demoUsers.list.length > 0 ? this.item(() => (this.switching = true), html`${icon('users')}${say(w.switchPerson)}`) : nothing}
        ${this.item(() => void signOut(), html`${icon('sign-out')}${say(w.signOut)}`)}
      </div>
      ${cityClock.known ? this.aboutTime() : nothing}
    </div>`;
  }

  private item(act: () => void, content: TemplateResult): TemplateResult {
    const chosen = (): void => {
      this.menu.close();
      act();
    };
    return html`<button role="menuitem" tabindex="-1" @click=${chosen}>${content}</button>`;
  }

  private aboutTime(): TemplateResult {
    return html`<p class="muted">
      ${say(w.streetTime, { zone: `${cityClock.zone} ${zoneText()}` })}${cityClock.speed === 1 ? nothing : html`<br />${say(w.faster, { n: cityClock.speed })}`}
    </p>`;
  }

  private readonly leave = (event: MouseEvent): void => {
    this.menu.close();
    followLink(event);
  };

  private readonly switched = (): void => {
    this.switching = false;
    this.choosing = false;
    this.renderRoot.querySelector('button')?.focus();
  };
}
