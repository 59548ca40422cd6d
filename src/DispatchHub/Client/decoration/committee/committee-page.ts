import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { city } from '../../api/city';
import { get } from '../../api/http';
import type { Problem } from '../../api/problem';
import { followLink } from '../../app/follow-link';
import { navigation } from '../../app/navigation';
import { session } from '../../app/session';
import { theme } from '../../app/theme';
import { instantText } from '../../clocks/spoken';
import { problemOf } from '../../commands/give-command';
import { documentCss } from '../../parts/document-css';
import { icon } from '../../parts/icon';
import { shared } from '../../parts/shared-css';
import { countText, percentText } from '../../stats/numbers';
import { Localized } from '../../words/language';
import { problemText } from '../../words/problems';
import { say, sayName } from '../../words/say';
import { committeeCss } from './committee-css';
import { isMonth, monthBeside, placesOf, shareOf } from './figures';
import type { CommitteeLine, CommitteeReport, CommitteeSection, Competition } from './types';
import { committeeWords as w } from './words';

/** The month of the street as its committee sees it: every number opens what it counts, and the page prints as it stands. */
@customElement('dispatch-committee')
export class CommitteePage extends LitElement {
  static override styles = [shared, documentCss, committeeCss];

  @state() private report: CommitteeReport | null = null;
  @state() private opened: CommitteeLine | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  @query('dialog') private dialog!: HTMLDialogElement;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    navigation.addEventListener('change', this.follow);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    navigation.removeEventListener('change', this.follow);
    removeEventListener('beforeprint', onPaper);
    removeEventListener('afterprint', onScreen);
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head">
        <h1>${say(w.title)}</h1>
        <div class="tools">
          <label>${say(w.month)} <input type="month" .value=${this.report?.month ?? this.asked ?? ''} min="2000-01" @change=${this.choose} /></label>
          <button @click=${() => this.beside(-1)} ?disabled=${!this.report} aria-label=${this.report ? monthBeside(this.report.month, -1) : ''}>‹</button>
          <button @click=${() => this.beside(1)} ?disabled=${!this.report} aria-label=${this.report ? monthBeside(this.report.month, 1) : ''}>›</button>
          <button @click=${() => print()} ?disabled=${!this.report}>${icon('print')}${say(w.print)}</button>
        </div>
      </div>
      ${this.problem ? html`<div class="notice critical" role="alert">${problemText(this.problem)} <button @click=${() => void this.load()}>${say(w.again)}</button></div>` : nothing}
      <p class=${this.report ? 'visually-hidden' : ''} role="status">${this.busy ? say(w.loading) : nothing}</p>
      ${this.report ? this.shown(this.report) : nothing}
      <dialog aria-labelledby="behind" @close=${() => (this.opened = null)}>${this.opened ? this.behind(this.opened) : nothing}</dialog>
    </div>`;
  }

  private shown(report: CommitteeReport): TemplateResult {
    return html`<p><strong>${city.scopeName(`street:${report.streetId}`)} · ${report.month}</strong> <span class="muted">${say(w.asOf, { at: instantText(report.asOf, 'full') })} · ${say(w.forWhom)}</span></p>
      ${report.complete ? nothing : html`<p class="notice serious" role="note">${say(w.incomplete)}</p>`}
      <div class="sections">${report.sections.map((section) => this.section(section))}</div>
      ${this.competition(report.competition)}`;
  }

  private section(section: CommitteeSection): TemplateResult {
    return html`<section aria-labelledby=${section.id}>
      <h2 id=${section.id}>${sayName(section.title)}</h2>
      <table>
        <tbody>${section.lines.map((line) => html`<tr>
          <th scope="row">${sayName(line.title)}</th>
          <td class="number">${this.number(line)}</td>
        </tr>`)}</tbody>
      </table>
      ${section.note ? html`<p class="note">${sayName(section.note)}</p>` : nothing}
    </section>`;
  }

  private number(line: CommitteeLine): TemplateResult {
    const n = Number(line.count);
    const said = line.of === null || line.of === undefined ? countText(n) : say(w.ofWhole, { n: countText(n), of: countText(Number(line.of)) });
    const share = shareOf(line);
    return html`${n > 0 ? html`<button aria-label=${say(w.open, { title: sayName(line.title), n: said })} @click=${() => void this.show(line)}>${said}</button>` : said}
      ${share === null ? nothing : html` <strong>${percentText(share)}</strong>`}
      ${line.earlier ? html`<br /><span class="muted">${say(w.earlier, { n: Number(line.earlier) })}</span>` : nothing}`;
  }

  private competition(competition: Competition): TemplateResult {
    const places = placesOf(competition.rows);
    return html`<section aria-labelledby="competition">
      <h2 id="competition">${say(w.competition, { quarter: competition.quarter })}</h2>
      ${competition.rows.length === 0
        ? html`<p>${say(w.noManagers)}</p>`
        : html`<div class="wide" tabindex="0" role="group" aria-labelledby="competition"><table>
            <thead><tr>
              ${[w.place, w.manager, w.points].map((word) => html`<th scope="col">${say(word)}</th>`)}
              ${competition.rows[0]!.items.map((item) => html`<th scope="col">${sayName(item.line.title)}<br />${say(w.each, { n: Number(item.each) })}</th>`)}
            </tr></thead>
            <tbody>${competition.rows.map((row, n) => html`<tr>
              <td>${places[n]}</td>
              <th scope="row">${row.manager}<br /><span class="muted">${row.estates.map((estate) => sayName(estate.label)).join(', ')}</span></th>
              <td><strong>${Number(row.points)}</strong></td>
              ${row.items.map((item) => html`<td class="number">${this.number(item.line)}</td>`)}
            </tr>`)}</tbody>
          </table></div>`}
      <p class="note">${sayName(competition.note)}</p>
    </section>`;
  }

  private behind(line: CommitteeLine): TemplateResult {
    return html`<h2 id="behind">${sayName(line.title)} (${Number(line.count)})</h2>
      <ul>${line.behind.map((source) => html`<li>${source.page ? html`<a href=${source.page} @click=${followLink}>${sayName(source.label)}</a>` : sayName(source.label)}</li>`)}</ul>
      ${Number(line.further) > 0 ? html`<p>${say(w.further, { n: Number(line.further) })}</p>` : nothing}
      <form method="dialog"><button>${say(w.close)}</button></form>`;
  }

  private async show(line: CommitteeLine): Promise<void> {
    this.opened = line;
    await this.updateComplete;
    this.dialog.showModal();
  }

  private get asked(): string | null {
    const month = navigation.query.get('month');
    return isMonth(month) ? month : null;
  }

  private readonly choose = (event: Event): void => {
    const month = (event.target as HTMLInputElement).value;
    if (isMonth(month)) {
      navigation.go(`/committee?month=${month}`);
    }
  };

  private beside(by: number): void {
    navigation.go(`/committee?month=${monthBeside(this.report!.month, by)}`);
  }

  private readonly follow = (): void => void this.load();

  private async load(): Promise<void> {
    const month = this.asked;
    this.busy = true;
    try {
      const street = session.who?.streetId ?? city.territory?.street.id;
      const report = await get<CommitteeReport>(`/api/committee?${new URLSearchParams({ scope: `street:${street}`, ...(month ? { month } : {}) })}`);
      // An answer that was overtaken by another choice is not shown.
      if (month === this.asked) {
        [this.report, this.problem] = [report, null];
      }
    } catch (fault) {
      this.problem = problemOf(fault);
    } finally {
      this.busy = false;
    }
  }
}

/** Paper is white, whatever the screen is. */
function onPaper(): void {
  document.documentElement.dataset['theme'] = 'light';
}

function onScreen(): void {
  theme.apply();
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-committee': CommitteePage;
  }
}
