import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say, words } from '../words/say';
import { dutyPresence } from './duty-presence';

const w = words({
  until: { en: 'On duty until {at}', zh: '值班中，至 {at}' },
  on: { en: 'On duty', zh: '值班中' },
  off: { en: 'Off duty', zh: '未在值班' },
  away: { en: 'Out of reach: no case is offered to you', zh: '暂离：不再派单给您' },
  leave: { en: 'Out of reach', zh: '暂离' },
  back: { en: 'I am back', zh: '我回来了' },
  share: { en: 'Show dispatch where I am', zh: '向指挥中心共享位置' },
  placeless: { en: 'This device does not tell where it is.', zh: '本机无法定位。' },
});

/** Whether an officer is on duty, and one tap to be out of reach and back. */
@customElement('duty-bar')
export class DutyBar extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.9rem;
        margin-bottom: 0.6rem;
      }
      span {
        flex: 1 1 8rem;
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 3rem;
      }
    `,
  ];

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dutyPresence.addEventListener('change', this.again);
    cityClock.addEventListener('change', this.again);
    dutyPresence.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    dutyPresence.removeEventListener('change', this.again);
    cityClock.removeEventListener('change', this.again);
    dutyPresence.stop();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { presence, problem } = dutyPresence;
    if (!presence) {
      return nothing;
    }
    if (!presence.onDuty) {
      return html`<div role="status"><span class="muted">${icon('clock')} ${say(w.off)}</span></div>`;
    }
    const away = presence.kind === 'signedOff';
    return html`<div>
        <span role="status" class=${away ? 'caution' : 'normal'}>${icon(away ? 'bell-off' : 'clock')} ${away ? say(w.away) : presence.dutyUntil ? say(w.until, { at: instantText(presence.dutyUntil) }) : say(w.on)}</span>
        ${away ? nothing : html`<label><input type="checkbox" .checked=${dutyPresence.shares} @change=${(event: Event) => void dutyPresence.share((event.target as HTMLInputElement).checked)} />${say(w.share)}</label>`}
        <button class=${away ? 'primary' : ''} @click=${() => void dutyPresence.reach(away)}>${say(away ? w.back : w.leave)}</button>
      </div>
      ${dutyPresence.shares && dutyPresence.placeless && !away ? html`<p class="muted">${say(w.placeless)}</p>` : nothing}
      ${problem ? html`<p class="critical" role="alert">${problemText(problem)}</p>` : nothing}`;
  }

  private readonly again = (): void => this.requestUpdate();
}
