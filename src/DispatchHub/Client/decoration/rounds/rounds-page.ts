import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, newKey, post } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { say, sayName } from '../../words/say';
import { DossierPage, sent } from '../dossier-page';
import type { EstateView, RoundList, RoundMark, RoundView } from '../types';
import { roundCss } from './round-css';
import './round-forms';
import './round-item';
import { seenOf } from './seen-of';
import { roundStateWords, roundWords as w } from './words';

/** Patrol rounds of the person's own area; with `?id=` one of them, walked item by item with a thumb. */
@customElement('dispatch-rounds')
export class RoundsPage extends DossierPage {
  static override styles = [shared, documentCss, roundCss];

  @state() private list: RoundList | null = null;
  @state() private round: RoundView | null = null;
  @state() private estate: EstateView | null = null;
  @state() private all = false;

  protected override render(): TemplateResult {
    const shown = this.asked ? this.round && this.one(this.round) : this.list && this.many(this.list);
    return html`<div class="page">
      <p class="visually-hidden" role="status">${this.said}</p>
      <h1>${say(w.title)}</h1>
      ${this.fault()}
      ${shown ?? this.waiting()}
    </div>`;
  }

  private many(list: RoundList): TemplateResult {
    return html`<div class="tools">${[false, true].map((all) => html`<button aria-pressed=${this.all === all} @click=${() => this.show(all)}>${say(all ? w.all : w.open)}</button>`)}</div>
      ${list.items.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="items">${list.items.map((round) => html`<li class="item">
        <h2><a href=${`/rounds?id=${round.id}`} @click=${followLink}>${sayName(round.estate)}</a>
          ${round.missed ? html`<span class="chip critical">${say(w.missed)}</span>` : nothing}
          <span class="chip off">${say(roundStateWords[round.state])}</span></h2>
        <p>${say(w.seen, seenOf(round.items))}</p></li>`)}</ul>
      ${this.further(list.next)}
      ${list.unwalked.length > 0
        ? html`<h2>${say(w.unwalked)}</h2><ul class="items">${list.unwalked.map((estate) => html`<li class="item">
            <h3>${sayName(estate.name)}</h3><p>${say(w.flats, { n: Number(estate.flats) })}</p>
            <button class="primary" ?disabled=${this.busy} aria-label=${say(w.drawOf, { estate: sayName(estate.name) })} @click=${() => void this.draw(estate.id)}>${icon('plus')}${say(w.draw)}</button></li>`)}</ul>`
        : nothing}`;
  }

  private one(round: RoundView): TemplateResult {
    const may = (command: string): boolean => round.may.includes(command);
    return html`<p><a class="button" href="/rounds" @click=${followLink}>${say(w.back)}</a> <strong>${sayName(round.estate)}</strong>
        · ${say(roundStateWords[round.state])} · ${say(w.seen, seenOf(round.items))} ${round.missed ? html`<span class="chip critical">${say(w.missed)}</span>` : nothing}</p>
      ${round.reason ? html`<p class="notice">${round.reason}</p>` : nothing}
      ${Number(round.leftOut) > 0 ? html`<p class="notice">${say(w.leftOut, { n: Number(round.leftOut) })}</p>` : nothing}
      ${round.shares.length > 0
        ? html`<section aria-labelledby="shares"><h2 id="shares">${say(w.shares)}</h2><ul>${round.shares.map((share) => html`<li>${say(w.shareLine, { group: share.group, members: Number(share.members), ...seenOf(round.items, share.id) })}</li>`)}</ul></section>`
        : nothing}
      <div class="items">${round.items.map((item) => html`<round-item .round=${round} .item=${item} .estate=${this.estate} ?busy=${this.busy} @marked=${this.marked}></round-item>`)}</div>
      ${may('mark-round-item') ? html`<unfiled-form .units=${this.estate?.units ?? []} .report=${this.report}></unfiled-form>` : nothing}
      ${may('share-round') ? html`<share-form .round=${round} .give=${this.give}></share-form>` : nothing}
      ${may('end-round') ? html`<end-form .give=${this.give}></end-form>` : nothing}`;
  }

  private get asked(): string | null {
    return navigation.query.get('id');
  }

  private readonly marked = async (event: CustomEvent<{ itemId: string; mark: RoundMark; photos: readonly File[] }>): Promise<void> => {
    const { itemId, mark, photos } = event.detail;
    await this.doing(async () => {
      const evidenceIds = await sent(photos);
      await this.give('mark-round-item', { itemId, mark, evidenceIds });
    });
  };

  /** @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post(`/api/rounds/${this.asked}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  /** @throws Problem when it is refused. */
  private readonly report = async (unit: string, body: object): Promise<void> => {
    await post(`/api/rounds/${this.asked}/unfiled-work/${encodeURIComponent(unit)}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  private async draw(estateId: string): Promise<void> {
    const id = `${estateId}-${newKey().slice(0, 8)}`;
    await this.doing(async () => {
      await post(`/api/rounds/${id}/commands/draw-round`, { estateId }, newKey());
      navigation.go(`/rounds?id=${id}`);
    });
  }

  private show(all: boolean): void {
    this.all = all;
    void this.load();
  }

  /** @throws Problem when it is refused. */
  protected override async read(after?: string): Promise<void> {
    const id = this.asked;
    if (id) {
      const round = await get<RoundView>(`/api/rounds/${encodeURIComponent(id)}`);
      if (round.estateId !== this.estate?.id) {
        this.estate = await get<EstateView>(`/api/estates/${round.estateId}`);
      }
      this.round = round;
    } else {
      const list = await get<RoundList>(`/api/rounds?${new URLSearchParams({ ...(this.all ? {} : { open: 'true' }), ...(after ? { cursor: after } : {}) })}`);
      this.list = after && this.list ? { ...list, unwalked: this.list.unwalked, items: [...this.list.items, ...list.items] } : list;
    }
  }

  protected override leave(): void {
    this.round = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-rounds': RoundsPage;
  }
}
