import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { followLink } from '../app/follow-link';
import { theme } from '../app/theme';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { language, Localized } from '../words/language';
import { say } from '../words/say';
import './demo-people';
import { DEMO_PASSWORD, demoUsers } from './demo-users';
import type { SignInForm } from './sign-in-form';
import './sign-in-form';
import { signInCss } from './sign-in-page.css';
import { signInWords as w } from './words';

/** Real ms between tries while the server is away. */
const RETRY_EVERY_MS = 5_000;

/** Signing in; in a demo, as anybody with one click. */
@customElement('dispatch-sign-in')
export class SignInPage extends LitElement {
  static override styles = [shared, signInCss];

  @state() private busy = false;
  @query('sign-in-form') private form!: SignInForm;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    theme.addEventListener('change', this.again);
    demoUsers.addEventListener('change', this.again);
    // Asks only while the last try was not answered.
    this.timer = setInterval(() => void demoUsers.load(), RETRY_EVERY_MS);
    void demoUsers.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    theme.removeEventListener('change', this.again);
    demoUsers.removeEventListener('change', this.again);
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    const demo = demoUsers.list.length > 0;
    return html`<div class="page ${demo ? 'demo' : ''}">
      <section class="about">
        ${this.switches()}
        <div class="name"><img src="/icon.svg" alt="" width="56" height="56" /><h1>${say(w.product)}<small>${language.current === 'en' ? html`<span lang="zh-CN">街道指挥</span>` : 'Dispatch'}</small></h1></div>
        <p class="what">${say(w.what)}</p>
        ${demoUsers.answered ? nothing : html`<p class="notice critical" role="alert">${icon('offline')} ${say(w.away)} <button @click=${() => void demoUsers.load()}>${icon('refresh')}${say(w.retry)}</button></p>`}
        <p><a href="/services" @click=${followLink}>${say(w.services)}</a></p>
        <div class="card">
          <h2>${say(w.title)}</h2>
          <sign-in-form></sign-in-form>
        </div>
      </section>
      ${demo
        ? html`<section class="people">
            <h2>${say(w.demo)}</h2>
            <p class="muted">${say(w.demoHint)}</p>
            <demo-people ?busy=${this.busy} @chosen=${this.enter}></demo-people>
          </section>`
        : nothing}
    </div>`;
  }

  private switches(): TemplateResult {
    const dark = theme.current === 'dark';
    const other = language.current === 'en' ? 'zh-CN' : 'en';
    return html`<div class="switches">
      <button class="plain" lang=${other} @click=${() => language.set(other)}>${icon('globe')}${other === 'en' ? 'English' : '中文'}</button>
      <button class="plain" @click=${() => theme.set(dark ? 'light' : 'dark')}>${icon(dark ? 'sun' : 'moon')}${say(dark ? w.toLight : w.toDark)}</button>
    </div>`;
  }

  private readonly enter = async (event: CustomEvent<{ userName: string }>): Promise<void> => {
    this.busy = true;
    await this.form.enter(event.detail.userName, DEMO_PASSWORD);
    this.busy = false;
  };

  private readonly again = (): void => this.requestUpdate();
}
