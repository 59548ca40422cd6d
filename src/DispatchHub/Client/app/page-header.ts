import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { instantText, zoneText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import '../parts/connection-mark';
import '../notices/notice-bell';
import '../roster/hand-over-mark';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { say } from '../words/say';
import { followLink } from './follow-link';
import './person-menu';
import { menuOf, type Route } from './routes';
import { session } from './session';
import { appWords as w } from './words';

/** The line above every page: where one can go, whether it is live, what time it is in the street, and who is signed in. */
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
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        display: flex;
        align-items: center;
        gap: 0.35rem;
        padding: 0.45rem 0.6rem;
        border-radius: 6px;
        color: var(--text);
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        background: var(--surface-2);
      }
      nav a[aria-current='page'] {
        background: var(--accent-soft);
        font-weight: 600;
      }
      .here {
        display: none;
        align-items: center;
        gap: 0.35rem;
        min-width: 0;
        padding-left: 0.35rem;
        font-weight: 600;
      }
      .here span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .space {
        flex: 1;
      }
      .time {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .time .chip {
        margin-left: 0.25rem;
      }
      /* Phones and tablets have no room for the pages: they stand in the menu of the person. */
      @media (max-width: 1024px) {
        nav {
          display: none;
        }
        .here {
          display: flex;
        }
      }
      @media (max-width: 640px) {
        header {
          padding: 0.1rem 0.25rem;
          gap: 0.25rem 0.5rem;
        }
        .time .zone,
        .time .chip {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) route: Route | null = null;

  constructor() {
    super();
    new Localized(this);
    cityClock.addEventListener('change', () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const { role } = session.who!;
    return html`
      <header>
        <nav aria-label=${say(w.pages)}>
          ${menuOf(role).map(
            (route) => html`<a href=${route.path} aria-current=${route === this.route ? 'page' : 'false'} @click=${followLink}>${icon(route.icon)}<span>${say(route.word)}</span></a>`,
          )}
        </nav>
        <span class="here">${this.route ? icon(this.route.icon) : nothing}<span>${say(this.route?.word ?? w.product)}</span></span>
        <span class="space"></span>
        <connection-mark></connection-mark>
        ${cityClock.known ? this.time() : nothing}
        <hand-over-mark></hand-over-mark>
        <notice-bell></notice-bell>
        <person-menu .route=${this.route}></person-menu>
      </header>
    `;
  }

  private time(): TemplateResult {
    const { speed } = cityClock;
    return html`<span class="time"
      ><time>${ticking(() => instantText(cityClock.now()))}</time> <span class="zone muted" title=${say(w.streetTime, { zone: cityClock.zone })}>${zoneText()}</span>${speed === 1
        ? nothing
        : html`<span class="chip standby" title=${say(w.faster, { n: speed })}>×${speed}</span>`}</span
    >`;
  }
}
