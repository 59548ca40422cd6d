import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask, get } from '../api/http';
import type { Problem } from '../api/problem';
import type { ChannelsView } from '../api/types';
import { problemOf } from '../commands/give-command';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import { earlier, without } from './channel-order';
import { pushState, turnPushOff, turnPushOn, type PushState } from './push';
import { channelName, noticeWords as w } from './words';

/** How the person is told: the order of channels, a telephone, and whether this device shows notices. Sends `closed`. */
@customElement('channel-form')
export class ChannelForm extends LitElement {
  static override styles = [
    shared,
    css`
      dialog {
        width: min(28rem, calc(100vw - 1rem));
        padding: 1rem;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .top,
      li {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.5rem;
      }
      ol,
      ul {
        display: grid;
        gap: 0.25rem;
        margin: 0.25rem 0 0.75rem;
        padding: 0;
        list-style: none;
      }
      li span {
        flex: 1;
      }
      label {
        display: grid;
        gap: 0.25rem;
        margin-bottom: 0.75rem;
      }
    `,
  ];

  @state() private known: ChannelsView | null = null;
  @state() private order: readonly string[] = [];
  @state() private phone = '';
  @state() private push: PushState = 'cannot';
  @state() private problem: Problem | null = null;
  @state() private saved = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
    void this.read();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.closed} @keydown=${(event: Event) => event.stopPropagation()}>
      <div class="top"><h2 id="title">${say(w.settings)}</h2><button class="plain" aria-label=${say(w.close)} @click=${this.close}>${icon('close')}</button></div>
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing} ${this.known ? this.form(this.known) : nothing}
      <h3>${say(w.device)}</h3>
      ${this.device()}
    </dialog>`;
  }

  private form(known: ChannelsView): TemplateResult {
    const unused = known.all.filter((one) => !this.order.includes(one));
    return html`<p id="order" class="muted">${say(w.order)}</p>
      <ol aria-labelledby="order">
        ${this.order.map((one, at) => {
          const name = channelName(one);
          return html`<li>
            <span>${at + 1}. ${name}</span>
            ${at === 0 ? nothing : html`<button class="plain" aria-label=${say(w.up, { name })} @click=${() => this.set(earlier(this.order, one))}>${icon('arrow-up')}</button>`}
            ${this.order.length === 1 ? nothing : html`<button class="plain" aria-label=${say(w.leave, { name })} @click=${() => this.set(without(this.order, one))}>${icon('minus')}</button>`}
          </li>`;
        })}
      </ol>
      ${unused.length === 0
        ? nothing
        : html`<h3>${say(w.off)}</h3>
            <ul>
              ${unused.map((one) => html`<li><span>${channelName(one)}</span><button class="plain" aria-label=${say(w.use, { name: channelName(one) })} @click=${() => this.set([...this.order, one])}>${icon('plus')}</button></li>`)}
            </ul>`}
      <label>${say(w.phone)}<input type="tel" autocomplete="tel" .value=${this.phone} @input=${(event: Event) => (this.phone = (event.target as HTMLInputElement).value)} /></label>
      <p><button class="primary" @click=${this.save}>${say(w.save)}</button> <span role="status">${this.saved ? say(w.saved) : nothing}</span></p>`;
  }

  private device(): TemplateResult {
    switch (this.push) {
      case 'on':
        return html`<p><button @click=${() => this.turn(turnPushOff)}>${icon('bell-off')}${say(w.pushOff)}</button></p>`;
      case 'off':
        return html`<p><button @click=${() => this.turn(turnPushOn)}>${icon('bell')}${say(w.pushOn)}</button></p>`;
      default:
        return html`<p class="muted">${say(this.push === 'away' ? w.pushAway : this.push === 'denied' ? w.pushDenied : w.pushCannot)}</p>`;
    }
  }

  private async read(): Promise<void> {
    try {
      this.take(await get<ChannelsView>('/api/notices/mine/channels'));
      this.push = await pushState();
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private take(view: ChannelsView): void {
    this.known = view;
    this.order = view.channels;
    this.phone = view.phone ?? '';
  }

  private set(order: readonly string[]): void {
    this.order = order;
    this.saved = false;
  }

  private readonly save = async (): Promise<void> => {
    this.problem = null;
    try {
      const phone = this.phone.replace(/[\s-]/g, '');
      const body = { channels: this.order, ...(phone === '' ? {} : { phone }) };
      this.take((await (await ask('PUT', '/api/notices/mine/channels', { body })).json()) as ChannelsView);
      this.saved = true;
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  };

  private async turn(way: () => Promise<PushState>): Promise<void> {
    this.problem = null;
    try {
      this.push = await way();
    } catch (fault) {
      this.problem = problemOf(fault);
    }
  }

  private readonly close = (): void => this.renderRoot.querySelector('dialog')!.close();

  private readonly closed = (): void => void this.dispatchEvent(new Event('closed'));
}
