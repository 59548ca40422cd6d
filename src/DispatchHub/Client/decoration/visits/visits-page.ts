import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, newKey, post } from '../../api/http';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { instantText } from '../../clocks/spoken';
import { people } from '../../commands/people';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { say, sayName } from '../../words/say';
import { DossierPage, sent } from '../dossier-page';
import { ownScope } from '../own-scope';
import { roundCss } from '../rounds/round-css';
import type { ProposedVisit, VisitList, VisitProposals, VisitView } from '../types';
import './visit-forms';
import './visit-line';
import { visitStateWords, visitWords as w } from './words';

/** Visits of the 1+4 team: what could be made together, what is planned, and with `?id=` the checklists of one visit. */
@customElement('dispatch-visits')
export class VisitsPage extends DossierPage {
  static override styles = [shared, documentCss, roundCss];

  @state() private proposals: VisitProposals | null = null;
  @state() private list: VisitList | null = null;
  @state() private visit: VisitView | null = null;
  @state() private all = false;

  override connectedCallback(): void {
    super.connectedCallback();
    people.want();
  }

  protected override render(): TemplateResult {
    const shown = this.asked ? this.visit && this.one(this.visit) : this.list && this.proposals && this.many(this.list, this.proposals);
    return html`<div class="page">
      <p class="visually-hidden" role="status">${this.said}</p>
      <h1>${say(w.title)}</h1>
      ${this.fault()}
      ${shown ?? this.waiting()}
    </div>`;
  }

  private many(list: VisitList, proposals: VisitProposals): TemplateResult {
    return html`<h2>${say(w.proposals)}</h2>
      <p>${proposals.items.length === 0 ? say(w.noProposals) : say(w.counts, { checks: Number(proposals.checks), visits: proposals.items.length })}</p>
      <ul class="items">${proposals.items.map((visit) => html`<li class="item">
        <h3>${sayName(proposals.estates[visit.estateId])}</h3>
        <p>${say(w.checks, { n: visit.checks.length, flats: new Set(visit.checks.map((check) => check.unitId)).size })} · ${visit.departments.map((one) => sayName(proposals.departments[one])).join(', ')}</p>
        <p class="muted">${say(w.between, { from: instantText(visit.from, 'full'), until: instantText(visit.until, 'full') })}</p>
        <plan-visit-form .visit=${visit} .plan=${this.plan}></plan-visit-form></li>`)}</ul>
      <h2>${say(w.visits)}</h2>
      <div class="tools">${[false, true].map((all) => html`<button aria-pressed=${this.all === all} @click=${() => this.show(all)}>${say(all ? w.all : w.open)}</button>`)}</div>
      ${list.items.length === 0 ? html`<p>${say(w.none)}</p>` : nothing}
      <ul class="items">${list.items.map((visit) => html`<li class="item">
        <h3><a href=${`/visits?id=${visit.id}`} @click=${followLink}>${sayName(visit.estate)}</a> <span class="chip off">${say(visitStateWords[visit.state])}</span></h3>
        <p>${say(w.planned, { at: instantText(visit.at, 'full') })}${visit.state === 'held' ? html` · ${say(w.avoided, { n: Number(visit.avoided) })}` : nothing}</p></li>`)}</ul>
      ${this.further(list.next)}`;
  }

