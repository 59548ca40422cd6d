import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import type { DemoUser } from '../api/types';
import { session } from '../app/session';
import { shared } from '../parts/shared-css';
import { language, Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { roleName } from '../words/terms';

const w = words({
  title: { en: 'Sign in to Dispatch', zh: '登录街道指挥' },
  again: { en: 'The session has ended. Sign in again; what you typed is kept.', zh: '会话已结束。请重新登录，已填内容保留。' },
  userName: { en: 'User name', zh: '用户名' },
  password: { en: 'Password', zh: '密码' },
  signIn: { en: 'Sign in', zh: '登录' },
  demo: { en: 'Demo: one click each', zh: '演示账号：一键登录' },
});

/** Signing in; with `again` over a page whose session has ended, which keeps what was typed there. */
@customElement('dispatch-sign-in')
export class SignInPage extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        max-width: 60rem;
        margin: 4vh auto;
        padding: 1.5rem;
        display: grid;
        gap: 1rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
      }
      form {
        display: grid;
        gap: 0.75rem;
        max-width: 22rem;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        gap: 0.5rem;
      }
      .people button {
        display: grid;
        justify-content: stretch;
        text-align: left;
        gap: 0;
      }
      dialog {
        width: min(26rem, calc(100vw - 1rem));
        padding: 0;
        border: 0;
        background: transparent;
        color: inherit;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      dialog .card {
        margin: 0;
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) again = false;
  @state() private people: DemoUser[] = [];
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  constructor() {
    super();
    new Localized(this);
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    const answer = await fetch('/api/session/demo').catch(() => null);
    this.people = answer?.ok ? ((await answer.json()) as DemoUser[]) : [];
  }

  /** A dialog of the page may be open; only another one, opened later, lies above it and can be used. */
  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog?.showModal();
    // A second Esc closes a dialog whatever the page says.
    dialog?.addEventListener('close', () => this.isConnected && dialog.showModal());
  }

  protected override render(): TemplateResult {
    return this.again ? html`<dialog aria-labelledby="title" @cancel=${(event: Event) => event.preventDefault()}>${this.card()}</dialog>` : this.card();
  }

  private card(): TemplateResult {
    return html`<div class="card">
      <h1 id="title">${say(w.title)}</h1>
      ${this.again ? html`<p class="notice">${say(w.again)}</p>` : nothing}
      <form @submit=${this.submit}>
        <label>${say(w.userName)}<input name="userName" autocomplete="username" required .value=${this.again ? (session.who?.userName ?? '') : ''} /></label>
        <label>${say(w.password)}<input name="password" type="password" autocomplete="current-password" required ?autofocus=${this.again} /></label>
        ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
        <button class="primary" ?disabled=${this.busy}>${say(w.signIn)}</button>
      </form>
      ${this.people.length > 0 && !this.again
        ? html`<h2>${say(w.demo)}</h2>
            <div class="people">
              ${this.people.map(
                (one) => html`<button ?disabled=${this.busy} @click=${() => void this.enter(one.userName, 'demo')}>
                  <strong>${one.displayName}</strong><span class="muted">${roleName(one.role)} · ${one.userName}</span>
                </button>`,
              )}
            </div>`
        : nothing}
      <p>
        <button class="plain" lang=${language.current === 'en' ? 'zh-CN' : 'en'} @click=${() => language.set(language.current === 'en' ? 'zh-CN' : 'en')}>
          ${language.current === 'en' ? '中文' : 'English'}
        </button>
      </p>
    </div>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.enter(String(form.get('userName')), String(form.get('password')));
  };

  private async enter(userName: string, password: string): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await session.signIn(userName, password);
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unreachable', String(fault));
    } finally {
      this.busy = false;
    }
  }
}
