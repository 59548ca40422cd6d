import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { instantText } from '../../clocks/spoken';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { say, sayName } from '../../words/say';
import { DossierPage } from '../dossier-page';
import { ownScope } from '../own-scope';
import { clockChips, sessionWaits } from '../dossier-clock';
import { estateCss } from '../estates/estate-css';
import type { EstateList, EstateSummary } from '../types';
import { typed } from '../typed';
import './session-forms';
import './session-view';
import type { Session, SessionList } from './types';
import { audienceWords, sessionStateWords, sessionWords as w } from './words';

/** Teaching the rules: the sessions of one's area with the menu to order from, or one of them. */
@customElement('dispatch-sessions')
export class SessionsPage extends DossierPage {
  static override styles = [shared, documentCss, estateCss];

  @state() private list: SessionList | null = null;
  @state() private items: readonly Session[] = [];
  @state() private estates: readonly EstateSummary[] = [];
  @state() private open = true;

  protected override render(): TemplateResult {
    const id = this.asked;
    return html`<div class="page">
      <div class="head"><h1>${say(w.title)}</h1>
        ${id
          ? html`<a class="button" href="/sessions" @click=${followLink}>${say(w.back)}</a>`
          : html`<div class="tools">${[true, false].map((open) => html`<button aria-pressed=${this.open === open} @click=${() => this.show(open)}>${say(open ? w.open : w.over)}</button>`)}</div>`}
      </div>
      ${id ? html`<session-view .id=${id}></session-view>` : this.all()}
    </div>`;
  }

  private all(): TemplateResult {
    return html`${this.fault()}
      ${this.list ? nothing : this.waiting()}
      ${this.list && this.items.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="cards">${this.items.map((one) => this.card(one))}</ul>
      ${this.further(this.list?.next)}
      ${this.list?.mayOrder && this.list.menu.topics.length > 0 && this.estates.length > 0
        ? html`<section><order-form .estates=${this.estates} .menu=${this.list.menu} @ordered=${(event: CustomEvent<{ id: string }>) => navigation.go(`/sessions/${event.detail.id}`)}></order-form></section>`
        : nothing}`;
  }

  private card(one: Session): TemplateResult {
    return html`<li><a href=${`/sessions/${one.id}`} @click=${followLink}>
      <strong>${sayName(one.estate)} · ${say(audienceWords[one.audience])}</strong>
      <span class="muted">${one.heldAt ? say(w.held, { at: instantText(one.heldAt) }) : one.at ? html`${instantText(one.at)} ${typed(one.place)}` : say(w.notPlanned)}</span>
      <span>${[...one.topics.map((topic) => sayName(topic.title)), say(w.questionsOf, { n: one.questions.length })].join(' · ')}</span>
      <span><span class=${`chip ${one.state === 'done' ? 'normal' : 'off'}`}>${say(sessionStateWords[one.state])}</span> ${clockChips(one.clocks, sessionWaits(one))}</span>
    </a></li>`;
  }

  private get asked(): string | null {
    return /^\/sessions\/([\w.-]+)$/.exec(navigation.path)?.[1] ?? null;
  }

  private show(open: boolean): void {
    this.open = open;
    void this.load();
  }

  /** @throws Problem when it is refused. */
  protected override async read(after?: string): Promise<void> {
    if (this.asked) {
      return;
    }
    const scope = ownScope();
    const query = new URLSearchParams({ scope, open: String(this.open), ...(after ? { cursor: after } : {}) });
    const [list, estates] = await Promise.all([get<SessionList>(`/api/sessions?${query}`), get<EstateList>(`/api/estates?scope=${encodeURIComponent(scope)}`)]);
    this.items = after ? [...this.items, ...list.items] : list.items;
    [this.list, this.estates, ] = [list, estates.items];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-sessions': SessionsPage;
  }
}
