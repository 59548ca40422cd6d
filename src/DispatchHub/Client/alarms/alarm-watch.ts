import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { people } from '../commands/people';
import { pageState } from '../feed/page-state';
import { ScopeWatch } from '../feed/scope-watch';
import { alarmed } from '../parts/alarms';
import { chime } from '../parts/chime';
import { icon } from '../parts/icon';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { say, words } from '../words/say';
import './alarm-banner';

const w = words({
  deaf: { en: 'No connection: alarms do not reach this page.', zh: '连接中断：本页暂时收不到求助。' },
});

/** The open alarms of the street, over whatever page is shown: the shell has one for everybody who answers them. */
@customElement('alarm-watch')
export class AlarmWatch extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        margin: 0;
        padding: 0.35rem 0.75rem;
        background: var(--serious-soft);
      }
    `,
  ];

  private watch: ScopeWatch | null = null;
  private readonly who = session.who!;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch = new ScopeWatch(`alarms:${this.who.streetId}`, { applied: this.renew, stateChanged: this.renew });
    pageState.addEventListener('change', this.renew);
    addEventListener('pointerdown', this.touched);
    people.want();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.stop();
    pageState.removeEventListener('change', this.renew);
    removeEventListener('pointerdown', this.touched);
  }

  protected override render(): TemplateResult {
    // A page that watches for itself says so itself.
    const deaf = this.watch?.state === 'stale' && pageState.state === 'none';
    return html`${deaf ? html`<p class="serious" role="status">${icon('offline')} ${say(w.deaf)}</p>` : nothing}
      <alarm-banner .rows=${alarmed(this.watch?.board.rows.values() ?? [])} .me=${this.who.userName} @opened=${this.opened}></alarm-banner>`;
  }

  /** The board shows it beside the list; from any other page it is a step to the person's own page of cases. */
  private readonly opened = (event: CustomEvent<{ id: string }>): void => {
    if (navigation.path === '/board') {
      navigation.note({ case: event.detail.id, at: null });
    } else {
      navigation.go(`/cases/${encodeURIComponent(event.detail.id)}`);
    }
  };

  /** Browsers play nothing before somebody touched the page; the board asks them itself whether it may be heard. */
  private readonly touched = (): void => {
    if (navigation.path !== '/board') {
      removeEventListener('pointerdown', this.touched);
      void chime.start();
    }
  };

  private readonly renew = (): void => this.requestUpdate();
}
