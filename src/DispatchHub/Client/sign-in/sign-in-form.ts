import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { session } from '../app/session';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { signInWords as w } from './words';

/** User name and password. What was typed stays after a refusal. */
@customElement('sign-in-form')
export class SignInForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.75rem;
      }
      input,
      button.primary {
        min-height: 2.75rem;
      }
      .caps {
        display: flex;
        gap: 0.35rem;
        align-items: center;
      }
    `,
  ];

  /** Filled in from the start; the password has the focus then. */
  @property() userName = '';
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private capsLock = false;
  /** Real ms from which a try makes sense again. */
  private from = 0;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>(this.userName ? '#password' : '#userName')!.focus();
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${this.submit} @keydown=${this.look} @keyup=${this.look}>
      <label>${say(w.userName)}<input id="userName" name="userName" autocomplete="username" autocapitalize="none" spellcheck="false" required .defaultValue=${this.userName} /></label>
      <label
        >${say(w.password)}<input id="password" name="password" type="password" autocomplete="current-password" required aria-describedby="caps"
      /></label>
      <p id="caps" class="caps serious" role="status">${this.capsLock ? html`${icon('warning')}${say(w.capsLock)}` : nothing}</p>
      ${this.problem ? html`<p class="notice critical" role="alert">${this.said(this.problem)}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy}>${say(this.busy ? w.signingIn : w.signIn)}</button>
    </form>`;
  }

  /** Signs somebody in; what comes of it is shown here. */
  async enter(userName: string, password: string): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await session.signIn(userName, password);
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
      this.from = Date.now() + (this.problem.retryAfterMs ?? 0);
      this.busy = false;
    }
  }

  private said(problem: Problem): unknown {
    return problem.status === 429
      ? ticking(() => {
          const n = Math.ceil((this.from - Date.now()) / 1_000);
          return n > 0 ? say(w.tooMany, { n }) : say(w.tryNow);
        })
      : problemText(problem);
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.enter(String(form.get('userName')).trim(), String(form.get('password')));
  };

  private readonly look = (event: KeyboardEvent): void => {
    this.capsLock = event.getModifierState('CapsLock');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm;
  }
}
