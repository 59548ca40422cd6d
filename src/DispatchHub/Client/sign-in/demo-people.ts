import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DemoUser } from '../api/types';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { roleName, roleWords } from '../words/terms';
import { demoUsers } from './demo-users';
import { groupsOf, type PeopleOfRole } from './people';
import { roleLines, signInWords as w } from './words';

/** The people of a demo by role, found by typing. Sends `chosen` {userName}. */
@customElement('demo-people')
export class DemoPeople extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 1rem;
        align-content: start;
      }
      .groups {
        columns: 30rem;
        column-gap: 2rem;
      }
      section {
        break-inside: avoid;
        padding-bottom: 1rem;
      }
      .find {
        position: relative;
        display: block;
      }
      .find .icon {
        position: absolute;
        left: 0.6rem;
        top: 50%;
        translate: 0 -50%;
        color: var(--text-2);
      }
      .find input {
        width: 100%;
        padding-left: 2rem;
      }
      h3 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 0.5rem;
      }
      h3 span {
        font-weight: 400;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 100%), 1fr));
        gap: 0.4rem;
        margin-top: 0.35rem;
      }
      .people button {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
        justify-content: stretch;
        min-height: 2.9rem;
        text-align: left;
      }
      .who {
        display: flex;
        align-items: baseline;
        gap: 0.4rem;
        white-space: nowrap;
      }
      .people small {
        font-size: 0.85em;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .people button[aria-current='true'] {
        background: var(--accent-soft);
        border-color: var(--accent);
      }
    `,
  ];

  /** Who is signed in now. */
  @property() current = '';
  @property({ type: Boolean }) busy = false;
  @state() private text = '';

  constructor() {
    super();
    new Localized(this);
    demoUsers.addEventListener('change', () => this.requestUpdate());
  }

  /** Puts the keyboard where one types whom to find. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override render(): TemplateResult {
    const groups = groupsOf(demoUsers.list, this.text, wordsOf);
    return html`
      <label class="find">${icon('search')}<span class="visually-hidden">${say(w.filter)}</span><input type="search" placeholder=${say(w.filter)} .value=${this.text} @input=${this.type} /></label>
      <div class="groups">${groups.map((group) => this.group(group))}</div>
      <p role="status">${groups.length === 0 ? say(w.nobody) : nothing}</p>
    `;
  }

  private group({ role, people }: PeopleOfRole): TemplateResult {
    return html`<section>
      <h3>${roleName(role)}<span class="muted">${say(roleLines[role])}</span></h3>
      <div class="people">
        ${people.map(
          (one) => html`<button aria-current=${one.userName === this.current} ?disabled=${this.busy} @click=${() => this.choose(one)}>
            <span class="who"
              ><strong lang="zh-CN">${one.displayName}</strong>${one.userName === this.current ? html`<span class="chip standby">${icon('check')}${say(w.current)}</span>` : nothing}
              <small class="muted">${one.userName}</small></span
            >
            <small class="muted">${sayName(one.areaName)}</small>
          </button>`,
        )}
      </div>
    </section>`;
  }

  private readonly type = (event: InputEvent): void => {
    this.text = (event.target as HTMLInputElement).value;
  };

  private choose(one: DemoUser): void {
    this.dispatchEvent(new CustomEvent('chosen', { detail: { userName: one.userName } }));
  }
}

/** Everything by which somebody may look for a person, in both languages. */
function wordsOf(one: DemoUser): string {
  const role = roleWords[one.role];
  return [one.displayName, one.userName, one.area ?? '', one.areaName?.zh ?? '', one.areaName?.en ?? '', role.en, role.zh].join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-people': DemoPeople;
  }
}