  private one(visit: VisitView): TemplateResult {
    const may = (command: string): boolean => visit.may.includes(command);
    const lines = visit.checklists.flatMap((list) => list.lines);
    return html`<p><a class="button" href="/visits" @click=${followLink}>${say(w.back)}</a> <strong>${sayName(visit.estate)}</strong>
        · ${say(visitStateWords[visit.state])} · ${say(w.planned, { at: instantText(visit.at, 'full') })} · ${say(w.answered, { n: lines.filter((line) => line.good !== null && line.good !== undefined).length, all: lines.length })}</p>
      ${visit.state === 'held' ? html`<p class="notice">${say(w.avoided, { n: Number(visit.avoided) })}</p>` : nothing}
      ${visit.notRecorded.length > 0 ? html`<p class="notice serious">${say(w.notRecorded, { checks: visit.notRecorded.join(', ') })}</p>` : nothing}
      ${visit.reason ? html`<p class="notice">${visit.reason}</p>` : nothing}
      ${visit.officers.length > 0 ? html`<p>${say(w.officers)}: ${visit.officers.map((one) => people.nameOf(one)).join(', ')}</p>` : nothing}
      ${may('begin-visit') ? html`<begin-visit-form .give=${this.give}></begin-visit-form>` : nothing}
      <p class="muted">${say(w.illustrative)}</p>
      ${visit.checklists.map((list) => html`<section aria-labelledby=${list.item}>
        <h2 id=${list.item}>${list.item} ${sayName(list.title)}</h2><p class="muted">${sayName(list.look)}</p>
        <div class="items">${list.lines.map((line) => html`<visit-line .line=${line} visitId=${visit.id} ?may=${may('tick-visit')} ?busy=${this.busy} @ticked=${this.ticked}></visit-line>`)}</div></section>`)}
      <section aria-labelledby="signatures"><h2 id="signatures">${say(w.signatures)} (${visit.signatures.length}/${visit.departments.length})</h2>
        <ul>${visit.departments.map((department) => this.signature(visit, department))}</ul>
        ${visit.state === 'begun' && visit.signatures.length > 0 ? html`<p class="muted">${say(w.voids)}</p>` : nothing}
        ${may('sign-visit') && visit.signsAs
          ? html`<button class="primary" ?disabled=${this.busy} @click=${() => void this.doing(() => this.give('sign-visit', { department: visit.signsAs }))}>${icon('edit')}${say(w.sign, { department: sayName(visit.names[visit.signsAs]) })}</button>`
          : nothing}
      </section>
      ${may('call-off-visit') ? html`<call-off-visit-form .give=${this.give}></call-off-visit-form>` : nothing}`;
  }

  private signature(visit: VisitView, department: string): TemplateResult {
    const signed = visit.signatures.find((one) => one.department === department);
    return html`<li><strong>${sayName(visit.names[department])}</strong>
      <span class="muted">${signed ? say(w.signed, { by: people.nameOf(signed.by), at: instantText(signed.at) }) : say(w.unsigned)}</span></li>`;
  }

  private get asked(): string | null {
    return navigation.query.get('id');
  }

  private readonly ticked = (event: CustomEvent<{ photos: readonly File[] }>): Promise<void> => {
    const { photos, ...answer } = event.detail;
    return this.doing(async () => {
      const evidenceIds = await sent(photos);
      await this.give('tick-visit', { ...answer, evidenceIds });
    });
  };

  /** @throws Problem when it is refused. */
  private readonly plan = async (visit: ProposedVisit, at: string): Promise<void> => {
    const id = `${visit.estateId}-${newKey().slice(0, 8)}`;
    await post(`/api/visits/${id}/commands/plan-visit`, { estateId: visit.estateId, checkIds: visit.checks.map((check) => check.id), at }, newKey());
    navigation.go(`/visits?id=${id}`);
  };

  /** @throws Problem when it is refused. */
  private readonly give = async (command: string, body: object): Promise<void> => {
    await post(`/api/visits/${this.asked}/commands/${command}`, body, newKey());
    await this.load();
    this.said = say(w.done);
  };

  private show(all: boolean): void {
    this.all = all;
    void this.load();
  }

  /** @throws Problem when it is refused. */
  protected override async read(after?: string): Promise<void> {
    const id = this.asked;
    if (id) {
      this.visit = await get<VisitView>(`/api/visits/${encodeURIComponent(id)}`);
    } else {
      const scope = ownScope();
      const query = new URLSearchParams({ scope, ...(this.all ? {} : { open: 'true' }), ...(after ? { cursor: after } : {}) });
      const [list, proposals] = await Promise.all([get<VisitList>(`/api/visits?${query}`), get<VisitProposals>(`/api/visit-proposals?scope=${encodeURIComponent(scope)}`)]);
      this.list = after && this.list ? { ...list, items: [...this.list.items, ...list.items] } : list;
      this.proposals = proposals;
    }
  }

  protected override leave(): void {
    this.visit = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-visits': VisitsPage;
  }
}
