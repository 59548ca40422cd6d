import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { CityTime } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { theme } from '../app/theme';
import { instantText } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import { icon } from '../parts/icon';
import { documentCss } from '../parts/document-css';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText } from '../words/problems';
import { say } from '../words/say';
import './case-list';
import type { Drawing } from './chart-drawing';
import './figure-chart';
import './figure-table';
import './pilot-compare';
import { loadCsv, loadFigures, rateParts, type Column, type FigureRow, type Figures, type NumberAsked, type Rate } from './figures';
import { instantOfLocal, localOf } from './local-days';
import { rowName } from './names';
import { countText, percentText } from './numbers';
import { daysOf, figureQuery, readQuestion, sameFigures, writeQuestion, type Order, type Question } from './question';
import './question-form';
import './rate-cards';
import { isPeriod, isShare, MOST_BARS, ordered, scaleEnd, seriesOf } from './rows';
import { pageCss } from './stats-css';
import { columnWord, countMeanings, countWords, groupingWords, rateWords, statsWords as w } from './words';

const COUNTED: readonly Column[] = ['opened', 'closed', 'overdueOpen', 'responded', 'resolved', 'clocksMissed'];
const COUNTED_IN_CHART: readonly Column[] = ['opened', 'closed', 'overdueOpen'];

/** Figures of an area and a period: rates and numbers, as charts and tables, down to the cases behind each number. */
@customElement('dispatch-stats')
export class StatsPage extends LitElement {
  static override styles = [shared, documentCss, pageCss];

  @state() private question: Question = readQuestion(navigation.query, areaOf());
  @state() private figures: Figures | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @state() private pointed: string | null = null;
  @state() private said = '';

