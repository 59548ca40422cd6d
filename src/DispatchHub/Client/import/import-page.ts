import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { city } from '../api/city';
import { ask, newKey } from '../api/http';
import { Problem } from '../api/problem';
import type { ImportAnswer, ImportedLine, LineFault } from '../api/types';
import { documentCss } from '../parts/document-css';
import { shared } from '../parts/shared-css';
import { Localized } from '../words/language';
import { problemText, problemWords } from '../words/problems';
import { say, sayName, type Word } from '../words/say';
import { importWords as w } from './words';

/** So many lines are listed; a whole file would be no help to the eye. */
const MOST_LISTED = 200;

/** A file of another system's cases: what it would do, each line that cannot be taken, and one button. */
@customElement('dispatch-import')
export class ImportPage extends LitElement {
  static override styles = [
    shared,
    documentCss,
    css`
      :host {
        display: block;
        max-width: 60rem;
        margin: 0 auto;
        padding: 0.75rem;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        align-items: end;
        margin: 0.75rem 0;
      }
      label {
        display: grid;
        gap: 0.25rem;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private source = '';
  @state() private answer: ImportAnswer | null = null;
  @state() private busy: 'no' | 'looking' | 'working' = 'no';
  @state() private problem: Problem | null = null;
  private file: File | null = null;
  /** One key for one file that was looked at: a repeat after a lost answer goes on where it was. */
  private key = newKey();

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    city.addEventListener('change', this.renew);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    city.removeEventListener('change', this.renew);
  }

  protected override render(): TemplateResult {
    const sources = Object.entries(city.catalogue?.sources ?? {});
    return html`<h1>${say(w.title)}</h1>
      ${sources.length === 0 ? html`<p>${say(w.none)}</p>` : html`<p class="muted">${say(w.how)}</p>${this.form(sources)}`}
      <p role="status">${this.busy === 'no' ? nothing : say(w[this.busy])}${this.result()}</p>
      ${this.problem ? html`<p class="notice critical" role="alert">${problemText(this.problem)}</p>` : nothing}
      ${this.answer ? html`${this.faults(this.answer.faults)} ${this.lines(this.answer.lines)}` : nothing}`;
  }

  private form(sources: [string, { zh: string; en: string }][]): TemplateResult {
    const { answer } = this;
    const ready = answer?.preview && answer.faults.length === 0 && Number(answer.opened) + Number(answer.updated) > 0;
    return html`<form @submit=${this.confirm}>
      <label>${say(w.source)}
        <select @change=${this.choose} ?disabled=${this.busy !== 'no'}>
          ${sources.map(([id, name]) => html`<option value=${id} ?selected=${id === this.source}>${sayName(name, id)}</option>`)}
        </select>
      </label>
      <label>${say(w.file)}<input type="file" accept=".csv,text/csv" @change=${this.choose} ?disabled=${this.busy !== 'no'} /></label>
      ${ready ? html`<button class="primary" ?disabled=${this.busy !== 'no'}>${say(w.confirm)}</button>` : nothing}
    </form>`;
  }

  private result(): TemplateResult | typeof nothing {
    const { answer } = this;
    if (!answer || this.busy !== 'no') {
      return nothing;
    }
    const counts = { opened: String(answer.opened), updated: String(answer.updated), known: String(answer.known) };
    const empty = answer.preview && answer.faults.length === 0 && Number(answer.opened) + Number(answer.updated) === 0;
    return html`${empty ? say(w.nothing) : say(answer.preview ? w.would : w.did, counts)}`;
  }

  private faults(faults: readonly LineFault[]): TemplateResult | typeof nothing {
    return faults.length === 0
      ? nothing
      : html`<p class="notice critical">${say(w.faults, { n: faults.length })}</p>
          <table>
            <thead><tr><th scope="col">${say(w.line)}</th><th scope="col">${say(w.why)}</th></tr></thead>
            <tbody>${faults.slice(0, MOST_LISTED).map((fault) => html`<tr><td>${fault.line}</td><td>${faultText(fault)}</td></tr>`)}</tbody>
          </table>${this.left(faults.length)}`;
  }

  private lines(lines: readonly ImportedLine[]): TemplateResult | typeof nothing {
    return lines.length === 0
      ? nothing
      : html`<table>
          <thead><tr>${[w.line, w.number, w.type, w.where, w.does].map((one) => html`<th scope="col">${say(one)}</th>`)}</tr></thead>
          <tbody>${lines.slice(0, MOST_LISTED).map((line) => html`<tr>
            <td>${line.line}</td><td>${line.caseId ? html`<a href=${`/cases/${line.caseId}`}>${line.number}</a>` : line.number}</td>
            <td>${city.typeName(line.type)}</td><td>${line.address ?? city.gridName(line.gridId)}</td><td>${say(w[line.does])}</td>
          </tr>`)}</tbody>
        </table>${this.left(lines.length)}`;
  }

  private left(all: number): TemplateResult | typeof nothing {
    return all > MOST_LISTED ? html`<p class="muted">${say(w.more, { n: all - MOST_LISTED })}</p>` : nothing;
  }

  private readonly renew = (): void => this.requestUpdate();

  private readonly choose = (): void => {
    this.source = this.renderRoot.querySelector('select')!.value;
    this.file = this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.files?.[0] ?? null;
    this.answer = null;
    this.key = newKey();
    if (this.file) {
      void this.send(true);
    }
  };

  private readonly confirm = (event: Event): void => {
    event.preventDefault();
    if (this.file && this.busy === 'no') {
      void this.send(false);
    }
  };

  private async send(preview: boolean): Promise<void> {
    this.busy = preview ? 'looking' : 'working';
    this.problem = null;
    try {
      const path = `/api/sources/${encodeURIComponent(this.source)}/import${preview ? '?preview=true' : ''}`;
      const answer = await ask('POST', path, { raw: this.file!, key: this.key, headers: { 'content-type': 'text/csv' } });
      this.answer = (await answer.json()) as ImportAnswer;
    } catch (fault) {
      // A file that was changed on the disk since it was chosen cannot be read any more.
      this.problem = fault instanceof Problem ? fault : Problem.unreachable();
    } finally {
      this.busy = 'no';
    }
  }
}

function faultText(fault: LineFault): string {
  const known = (problemWords as Record<string, Word>)[fault.code];
  return known ? say(known) : fault.detail;
}

declare global {
  interface HTMLElementTagNameMap {
    'dispatch-import': ImportPage;
  }
}
