import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { session } from '../../app/session';
import { instantText } from '../../clocks/spoken';
import { documentCss } from '../../parts/document-css';
import { shared } from '../../parts/shared-css';
import { say } from '../../words/say';
import { DossierPage } from '../dossier-page';
import { clockChips, mediationWaits } from '../dossier-clock';
import { estateCss } from '../estates/estate-css';
import { typed } from '../typed';
import './mediation-forms';
import './mediation-view';
import type { Mediation, MediationList } from './types';
import { mediationStateWords, mediationWords as w } from './words';

/** The mediations of one's area with their count since the start, or one of them. */
@customElement('dispatch-mediations')
export class MediationsPage extends DossierPage {
  static override styles = [shared, documentCss, estateCss];

  @state() private list: MediationList | null = null;
  @state() private items: readonly Mediation[] = [];
  @state() private open = true;

  protected override render(): TemplateResult {
    const id = this.asked;
    return html`<div class="page">
      <div class="head"><h1>${say(w.title)}</h1>
        ${id
          ? html`<a class="button" href="/mediations" @click=${followLink}>${say(w.back)}</a>`
          : html`<div class="tools">${[true, false].map((open) => html`<button aria-pressed=${this.open === open} @click=${() => this.show(open)}>${say(open ? w.open : w.over)}</button>`)}</div>`}
      </div>
      ${id ? html`<mediation-view .id=${id} .caseId=${navigation.query.get('of') ?? ''}></mediation-view>` : this.all()}
    </div>`;
  }

  private all(): TemplateResult {
    const { list } = this;
    return html`${this.fault()}
      ${list ? this.counted(list) : this.waiting()}
      ${list && this.items.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="cards">${this.items.map((one) => html`<li><a href=${`/mediations/${one.id}`} @click=${followLink}>
        <strong>${typed(one.matter)}</strong>
        <span class="muted">${city.communityName(one.communityId)} · ${typed(one.parties.join(' / '))} · ${say(w.opened, { at: instantText(one.openedAt) })}</span>
        <span><span class=${`chip ${one.state === 'kept' ? 'normal' : 'off'}`}>${say(mediationStateWords[one.state])}</span> ${clockChips(one.clocks, mediationWaits(one))}</span>
      </a></li>`)}</ul>
      ${this.further(list?.next)}
      ${list?.mayOpen ? html`<section><open-mediation-form @opened=${(event: CustomEvent<{ id: string }>) => navigation.go(`/mediations/${event.detail.id}`)}></open-mediation-form></section>` : nothing}`;
  }

  private counted(list: MediationList): TemplateResult {
    const [before, here] = [Number(list.before), Number(list.here)];
    return html`<p><strong>${say(w.since, { n: before + here })}</strong>${before > 0 ? html`<br /><span class="muted">${say(w.ofThose, { before, here, reviews: Number(list.reviewsBefore) })}</span>` : nothing}</p>`;
  }

  private get asked(): string | null {
    return /^\/mediations\/([\w.-]+)$/.exec(navigation.path)?.[1] ?? null;
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
    const { area, streetId } = session.who!;
    const scope = area && /^(street|community):/.test(area) ? area : `street:${streetId ?? city.territory?.street.id}`;
    const query = new URLSearchParams({ scope, open: String(this.open), ...(after ? { cursor: after } : {}) });
    const list = await get<MediationList>(`/api/mediations?${query}`);
    this.items = after ? [...this.items, ...list.items] : list.items;
    this.list = list;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-mediations': MediationsPage;
  }
}