  private asking: AbortController | null = null;

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
    this.asking?.abort();
  }

  protected override render(): TemplateResult {
    return html`<div class="page" @question-changed=${this.ask} @rate-chosen=${this.chooseRate} @order-changed=${this.order} @list-asked=${this.list} @list-closed=${this.unlist}>
      <div class="head">
        <h1>${say(w.title)}</h1>
        <div class="tools">
          <button @click=${() => void this.load()} ?disabled=${this.busy}>${icon('refresh')}${say(w.refresh)}</button>
          <button @click=${() => void this.download()} ?disabled=${!this.figures}>${icon('download')}${say(w.download)}</button>
          <button @click=${() => print()} ?disabled=${!this.figures}>${icon('print')}${say(w.print)}</button>
        </div>
      </div>
      <question-form .question=${this.question} .days=${daysOf(this.question, cityClock.now(), cityClock.zone)} .area=${areaOf()} .now=${localOf(cityClock.now(), cityClock.zone)}></question-form>
      ${this.problem ? this.fault(this.problem) : nothing}
      <div class="answer" aria-busy=${this.busy}>${this.figures ? this.answer(this.figures) : this.problem ? nothing : html`<p role="status">${say(w.loading)}</p>`}</div>
      <p class="visually-hidden" role="status">${this.busy && this.figures ? say(w.loading) : this.said}</p>
      ${this.meanings()}
      <figure-case-list
        .figures=${this.figures}
        .asked=${this.question.listed}
        .row=${this.listedName()}
      ></figure-case-list>
    </div>`;
  }

  private fault(problem: Problem): TemplateResult {
    const text = problem.code === 'invalid-parameter' ? say(w.periodTooLong) : problemText(problem);
    return html`<div class="notice critical" role="alert">${text} <button @click=${() => void this.load()}>${say(w.again)}</button></div>`;
  }

  private answer(figures: Figures): TemplateResult {
    const { from, to } = daysOf(this.question, cityClock.now(), cityClock.zone);
    const ahead = this.question.asOf !== null && instantOfLocal(this.question.asOf, cityClock.zone) > cityClock.now();
    return html`
      <p class="said">
        <strong>${city.scopeName(figures.scope)}</strong> · ${say(w.openedIn, { from, to })} ·
        <span class="muted">${say(w.asOfSaid, { at: instantText(figures.asOf, 'full') })}${ahead ? ` · ${say(w.asOfAhead)}` : nothing}</span>
      </p>
      ${figures.total.counts.opened === 0
        ? html`<p class="notice">${say(w.none)}</p>`
        : html`<rate-cards .total=${figures.total} .rate=${this.question.rate}></rate-cards>
            ${this.section(figures, [`${this.question.rate}Rate`, ...rateParts[this.question.rate].shown], [`${this.question.rate}Rate`], say(w.rateBy, { rate: say(rateWords[this.question.rate]), by: say(groupingWords[figures.by]) }))}
            ${this.section(figures, COUNTED, COUNTED_IN_CHART, say(w.countsBy, { by: say(groupingWords[figures.by]) }))}`}
      <pilot-compare .figures=${figures}></pilot-compare>
    `;
  }

  /** A chart with its table beside it. */
  private section(figures: Figures, columns: readonly Column[], drawn: readonly Column[], what: string): TemplateResult {
    const nameOf = (row: FigureRow): string => rowName(row, figures.by);
    const rows = ordered(figures.rows, this.question.order, figures.by, nameOf);
    const cut = !isPeriod(figures.by) && rows.length > MOST_BARS;
    return html`<section>
      <h2>${what}</h2>
      <div class="pair">
        <div>
          <figure-chart .what=${what} .drawing=${drawingOf(figures, rows, drawn, nameOf)} @row-pointed=${(event: CustomEvent<string | null>) => (this.pointed = event.detail)}></figure-chart>
          ${cut ? html`<p class="muted">${say(w.firstBars, { n: MOST_BARS, all: rows.length })}</p>` : nothing}
        </div>
        <figure-table .what=${what} .columns=${columns} .rows=${rows} .total=${figures.total} .order=${this.question.order} .nameOf=${nameOf} .pointed=${this.pointed}></figure-table>
      </div>
    </section>`;
  }

  private meanings(): TemplateResult {
    const list = Object.entries(countMeanings) as [keyof typeof countMeanings, (typeof countMeanings)['opened']][];
    return html`<details class="meanings">
      <summary>${say(w.meaning)}</summary>
      <p>${say(w.meaningCommon)}</p>
      <p>${say(w.meaningMissed)}</p>
      <dl>${list.map(([count, meaning]) => html`<dt>${say(countWords[count])}</dt><dd>${say(meaning)}</dd>`)}</dl>
    </details>`;
  }

  private listedName(): string {
    const key = this.question.listed?.key ?? null;
    const figures = this.figures;
    if (key === null || !figures) {
      return say(w.total);
    }
    return rowName(figures.rows.find((row) => row.key === key) ?? { key, name: null }, figures.by);
  }

  private async load(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    this.busy = true;
    try {
      cityClock.set(await get<CityTime>('/api/clock', asking.signal));
      this.figures = await loadFigures(figureQuery(this.question, cityClock.now(), cityClock.zone), asking.signal);
      this.problem = null;
    } catch (fault) {
      if (asking.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      // Figures of another question would stand under this one's words.
      this.problem = fault;
      this.figures = null;
    } finally {
      if (this.asking === asking) {
        this.busy = false;
      }
    }
  }

  private async download(): Promise<void> {
    const figures = this.figures;
    if (!figures) {
      return;
    }
    try {
      const address = URL.createObjectURL(await loadCsv(figures));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${say(w.title)}-${city.scopeName(figures.scope)}-${say(groupingWords[figures.by])}-${localOf(Date.parse(figures.asOf), cityClock.zone).slice(0, 10)}.csv`;
      link.click();
      // The browser has taken the file when the click has been handled; at once would be too early for some.
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.said = say(w.savedCsv);
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      this.problem = fault;
    }
  }

  private change(changes: Partial<Question>): void {
    navigation.note(writeQuestion({ ...this.question, ...changes }, areaOf()));
  }

  private readonly follow = (): void => {
    if (!navigation.path.startsWith('/stats')) {
      return;
    }
    const before = this.question;
    this.question = readQuestion(navigation.query, areaOf());
    if (!sameFigures(before, this.question)) {
      void this.load();
    }
  };

  /** Another area, period or grouping has other rows: what was listed and how they were sorted by name goes. */
  private readonly ask = (event: CustomEvent<Partial<Question>>): void => this.change({ ...event.detail, listed: null });
  private readonly chooseRate = (event: CustomEvent<Rate>): void => this.change({ rate: event.detail });
  private readonly order = (event: CustomEvent<Order>): void => this.change({ order: event.detail });
  private readonly list = (event: CustomEvent<NumberAsked>): void => this.change({ listed: event.detail });
  private readonly unlist = (): void => this.change({ listed: null });
}

/** The largest area whose figures this person may see. */
function areaOf(): string {
  const area = session.who?.area ?? '';
  return /^(street|community|grid):/.test(area) ? area : `street:${city.territory?.street.id ?? ''}`;
}

function drawingOf(figures: Figures, rows: readonly FigureRow[], columns: readonly Column[], nameOf: (row: FigureRow) => string): Drawing {
  const series = seriesOf(figures, rows, columns, nameOf);
  const shares = columns.every(isShare);
  return {
    ...series,
    kind: isPeriod(figures.by) ? 'line' : 'bars',
    names: columns.map((column) => say(columnWord(column))),
    shares,
    end: scaleEnd(series.values.flat(), shares),
    text: (value) => (shares ? percentText(value) : value === null ? '–' : countText(value)),
  };
}

/** Paper is white: charts are drawn in the light colours while it is printed. */
function onPaper(): void {
  document.documentElement.dataset['theme'] = 'light';
}

function onScreen(): void {
  theme.apply();
}
