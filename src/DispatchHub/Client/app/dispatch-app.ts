import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as fixed, unsafeStatic } from 'lit/static-html.js';
import { answersAlarms } from '../alarms/answers-alarms';
import { city } from '../api/city';
import { Problem } from '../api/problem';
import type { SessionView } from '../api/types';
import { shared } from '../parts/shared-css';
import '../sign-in/sign-in-again';
import '../sign-in/sign-in-page';
import { language, Localized } from '../words/language';
import { say } from '../words/say';
import { openRoute, placeOf, type Place } from './addresses';
import { loadCode } from './load-page';
import { navigation } from './navigation';
import './page-header';
import { awayPage, failedPage, loadingPage, nowhere } from './plain-pages';
import type { Route } from './routes';
import { session } from './session';
import { startAfresh } from './start-afresh';
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
        justify-items: center;
        gap: 0.75rem;
        text-align: center;
        padding: 1rem;
      }
      .middle p {
        max-width: 34rem;
        color: var(--text-2);
      }
      .next {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.5rem;
        margin-top: 0.5rem;
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
  /** The code of the alarms is there, for somebody who answers them. */
  @state() private answers = false;
  private loading: Route | null = null;
  private cityFor: string | null = null;
  /** Whose page this is. Another person gets another one, from the start. */
  private person: string | null = null;

  constructor() {
    super();
    new Localized(this);
    session.addEventListener('change', () => void this.follow());
    navigation.addEventListener('change', () => void this.follow());
    language.addEventListener('change', () => this.nameTab());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.nameTab();
    void this.follow();
  }

  protected override render(): TemplateResult {
    const { who } = session;
    const open = who ? null : openRoute(navigation.path);
    if (open) {
      return html`<main id="main" tabindex="-1">${this.brought(open)}</main>`;
    }
    if (!who) {
      return html`<main>${session.state !== 'unknown' ? html`<dispatch-sign-in></dispatch-sign-in>` : session.unanswered ? awayPage() : loadingPage(say(w.product))}</main>`;
    }
    if (who.userName !== this.person) {
      return html`<main>${loadingPage(say(w.product))}</main>`;
    }
    const place = placeOf(who.role, navigation.path, navigation.query);
    const bare = place.kind === 'page' && place.route.bare?.(navigation.query);
    return html`
      ${bare ? nothing : html`<button class="skip" @click=${this.skip}>${say(w.skip)}</button><dispatch-header .route=${this.loaded}></dispatch-header>`}
      ${this.answers && this.cityFor === who.userName ? html`<alarm-watch></alarm-watch>` : nothing}
      <main id="main" tabindex="-1">${this.page(place, who)}</main>
      ${session.state === 'expired' ? html`<sign-in-again></sign-in-again>` : nothing}
    `;
  }

  private page(place: Place, who: SessionView): TemplateResult {
    if (place.kind === 'elsewhere') {
      return loadingPage(say(w.product));
    }
    if (place.kind !== 'page') {
      return nowhere(place, who.role);
    }
    return this.brought(place.route);
  }

  private brought(route: Route): TemplateResult {
    if (this.problem) {
      return failedPage(this.problem, () => void this.follow());
    }
    if (this.loaded !== route) {
      return loadingPage(say(route.word));
    }
    const element = unsafeStatic(route.element);
    return fixed`<${element}></${element}>` as TemplateResult;
  }

  /** Brings what the address and the person ask for. */
  private async follow(): Promise<void> {
    const { who } = session;
    this.requestUpdate();
    if (!who) {
      await this.bring(openRoute(navigation.path), null);
      return;
    }
    this.person ??= who.userName;
    if (who.userName !== this.person) {
      startAfresh();
      return;
    }
    const place = placeOf(who.role, navigation.path, navigation.query);
    if (place.kind === 'elsewhere') {
      navigation.replace(place.address);
      return;
    }
    await this.bring(place.kind === 'page' ? place.route : null, who.userName);
  }

  private async bring(route: Route | null, userName: string | null): Promise<void> {
    this.loading = route;
    let problem: Problem | null = null;
    try {
      // The page's code and the names of everything come side by side.
      await Promise.all([route ? loadCode(route.load) : null, userName === null ? null : this.loadCity(userName), userName === null ? null : this.loadAlarms()]);
    } catch (fault) {
      problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
    }
    if (this.loading === route) {
      this.problem = problem;
      this.loaded = problem ? null : route;
      this.nameTab();
    }
  }

  private async loadCity(userName: string): Promise<void> {
    if (this.cityFor !== userName) {
      await city.load();
      this.cityFor = userName;
    }
  }

  /** Whoever answers alarms sees no page without them. */
  private async loadAlarms(): Promise<void> {
    if (!this.answers && answersAlarms(session.who)) {
      await loadCode(() => import('../alarms/alarm-watch'));
      this.answers = true;
    }
  }

  private nameTab(): void {
    tabTitle.setPage(this.loaded ? say(this.loaded.word) : null);
  }

  private readonly skip = (): void => this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
}
