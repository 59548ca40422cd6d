import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseView } from '../api/types';
import { instantText } from '../clocks/spoken';
import { commandName } from '../commands/registry';
import { countdown } from '../parts/countdown';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { toneMark } from '../parts/status-mark';
import { Localized } from '../words/language';
import { say, words } from '../words/say';

const w = words({
  due: { en: 'Reply by {at}', zh: '答复期限 {at}' },
  late: { en: 'The reply is late, it was due {at}', zh: '答复已逾期，期限为 {at}' },
  replied: { en: 'Replied {at}', zh: '{at} 已回复' },
  byItself: { en: 'The end of the case was the reply, {at}', zh: '{at} 以办理结果回复' },
});

/** Which system a case came from, its number there, until when it waits for a reply, and what it was told. */
@customElement('case-external')
export class CaseExternal extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      p {
        margin: 0 0 0.35rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) case!: CaseView;
  /** Whoever looks may reply. */
  @property({ type: Boolean }) replies = false;

  constructor() {
    super();
    new Localized(this);
  }

  protected override render(): TemplateResult {
    const external = this.case.external!;
    return html`<p><strong>${city.scopeName(`source:${external.source}`)}</strong> ${external.number}</p>
      ${external.repliedAt
        ? html`<p class="muted">${say(external.byItself ? w.byItself : w.replied, { at: instantText(external.repliedAt) })}</p>`
        : this.due()}
      ${external.reply ? html`<p>${external.reply}</p>` : nothing}
      ${this.replies
        ? html`<button class="no-print" @click=${() => this.dispatchEvent(new Event('reply'))}>${icon('send')}${commandName('reply-external')}</button>`
        : nothing}`;
  }

  private due(): TemplateResult | typeof nothing {
    const clock = this.case.clocks.find((one) => one.name === 'external-reply');
    if (!clock?.dueAt) {
      return nothing;
    }
    const at = instantText(clock.dueAt);
    return clock.state === 'Missed'
      ? html`<p class="critical">${toneMark('critical')} ${say(w.late, { at })}</p>`
      : html`<p>${say(w.due, { at })} ${countdown([clock])}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'case-external': CaseExternal;
  }
}
