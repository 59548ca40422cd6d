import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as fixed, unsafeStatic } from 'lit/static-html.js';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import { language, Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { shared } from '../parts/shared-css';
import './page-header';
import '../sign-in/sign-in-page';
import { navigation } from './navigation';
import { routes, routesOf, type Route } from './routes';
import { session } from './session';
import { tabTitle } from './tab-title';
import { appWords as w } from './words';

/** The whole client: who is signed in, which page is shown, and the frame around it. */
@customElement('dispatch-app')
export class DispatchApp extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
      }
      main {
        flex: 1;
        min-height: 0;
        overflow: auto;
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      }
      .middle {
        display: grid;
        place-content: center;
        gap: 1rem;
        text-align: center;
        padding: 1rem;
      }
      .skip {
        position: absolute;
        left: -100vw;
      }
      .skip:focus {
        left: 0.5rem;
        top: 0.5rem;
        z-index: 10;
        background: var(--surface);
      }
      @media print {
        :host {
          height: auto;
        }
        dispatch-header {
          display: none;
        }
      }
    `,
  ];

  @state() private loaded: Route | null = null;
  @state() private problem: Problem | null = null;
  private loading: Route | null = null;
  private cityFor: string | null = null;

  constructor() {
    super();
    new Localized(this);
    session.addEventListener('change', () => void this.follow());
    navigation.addEventListener('change', () => void this.follow());
    language.addEventListener('change', () => this.nameTab());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.follow();
  }

  protected override render(): TemplateResult {
    if (session.state === 'unknown' && !session.who && !this.problem) {
      return html`<main class="middle" aria-busy="true"><h1 class="visually-hidden">${say(w.product)}</h1><p>${say(w.loading)}</p></main>`;
    }
    if (!session.who) {
      return html`<main><dispatch-sign-in></dispatch-sign-in></main>`;
    }
    return html`
      <button class="skip" @click=${this.skip}>${say(w.skip)}</button>
      <dispatch-header .route=${this.loaded}></dispatch-header>
      <main id="main" tabindex="-1">${this.page()}</main>
      ${session.state === 'expired' ? html`<dispatch-sign-in again></dispatch-sign-in>` : nothing}
    `;
  }

  private page(): TemplateResult {
    if (this.problem) {
      return html`<div class="middle">
        <h1>${say(w.product)}</h1>
        <p>${problemText(this.problem)}</p>
        <p><button class="primary" @click=${() => void this.follow()}>${say(w.again)}</button></p>
      </div>`;
    }
    const route = routeHere();
    if (!route || !route.roles.includes(session.who!.role)) {
      return html`<div class="middle">
        <h1>${say(route ? w.notYours : w.unknownPage)}</h1>
        <p><button class="primary" @click=${goToStart}>${say(w.toStart)}</button></p>
      </div>`;
    }
    if (this.loaded !== route) {
      return html`<div class="middle" aria-busy="true"><h1 class="visually-hidden">${say(route.word)}</h1><p>${say(w.loading)}</p></div>`;
    }
    const element = unsafeStatic(route.element);
    return fixed`<${element}></${element}>` as TemplateResult;
  }

  /** Brings what the address and the person ask for. */
  private async follow(): Promise<void> {
    const who = session.who;
    if (!who) {
      this.requestUpdate();
      return;
    }
    if (navigation.path === '/' || navigation.path === '/sign-in') {
      goToStart();
      return;
    }
    const route = routeHere();
    this.loading = route;
    this.problem = null;
    this.requestUpdate();
    try {
      // The page's code and the names of everything come side by side.
      await Promise.all([route?.load(), this.loadCity(who.userName)]);
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unreachable', String(fault));
    }
    if (this.loading === route) {
      this.loaded = route;
      this.nameTab();
      this.requestUpdate();
    }
  }

  private async loadCity(userName: string): Promise<void> {
    if (this.cityFor !== userName) {
      await city.load();
      this.cityFor = userName;
    }
  }

  private nameTab(): void {
    tabTitle.setPage(say(this.loaded?.word ?? w.product));
  }

  private readonly skip = (): void => this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
}

function routeHere(): Route | null {
  return routes.find((route) => navigation.path === route.path || navigation.path.startsWith(`${route.path}/`)) ?? null;
}

function goToStart(): void {
  const start = routesOf(session.who!.role)[0];
  if (start) {
    navigation.go(start.path);
  }
}
